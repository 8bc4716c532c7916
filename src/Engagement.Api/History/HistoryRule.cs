using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Forums;
using Engagement.History;

namespace Engagement.Api.History;

/// <summary>Whose work it is to know what happened to a thing: those who may read it for staff, as far as that goes.</summary>
internal sealed class HistoryRule(CurrentAsker asker, ObjectRules rules, ModerationReads moderation, TimeProvider clock, IServiceProvider services)
{
    public async Task<bool> AllowsAsync(HistoryKind kind, Guid id, ClaimsPrincipal user, CancellationToken cancellation)
    {
        var who = await asker.OfAsync(user, cancellation);
        foreach (var permission in PermissionsOf(kind))
        {
            if (!who.May(permission))
                continue;
            if (rules.Named(TypeOf(kind)) is not { CanBeFound: true } rule
                ? who.MayEverywhere(permission)
                : await rule.FindAsync(services, id, cancellation) is { } thing && rule.Allows(who, permission, thing))
            {
                return kind != HistoryKind.Contribution || !await IsWithSafeguardingLeadAsync(id, user, cancellation);
            }
        }

        return false;
    }

    // Any of them.
    internal static IReadOnlyList<string> PermissionsOf(HistoryKind kind) => kind switch
    {
        HistoryKind.Consultation or HistoryKind.Wave => [Permissions.ReadDrafts],
        HistoryKind.Instrument => [Permissions.EditSurveys],
        HistoryKind.View => [Permissions.ReadViews],
        HistoryKind.Theme or HistoryKind.Loop => [Permissions.ReadLoops],
        HistoryKind.Forum or HistoryKind.Topic => [Permissions.RunForums, Permissions.Moderate],
        HistoryKind.Contribution => [Permissions.Moderate],
        HistoryKind.Activity => [Permissions.ReadActivities],
        HistoryKind.Group => [Permissions.RunGovernance, Permissions.Nominate],
        HistoryKind.Meeting or HistoryKind.Barrier => [Permissions.ReadMeetings],
        HistoryKind.KeyAction => [Permissions.ReadActions],
        HistoryKind.Measure => [Permissions.ReadMeasures],
        HistoryKind.CharterEdition or HistoryKind.CommissioningActivity or HistoryKind.StatementDocument => [Permissions.ReadCharter],
        HistoryKind.Release => [Permissions.ReadReleases],
        HistoryKind.EvidencePack => [Permissions.MakeEvidencePacks],
        _ => [],
    };

    // As the schema calls it.
    private static string TypeOf(HistoryKind kind) => kind switch
    {
        HistoryKind.Contribution => "ModeratedContribution",
        HistoryKind.Group => "GovernanceGroup",
        _ => kind.ToString(),
    };

    // While it is, its moderators see that, and not why.
    private async Task<bool> IsWithSafeguardingLeadAsync(Guid id, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await moderation.FindAsync(id, user.Acting(Permissions.Moderate), clock.GetUtcNow(), cancellation)).IsWithSafeguardingLead;
}
