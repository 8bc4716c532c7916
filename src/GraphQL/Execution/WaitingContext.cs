using System.Threading.Tasks.Sources;

namespace GraphQL.Execution;

/// <summary>
/// The context of one resolver that may have to be waited for. A list can wait for hundreds at a time, so this one object is also what stands for
/// the result of the resolver's task, and then the work that is left when the result is there.
/// </summary>
internal sealed class WaitingContext(OperationExecution execution) : ResolverContext(execution), IValueTaskSource<object?>, IWork
{
    private Task? _task;
    private Func<Task, object?>? _resultOf;
    private Task<object?>? _other;

    /// <summary>Whether it stands for a task already; whoever resolves the field a second time needs something else for that.</summary>
    public bool HasTask => _task is not null;

    /// <summary>The result of the resolver's task, as an object.</summary>
    public ValueTask<object?> ResultOf<T>(Task<T> task)
    {
        _task = task;
        _resultOf = static task => ((Task<T>)task).GetAwaiter().GetResult();
        return new(this, 0);
    }

    /// <summary>Has the field finished when its result is there.</summary>
    /// <param name="result">What resolving gave: what stands for the task here, or something around it, such as the asking whether it may be read.</param>
    public void Await(ValueTask<object?> result)
    {
        if (result != new ValueTask<object?>(this, 0))
            _other = result.AsTask();
        (_other ?? _task!).ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(() => Execution.Post(this));
    }

    /// <summary>What was awaited.</summary>
    public object? TakeResult() => _other is null ? _resultOf!(_task!) : _other.GetAwaiter().GetResult();

    void IWork.Run() => Execution.Finish(this);

    object? IValueTaskSource<object?>.GetResult(short token) => _resultOf!(_task!);

    ValueTaskSourceStatus IValueTaskSource<object?>.GetStatus(short token) => _task!.Status switch
    {
        TaskStatus.RanToCompletion => ValueTaskSourceStatus.Succeeded,
        TaskStatus.Faulted => ValueTaskSourceStatus.Faulted,
        TaskStatus.Canceled => ValueTaskSourceStatus.Canceled,
        _ => ValueTaskSourceStatus.Pending,
    };

    void IValueTaskSource<object?>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
    {
        var awaiter = _task!.ConfigureAwait(flags.HasFlag(ValueTaskSourceOnCompletedFlags.UseSchedulingContext)).GetAwaiter();
        if (flags.HasFlag(ValueTaskSourceOnCompletedFlags.FlowExecutionContext))
            awaiter.OnCompleted(() => continuation(state));
        else
            awaiter.UnsafeOnCompleted(() => continuation(state));
    }
}
