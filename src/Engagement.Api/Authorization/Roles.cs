using System.Collections.Frozen;

namespace Engagement.Api.Authorization;

/// <summary>The roles there are. A person may hold several: then they may do what any of them may. What each may do: <see cref="RoleTable"/>.</summary>
public static class Roles
{
    public const string ParentOrCarer = "parent-or-carer";

    /// <summary>Known by their age band only.</summary>
    public const string YoungPerson = "young-person";
    public const string OrganisationRespondent = "organisation-respondent";

    // Kent PACT is independent of the council: whoever acts for it has a role whose name says so.
    public const string PactMember = "pact-member";
    public const string PactForumCoordinator = "pact-forum-coordinator";
    public const string PactRepresentative = "pact-representative";

    /// <summary>Vetted; acts only in the spaces that name them.</summary>
    public const string YouthFacilitator = "youth-facilitator";
    public const string ParticipationOfficer = "participation-officer";
    public const string YouthParticipationOfficer = "youth-participation-officer";
    public const string Moderator = "moderator";
    public const string SafeguardingLead = "safeguarding-lead";
    public const string Analyst = "analyst";
    public const string DecisionMaker = "decision-maker";
    public const string Commissioner = "commissioner";
    public const string Verifier = "verifier";
    public const string PrivacyOfficer = "privacy-officer";
    public const string Administrator = "administrator";

    /// <summary>A program. It may do nothing without scopes, and with them no more than they name.</summary>
    public const string ApiClient = "api-client";

    /// <summary>Whoever has not signed in. Nobody is given this role: what the public may do is marked on the fields themselves.</summary>
    public const string Public = "public";

    /// <summary>Every role that somebody may be given, in the order of the domain.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        ParentOrCarer, YoungPerson, OrganisationRespondent, PactMember, PactForumCoordinator, PactRepresentative, YouthFacilitator, ParticipationOfficer,
        YouthParticipationOfficer, Moderator, SafeguardingLead, Analyst, DecisionMaker, Commissioner, Verifier, PrivacyOfficer, Administrator, ApiClient,
    ];

    /// <summary>The roles of those who answer and speak for themselves; all others do it as their work, or are programs.</summary>
    public static FrozenSet<string> OfFamilies { get; } = FrozenSet.Create(ParentOrCarer, YoungPerson, OrganisationRespondent, PactMember);

    /// <summary>Whether whoever has the role acts for Kent PACT, and for no other organisation in it.</summary>
    public static bool IsOfPact(string role) => role.StartsWith("pact-", StringComparison.Ordinal);

    /// <summary>The permissions of each role, however far they go.</summary>
    public static FrozenDictionary<string, FrozenSet<string>> Table { get; } = All.ToFrozenDictionary(
        role => role,
        role => RoleTable.Rows.Where(row => row.Holders.ContainsKey(role)).Select(row => row.Permission).ToFrozenSet());

    /// <summary>Whether the role holds the permission, however far it goes.</summary>
    public static bool Allows(string? role, string permission) =>
        role is not null && Table.TryGetValue(role, out var permissions) && permissions.Contains(permission);
}
