namespace EventStore;

/// <summary>How a bulk insert is done.</summary>
public sealed record BulkInsertOptions
{
    private readonly int _batchSize = 10_000;

    /// <summary>The tenant that all streams belong to.</summary>
    public string TenantId { get; init; } = Tenancy.DefaultTenantId;

    /// <summary>
    /// Makes the insert happen once: how many actions are committed is kept under this name in the same transactions, and another run under the
    /// same name passes over as many. Its source must give the same actions in the same order. Null for an insert that nobody will repeat.
    /// </summary>
    public string? Name { get; init; }

    /// <summary>
    /// How many events make a batch full. Larger batches hold the projections of other writers back for longer and save little; the default is
    /// about a sixth of a second of work.
    /// </summary>
    public int BatchSize
    {
        get => _batchSize;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            _batchSize = value;
        }
    }

    /// <summary>Told after each commit.</summary>
    public IProgress<BulkInsertProgress>? Progress { get; init; }
}
