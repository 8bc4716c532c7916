namespace Engagement.Common;

public sealed class StaleVersionException(Guid id, long expectedVersion, long actualVersion)
    : EngagementException("STALE_VERSION", "Someone else changed this while you were working. Read it again and repeat your change.")
{
    public Guid Id { get; } = id;

    public long ExpectedVersion { get; } = expectedVersion;

    public long ActualVersion { get; } = actualVersion;
}
