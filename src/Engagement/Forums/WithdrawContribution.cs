using Engagement.Common;
using Engagement.Feedback;

namespace Engagement.Forums;

/// <summary>The author takes it back, at any time and without a reason.</summary>
/// <param name="ContributionId">The contribution.</param>
public sealed record WithdrawContribution(Guid ContributionId)
{
    internal const string ViewReason = "Its author withdrew it";

    public static Decision Decide(Contribution c, Acting by)
    {
        if (c.CheckAuthor(by) is { } refusal)
            return Decision.Refuse(refusal);

        return c.State switch
        {
            ContributionState.Withdrawn => Decision.Nothing,
            ContributionState.Released => Decision.To(new ContributionWithdrawn(WasShown: true), new ViewWithdrawn(ViewReason)),
            _ => Decision.To(new ContributionWithdrawn(WasShown: false)),
        };
    }
}
