namespace EventStore;

/// <summary>How the log differs from what was sealed.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="SealNumber">The seal that shows it, or that it was done to.</param>
/// <param name="Sequence">The log position of the event it was done to; null where it was done to a seal.</param>
public sealed record SealDifference(SealDifferenceKind Kind, long SealNumber, long? Sequence)
{
    /// <summary>The difference in words.</summary>
    public override string ToString() => Kind switch
    {
        SealDifferenceKind.EventAltered => $"Event {Sequence} is not as it was when seal {SealNumber} was made.",
        SealDifferenceKind.EventMissing => $"Event {Sequence} was there when seal {SealNumber} was made, and is missing.",
        SealDifferenceKind.EventInserted => $"Event {Sequence} was not there when seal {SealNumber} was made.",
        SealDifferenceKind.SealAltered => $"Seal {SealNumber} was altered.",
        _ => $"Seal {SealNumber} is missing.",
    };
}
