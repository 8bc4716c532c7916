namespace GraphQL.Execution.Incremental;

/// <summary>What the execution of one part, or of the first result, has met that comes later.</summary>
internal sealed class Findings
{
    public List<DeferredFragment> Fragments { get; } = [];

    public List<DeferredPart> Parts { get; } = [];

    public List<ItemStream> Streams { get; } = [];
}
