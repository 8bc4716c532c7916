namespace EventStore;

/// <summary>
/// How many events the next page may hold. It grows while pages are full and quick, so that a long way is made in long strides, and shrinks when they take
/// long, so that a transaction stays short; a page that failed is halved until the event is found that fails by itself.
/// </summary>
internal sealed class PageLimit(int most)
{
    private const int First = 1000;

    private static readonly TimeSpan Quick = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(2);

    public int Current { get; private set; } = Math.Clamp(First, 1, Math.Max(1, most));

    public void Succeeded(int events, TimeSpan took)
    {
        if (took > Long) Current = Math.Max(1, Current / 2);
        else if (events >= Current && took < Quick) Current = (int)Math.Min(most, Current * 2L);
    }

    public void Failed(int events) => Current = Math.Max(1, events / 2);
}
