using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Common;
using Engagement.Consultations;

namespace Engagement.Api.Consultations;

internal static class ConsultationVisibility
{
    /// <summary>The consultation, unless it is a draft that this user may not see; a draft's existence is not given away either.</summary>
    public static ConsultationPage? For(this ConsultationPage? consultation, ClaimsPrincipal user, TimeProvider clock) =>
        consultation?.StateOn(clock.LondonToday()) == ConsultationState.Draft && !user.May(Permissions.ReadDrafts) ? null : consultation;
}
