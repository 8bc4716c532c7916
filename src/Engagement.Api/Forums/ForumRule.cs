using Engagement.Api.Authorization;
using Engagement.Common;
using Engagement.Forums;

namespace Engagement.Api.Forums;

/// <summary>
/// A forum's page is public. Its own body runs it: Kent PACT's is PACT's, and the council sees of it what it publishes. It is moderated by its body
/// and by those it names, and one for under-18s by those it names alone. An account that
/// names forums is good for those of its body and no others.
/// </summary>
internal sealed class ForumRule : IObjectRule<ForumPage>
{
    public bool IsPublic(ForumPage thing) => true;

    public bool Allows(Asker asker, Grant grant, ForumPage thing)
    {
        if (grant.Reach != Reach.OwnSpace || asker.ActorId is not { } person)
            return false;

        var isOwnBody = new Acting(person, grant.Role).Body == thing.Owner && (asker.Spaces.Count == 0 || asker.Spaces.Contains(thing.Id));
        if (grant.Permission != Permissions.Moderate)
            return isOwnBody;
        return thing.Facilitators.Any(named => named.Id == person) || (isOwnBody && thing.AgeBand != ForumAgeBand.Under18);
    }
}
