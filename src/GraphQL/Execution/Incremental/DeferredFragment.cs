namespace GraphQL.Execution.Incremental;

/// <summary>A deferred fragment of one object. It is complete when all its parts are.</summary>
internal sealed class DeferredFragment(DeferUsage usage, ObjectResult target, DeferredFragment? parent) : IPending
{
    public DeferUsage Usage { get; } = usage;

    public ObjectResult Target { get; } = target;

    /// <summary>The fragment that must be complete before this one is announced, or null.</summary>
    public DeferredFragment? Parent { get; } = parent;

    public int? Id { get; set; }

    public string? Label => Usage.Label;

    public IReadOnlyList<object> Path => Target.Path;

    public List<DeferredPart> Parts { get; } = [];

    /// <summary>The fragments inside it, which are announced when it is complete.</summary>
    public List<DeferredFragment> Children { get; } = [];

    /// <summary>How many of its parts are still to be executed.</summary>
    public int Waiting { get; set; }

    /// <summary>Whether nothing more is delivered for it.</summary>
    public bool IsOver { get; set; }

    /// <summary>Why it cannot be delivered, or null when nothing stands against that.</summary>
    public IReadOnlyList<GraphQLError>? Failure { get; set; }

    /// <summary>Whether it has been announced and is still awaited.</summary>
    public bool IsPending => Id is not null && !IsOver;
}
