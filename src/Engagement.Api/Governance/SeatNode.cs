using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Governance;
using GraphQL;

namespace Engagement.Api.Governance;

/// <summary>A seat for a representative of parents and carers. It is Kent PACT's.</summary>
[ObjectType<Seat>, GraphQLIgnore(nameof(Seat.Nominee), nameof(Seat.Representative), nameof(Seat.Terms), nameof(Seat.CreatedOn))]
public static partial class SeatNode
{
    /// <summary>The seat.</summary>
    [ID]
    public static Guid GetId([Parent] Seat seat) => seat.Id;

    /// <summary>The role of who sits there; null while it is vacant. Names are not kept.</summary>
    public static string? GetRole([Parent] Seat seat) => seat.Representative?.Role;

    /// <summary>The role of who is to sit there, for Kent PACT and for those who appoint; null for everybody else.</summary>
    public static string? GetNomineeRole([Parent] Seat seat, ClaimsPrincipal user) =>
        Asker.Of(user) is var asker && (asker.May(Permissions.Nominate) || asker.May(Permissions.RunGovernance)) ? seat.Nominee?.Role : null;
}
