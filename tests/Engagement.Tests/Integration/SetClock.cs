namespace Engagement.Tests.Integration;

/// <summary>A clock that goes on from a moment that the test chooses.</summary>
internal sealed class SetClock(DateTimeOffset start) : TimeProvider
{
    private readonly long _started = System.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => start + System.GetElapsedTime(_started);
}
