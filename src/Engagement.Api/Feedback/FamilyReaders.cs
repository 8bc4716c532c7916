using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Common;
using Engagement.Feedback;

namespace Engagement.Api.Feedback;

/// <summary>For whom a role speaks where families have their say: Kent PACT's for parents, a youth facilitator for young people, and neither for the other.</summary>
internal static class FamilyReaders
{
    /// <exception cref="RuleRefusedException">None of their roles speaks for these families.</exception>
    public static void Demand(ClaimsPrincipal user, string permission, FamilyReader families, string field)
    {
        if (!Asker.Of(user).GrantsOf(permission).Any(grant => SpeaksFor(grant.Role) == families))
            throw new RuleRefusedException(new Refusal("NOT_YOUR_FAMILIES", "Say this for the families you speak for, and for no others", field));
    }

    private static FamilyReader? SpeaksFor(string role) => role switch
    {
        Roles.PactRepresentative => FamilyReader.ParentForum,
        Roles.YouthFacilitator => FamilyReader.YoungPeople,
        _ => null,
    };
}
