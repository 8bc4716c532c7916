using Engagement.Common;

namespace Engagement.Forums;

/// <summary>Agrees with what somebody else said. Who agrees is shown to nobody.</summary>
/// <param name="ContributionId">A post or a comment that is shown.</param>
public sealed record SupportContribution(Guid ContributionId)
{
    public static Decision Decide(Contribution c, Topic topic, Acting by, DateOnly today)
    {
        if (c.State != ContributionState.Released)
            return Decision.Refuse("POST_NOT_SHOWN", "You can support a post while it is shown");

        if (by.Id == c.AuthorId)
            return Decision.Refuse("OWN_CONTRIBUTION", "You cannot support your own post");

        if (topic.CheckOpen(today) is { } refusal)
            return Decision.Refuse(refusal);

        return c.Supporters.Contains(by.Id) ? Decision.Nothing : Decision.To(new ContributionSupported(by.Id));
    }
}
