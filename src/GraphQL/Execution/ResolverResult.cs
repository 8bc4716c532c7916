using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace GraphQL.Execution;

/// <summary>What generated code uses to hand over the result of an asynchronous resolver, without waiting when it is there already.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ResolverResult
{
    /// <summary>The result of a task.</summary>
    /// <typeparam name="T">The result's type.</typeparam>
    /// <param name="task">The task.</param>
    /// <returns>The result as an object.</returns>
    public static ValueTask<object?> Of<T>(Task<T> task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return task.IsCompletedSuccessfully ? new(task.Result) : Wait(task);

        [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
        static async ValueTask<object?> Wait(Task<T> task) => await task.ConfigureAwait(false);
    }

    /// <summary>The result of a value task.</summary>
    /// <typeparam name="T">The result's type.</typeparam>
    /// <param name="task">The task.</param>
    /// <returns>The result as an object.</returns>
    public static ValueTask<object?> Of<T>(ValueTask<T> task)
    {
        return task.IsCompletedSuccessfully ? new(task.Result) : Wait(task);

        [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
        static async ValueTask<object?> Wait(ValueTask<T> task) => await task.ConfigureAwait(false);
    }
}
