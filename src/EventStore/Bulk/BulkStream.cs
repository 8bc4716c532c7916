namespace EventStore;

/// <summary>One stream of a batch: where it was found, and what the batch adds to it.</summary>
internal sealed class BulkStream(Identity id, string? type, DateTimeOffset? created)
{
    public Identity Id => id;
    public string? Type => type;

    /// <summary>When its first event of the batch happened; null for the moment of the insert.</summary>
    public DateTimeOffset? Created => created;

    public DateTimeOffset? LastTimestamp { get; set; }

    public int Count { get; set; }

    /// <summary>The version before the batch; zero when there is no such stream. Known once it is locked.</summary>
    public long VersionBefore { get; set; }
}
