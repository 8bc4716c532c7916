using Engagement.Common;

namespace Engagement.EvidencePacks;

/// <summary>Has all the evidence put together as it was on record at a moment.</summary>
/// <param name="CommissioningActivityId">Of one commissioning activity, for a review of its contract; null: of the whole partnership, for an inspection.</param>
/// <param name="AsAt">The moment; null: now.</param>
public sealed record AskForEvidencePack(Guid? CommissioningActivityId, DateTimeOffset? AsAt)
{
    public static Decision Decide(AskForEvidencePack command, DateTimeOffset now, Guid? by)
    {
        var asAt = KeptTo(command.AsAt ?? now);
        return asAt > now
            ? Decision.Refuse("MOMENT_IN_FUTURE", "A pack holds what has been recorded. Choose a day that has passed, or today", "asAt")
            : Decision.To(new EvidencePackAsked(command.CommissioningActivityId, asAt, by));
    }

    // No finer than the log keeps time.
    private static DateTimeOffset KeptTo(DateTimeOffset moment) => new(moment.UtcTicks / TimeSpan.TicksPerMicrosecond * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
}
