using Engagement.Api.Authorization;
using Engagement.Common;
using Engagement.Forums;

namespace Engagement.Api.Forums;

/// <summary>A body establishes forums of its own. An account that names forums is good for those that there are.</summary>
internal sealed class ForumBodyRule : IObjectRule<ForumBody>
{
    public bool Allows(Asker asker, Grant grant, ForumBody thing) => grant.Reach == Reach.OwnSpace
        && asker.ActorId is { } person
        && asker.Spaces.Count == 0
        && new Acting(person, grant.Role).Body == thing.Owner;
}

/// <summary>The body that a forum is to belong to.</summary>
internal sealed record ForumBody(ForumOwner? Owner);
