using Engagement.Api.Authorization;
using Engagement.Forums;

namespace Engagement.Api.Forums;

/// <summary>What somebody wrote is theirs: by the pseudonym they sign in under, or by the receipt that they show.</summary>
internal sealed class OwnContributionRule : IObjectRule<OwnContribution>
{
    private static readonly IObjectRule<OwnContribution> Own = Reaching.Own<OwnContribution>(post => post.AuthorId);

    public bool IsHeldBy(Asker asker, OwnContribution thing) => asker.Holds(thing.AuthorId);

    public bool Allows(Asker asker, Grant grant, OwnContribution thing) => Own.Allows(asker, grant, thing);
}
