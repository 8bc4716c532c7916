namespace EventStore;

/// <summary>Why a projection or subscription does not run, although the daemon does. It lasts, over restarts and on every node, until it is resumed.</summary>
/// <param name="Reason">Why.</param>
/// <param name="By">Who asked for it; <see cref="Daemon"/> where it stopped by itself.</param>
/// <param name="At">When, by the database's clock.</param>
/// <param name="FailedSequence">The log position of the event that it stopped before; null where it was asked for.</param>
public sealed record ProjectionPause(string Reason, string By, DateTimeOffset At, long? FailedSequence)
{
    /// <summary>Stands for the daemon itself in <see cref="By"/>.</summary>
    public const string Daemon = "daemon";

    /// <summary>Whether it stopped by itself, because of an event that it could not handle.</summary>
    public bool IsFailure => FailedSequence is not null;
}
