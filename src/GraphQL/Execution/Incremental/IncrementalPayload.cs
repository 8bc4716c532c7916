namespace GraphQL.Execution.Incremental;

/// <summary>What one result of an incremental response says beside its data.</summary>
internal sealed class IncrementalPayload
{
    private readonly Dictionary<ItemStream, StreamedItems> _byStream = [];

    /// <summary>What is announced.</summary>
    public List<IPending> Pending { get; } = [];

    /// <summary>What is delivered.</summary>
    public List<IncrementalData> Incremental { get; } = [];

    /// <summary>What is complete.</summary>
    public List<CompletedPart> Completed { get; } = [];

    /// <summary>Whether another result follows.</summary>
    public bool HasNext { get; set; }

    public bool IsEmpty => Pending.Count == 0 && Incremental.Count == 0 && Completed.Count == 0;

    public void Add(ItemStream stream, StreamedItem item)
    {
        if (!_byStream.TryGetValue(stream, out var items))
        {
            _byStream[stream] = items = new StreamedItems(stream);
            Incremental.Add(items);
        }
        items.Items.Add(item);
    }
}

/// <summary>What is delivered for something that was announced.</summary>
internal abstract record IncrementalData;

/// <summary>The fields that a deferred fragment adds to an object.</summary>
/// <param name="Id">The fragment's number.</param>
/// <param name="SubPath">Where the object stands below the fragment's own path.</param>
/// <param name="Part">The fields.</param>
internal sealed record DeferredData(int Id, IReadOnlyList<object> SubPath, DeferredPart Part) : IncrementalData;

/// <summary>The next items of a list.</summary>
/// <param name="Stream">The list's stream.</param>
internal sealed record StreamedItems(ItemStream Stream) : IncrementalData
{
    public List<StreamedItem> Items { get; } = [];
}

/// <summary>Something of which nothing more follows.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Errors">Why it could not be delivered, or null when it was.</param>
internal sealed record CompletedPart(int Id, IReadOnlyList<GraphQLError>? Errors);
