namespace Engagement.Host.Tests;

/// <summary>A clock that a test moves. Timers run on real time; only what the time is, is told.</summary>
internal sealed class AdjustableClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    public void MoveTo(DateTimeOffset moment) => _now = moment;

    public override DateTimeOffset GetUtcNow() => _now;
}
