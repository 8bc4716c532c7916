using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Common;
using Engagement.Consultations;
using Engagement.Feedback;
using Engagement.Workbench;
using GraphQL;
using GraphQL.Data;

namespace Engagement.Api.Workbench;

[QueryType]
public static partial class WorkbenchQueries
{
    /// <summary>What needs somebody now: what has waited longest comes first.</summary>
    [Authorize(Permissions.ReadWorkbench), UsePaging(DefaultPageSize = 20)]
    public static Task<Connection<WorkItem>> GetWorkbenchAsync(
        PagingArguments paging, WorkbenchReads reads, TimeProvider clock, CancellationToken cancellation) =>
        Keyset.PageAsync(
            paging,
            WorkbenchReads.PositionOf,
            (after, limit) => reads.ListAsync(clock.LondonToday(), after, limit, cancellation),
            () => Task.FromResult(0));

    /// <summary>A consultation at a glance. Exact figures, so for staff only.</summary>
    /// <param name="consultationId">The consultation.</param>
    [Authorize(Permissions.ReadMetrics)]
    public static Task<ConsultationOverview?> GetConsultationOverviewAsync(
        [ID<ConsultationPage>] Guid consultationId, ConsultationOverviewReads reads, TimeProvider clock, CancellationToken cancellation) =>
        reads.FindAsync(consultationId, clock.LondonToday(), cancellation);
}

/// <summary>Something that waits for somebody.</summary>
[ObjectType<WorkItem>, Authorize(Permissions.ReadWorkbench)]
public static partial class WorkItemNode
{
    private static readonly Dictionary<string, string> Things = new(StringComparer.Ordinal)
    {
        ["UNREAD_VIEW"] = "View",
        ["THEME_NEEDS_RESPONSE"] = "Theme",
        ["DECISION_TO_PUBLISH"] = "Loop",
        ["COMMITMENT_OVERDUE"] = "Loop",
        ["CONFIRMATION_SAYS_NO"] = "Loop",
        ["DECISION_REOPENED"] = "Loop",
        ["RESPONSE_DUE"] = "Consultation",
    };

    /// <summary>
    /// What it is to be done with, for <c>node</c>. UNREAD_VIEW: a View. THEME_NEEDS_RESPONSE: a Theme. DECISION_TO_PUBLISH, COMMITMENT_OVERDUE,
    /// CONFIRMATION_SAYS_NO and DECISION_REOPENED: a Loop. RESPONSE_DUE: a Consultation.
    /// </summary>
    [BindMember(nameof(WorkItem.Id)), GraphQLName("thingId"), ID]
    public static string? GetThingId([Parent] WorkItem item) => Things.TryGetValue(item.Kind, out var type) ? NodeId.Encode(type, item.Id) : null;
}

[ObjectType<ConsultationOverview>, GraphQLIgnore(nameof(ConsultationOverview.ConsultationId)), Authorize(Permissions.ReadMetrics)]
public static partial class ConsultationOverviewNode;
