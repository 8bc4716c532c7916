using Engagement.Activities;
using Engagement.Api.Authorization;

namespace Engagement.Api.Activities;

/// <summary>Officers reach the activities of their area. Whoever took part in one may say of it what they found.</summary>
internal sealed class ActivityRule : IObjectRule<ActivityPage>
{
    private static readonly IObjectRule<ActivityPage> Area = Reaching.Area<ActivityPage>(activity => activity.District);

    public bool Allows(Asker asker, Grant grant, ActivityPage thing) =>
        grant.Permission == Permissions.ChangeOwnRecord ? grant.Reach == Reach.Own && asker.ActorId is not null : Area.Allows(asker, grant, thing);
}
