using System.Collections.Frozen;
using static Engagement.Api.Authorization.Permissions;

namespace Engagement.Api.Authorization;

/// <summary>
/// Who may do what: the one table. A role that is not here, or a permission that a role does not list, is refused.
/// What anyone may do without signing in is marked on the field itself.
/// </summary>
public static class Roles
{
    public const string ParticipationOfficer = "participation-officer";
    public const string Analyst = "analyst";
    public const string DecisionMaker = "decision-maker";
    public const string Commissioner = "commissioner";
    public const string PactRepresentative = "pact-representative";
    public const string Administrator = "administrator";

    /// <summary>The permissions of each role.</summary>
    public static FrozenDictionary<string, FrozenSet<string>> Table { get; } = new Dictionary<string, FrozenSet<string>>
    {
        [ParticipationOfficer] = Set(ReadDrafts, EditConsultations, EditSurveys, ReadViews, CodeViews, ReadLoops, Decide, PublishEntries, ReadMetrics),
        [Analyst] = Set(ReadDrafts, ReadViews, CodeViews, ReadLoops, ReadMetrics),
        [DecisionMaker] = Set(ReadDrafts, ReadLoops, Decide, ReadMetrics),
        [Commissioner] = Set(ReadLoops, ReadMetrics),
        [PactRepresentative] = Set(ReadLoops),
        [Administrator] = Set(ReadDrafts, ReadLoops, ReadMetrics),
    }.ToFrozenDictionary();

    /// <summary>Whether the role holds the permission.</summary>
    public static bool Allows(string? role, string permission) =>
        role is not null && Table.TryGetValue(role, out var permissions) && permissions.Contains(permission);

    private static FrozenSet<string> Set(params string[] permissions) => permissions.ToFrozenSet();
}
