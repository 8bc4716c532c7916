namespace EventStore.Tests;

/// <summary>A clock that stands where the test puts it.</summary>
public sealed class SetClock : TimeProvider
{
    public DateTimeOffset Now { get; set; }

    public override DateTimeOffset GetUtcNow() => Now;
}
