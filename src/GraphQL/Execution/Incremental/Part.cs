namespace GraphQL.Execution.Incremental;

/// <summary>
/// A part of the response that is executed by itself and delivered later than what it adds to: the fields of an object that a fragment
/// defers, or an item of a streamed list. A null that must not be goes no further up than to the part.
/// </summary>
/// <param name="target">The object or list it adds to.</param>
internal abstract class Part(ResultContainer target) : ResultContainer(target, 0)
{
    private int _waiting;

    /// <summary>The object or list it adds to.</summary>
    public ResultContainer Target { get; } = target;

    /// <summary>What is delivered; null until it is there, and when an error has taken its place.</summary>
    public object? Value { get; private set; }

    /// <summary>What went wrong in the part.</summary>
    public List<GraphQLError> Errors { get; } = [];

    /// <summary>What was met in the part that comes later still.</summary>
    public Findings Findings { get; } = new();

    /// <summary>Whether all of it has been executed.</summary>
    public bool IsDone { get; private set; }

    public override object? this[int index]
    {
        get => Value;
        set => Value = value;
    }

    /// <summary>Says that something of the part is under way, until <see cref="End"/>.</summary>
    public void Begin() => _waiting++;

    /// <summary>Says that something of the part is no longer under way. With the last the part is done.</summary>
    public void End()
    {
        if (--_waiting > 0)
            return;
        IsDone = true;
        Finish();
    }

    protected abstract void Finish();
}
