using Engagement.Api.Authorization;
using Engagement.Releases;

namespace Engagement.Api.Releases;

/// <summary>Anyone may read figures that were published, also those that have been revised; before that they are for those who make and approve them.</summary>
internal sealed class ReleaseRule : IObjectRule<ReleasePage>
{
    public bool IsPublic(ReleasePage thing) => thing.Hash is not null;

    public bool Allows(Asker asker, Grant grant, ReleasePage thing) => grant.Reach == Reach.Everywhere;
}
