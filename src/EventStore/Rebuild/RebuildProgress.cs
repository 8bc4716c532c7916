namespace EventStore;

/// <summary>How far a rebuild is.</summary>
/// <param name="ProjectionName">The projection.</param>
/// <param name="Position">The log position up to which it is built.</param>
/// <param name="Target">The log position to be reached before it takes the place of what is read.</param>
/// <param name="EventsPerSecond">How many events it has handled a second since it began or was resumed.</param>
public sealed record RebuildProgress(string ProjectionName, long Position, long Target, double EventsPerSecond)
{
    /// <summary>The part that is done, from 0 to 1.</summary>
    public double Fraction => Target <= 0 ? 1 : Math.Clamp((double)Position / Target, 0, 1);
}
