using Engagement.Common;

namespace Engagement.Forums;

/// <summary>Takes back that one agrees, also with what is not shown for now. The number that others see moves the day after, as it did before.</summary>
/// <param name="ContributionId">A post or a comment that one supports.</param>
public sealed record WithdrawSupport(Guid ContributionId)
{
    public static Decision Decide(Contribution c, Topic topic, Acting by, DateOnly today)
    {
        if (!c.Supporters.Contains(by.Id))
            return Decision.Nothing;

        return topic.CheckOpen(today) is { } refusal ? Decision.Refuse(refusal) : Decision.To(new SupportWithdrawn(by.Id));
    }
}
