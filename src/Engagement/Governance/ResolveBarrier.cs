using Engagement.Common;

namespace Engagement.Governance;

/// <summary>Records that a barrier is gone, and what was done.</summary>
/// <param name="BarrierId">The barrier.</param>
/// <param name="Resolution">What was done.</param>
public sealed record ResolveBarrier(Guid BarrierId, string Resolution)
{
    public static Decision Decide(ResolveBarrier command, BarrierPage barrier, DateOnly today)
    {
        var resolution = CleanText.Of(command.Resolution);
        if (barrier.ResolvedOn is not null)
            return Decision.Nothing;

        if (resolution.Length == 0)
            return Decision.Refuse("RESOLUTION_MISSING", "Say what was done", "resolution");

        return CleanText.TooLong(resolution, CleanText.ParagraphLimit, "resolution") is { } tooLong
            ? Decision.Refuse(tooLong)
            : Decision.To(new BarrierResolved(resolution, today));
    }
}
