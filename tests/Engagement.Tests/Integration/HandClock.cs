namespace Engagement.Tests.Integration;

/// <summary>A clock that stands until the test moves it.</summary>
internal sealed class HandClock(DateTimeOffset start) : TimeProvider
{
    private long _ticks = start.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public DateTimeOffset Pass(TimeSpan time) => new(Interlocked.Add(ref _ticks, time.Ticks), TimeSpan.Zero);
}
