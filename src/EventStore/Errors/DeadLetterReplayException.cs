namespace EventStore;

/// <summary>An event that was handed again to a projection or subscription failed again. Nothing has changed; the dead letter is still there.</summary>
public sealed class DeadLetterReplayException : EventStoreException
{
    internal DeadLetterReplayException(DeadLetter letter, string why, Exception innerException)
        : base(
            "DEAD_LETTER_REPLAY_FAILED",
            $"'{letter.ProjectionName}' still cannot handle event {letter.EventSequence}: {why} Correct the projection and replay it, or discard the dead letter.",
            innerException) =>
        DeadLetter = letter;

    /// <summary>The dead letter.</summary>
    public DeadLetter DeadLetter { get; }
}
