using System.ComponentModel;

namespace GraphQL.Execution;

/// <summary>What generated code uses to hand over the result of an asynchronous resolver, without waiting when it is there already.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ResolverResult
{
    /// <summary>The result of a task.</summary>
    /// <typeparam name="T">The result's type.</typeparam>
    /// <param name="context">What the resolver was given.</param>
    /// <param name="task">The task.</param>
    /// <returns>The result as an object.</returns>
    public static ValueTask<object?> Of<T>(IResolverContext context, Task<T> task)
    {
        ArgumentNullException.ThrowIfNull(task);
        if (task.IsCompletedSuccessfully)
            return new(task.Result);
        return context is WaitingContext { HasTask: false } waiting ? waiting.ResultOf(task) : Wait(task);

        static async ValueTask<object?> Wait(Task<T> task) => await task.ConfigureAwait(false);
    }

    /// <summary>The result of a value task.</summary>
    /// <typeparam name="T">The result's type.</typeparam>
    /// <param name="context">What the resolver was given.</param>
    /// <param name="task">The task.</param>
    /// <returns>The result as an object.</returns>
    public static ValueTask<object?> Of<T>(IResolverContext context, ValueTask<T> task) =>
        task.IsCompletedSuccessfully ? new(task.Result) : Of(context, task.AsTask());
}
