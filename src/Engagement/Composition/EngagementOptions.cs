using Npgsql;

namespace Engagement;

public sealed class EngagementOptions
{
    /// <summary>The database; a pool is made for it. Set this or <see cref="DataSource"/>.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>A pool that stays the caller's.</summary>
    public NpgsqlDataSource? DataSource { get; set; }

    /// <summary>32 bytes that wrap the subjects' keys. Kept outside the database; without it no words can be read.</summary>
    public byte[] KeyEncryptionKey { get; set; } = [];

    /// <summary>
    /// In place of <see cref="KeyEncryptionKey"/>: the current key first, then older ones that have wrapped what is not wrapped anew yet. Asked again
    /// when a key is met that none of them has wrapped.
    /// </summary>
    public Func<IReadOnlyList<byte[]>>? KeyEncryptionKeys { get; set; }

    /// <summary>The file of the destroyed keys, which must not be restored with the database; null: none is kept, and an old backup brings them back.</summary>
    public string? DestructionLedger { get; set; }

    /// <summary>At least 32 bytes that receipts and handles are derived from. When it changes, a repeated submission gets another receipt.</summary>
    public byte[] PlatformKey { get; set; } = [];

    /// <summary>Whether this process runs asynchronous projections and subscriptions.</summary>
    public bool RunDaemon { get; set; } = true;

    /// <summary>Whether this process handles messages.</summary>
    public bool RunWorker { get; set; } = true;
}
