using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Api.Consultations;
using Engagement.Api.Feedback;
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
            (after, limit) => reads.ListAsync(clock.LondonToday(), after, limit, cancellation));

    /// <summary>A consultation at a glance. Exact figures, so for staff only.</summary>
    /// <param name="consultationId">The consultation.</param>
    [Authorize(Permissions.ReadMetrics)]
    public static Task<ConsultationOverview?> GetConsultationOverviewAsync(
        [ID<ConsultationPage>] Guid consultationId, ConsultationOverviewReads reads, TimeProvider clock, CancellationToken cancellation) =>
        reads.FindAsync(consultationId, clock.LondonToday(), cancellation);
}

/// <summary>Something that waits for somebody. What it is to be done with is one of the fields after its title.</summary>
[ObjectType<WorkItem>, GraphQLIgnore(nameof(WorkItem.Id)), Authorize(Permissions.ReadWorkbench)]
public static partial class WorkItemNode
{
    /// <summary>The view, where the kind is UNREAD_VIEW. Read it by its id.</summary>
    [ID<ViewDetail>]
    public static Guid? GetViewId([Parent] WorkItem item) => item.Kind == "UNREAD_VIEW" ? item.Id : null;

    /// <summary>The theme, where the kind is THEME_NEEDS_RESPONSE.</summary>
    public static async Task<ThemeCard?> GetThemeAsync([Parent] WorkItem item, IThemeByIdDataLoader themes, CancellationToken cancellation) =>
        item.Kind == "THEME_NEEDS_RESPONSE" ? await themes.LoadAsync(item.Id, cancellation) : null;

    /// <summary>The feedback loop, where the kind is DECISION_TO_PUBLISH, COMMITMENT_OVERDUE, CONFIRMATION_SAYS_NO or DECISION_REOPENED.</summary>
    public static async Task<LoopCard?> GetLoopAsync([Parent] WorkItem item, ILoopByIdDataLoader loops, CancellationToken cancellation) =>
        item.Kind is "DECISION_TO_PUBLISH" or "COMMITMENT_OVERDUE" or "CONFIRMATION_SAYS_NO" or "DECISION_REOPENED"
            ? await loops.LoadAsync(item.Id, cancellation)
            : null;

    /// <summary>The consultation, where the kind is RESPONSE_DUE.</summary>
    public static async Task<ConsultationPage?> GetConsultationAsync(
        [Parent] WorkItem item, IConsultationByIdDataLoader consultations, CancellationToken cancellation) =>
        item.Kind == "RESPONSE_DUE" ? await consultations.LoadAsync(item.Id, cancellation) : null;
}

[ObjectType<ConsultationOverview>, GraphQLIgnore(nameof(ConsultationOverview.ConsultationId)), Authorize(Permissions.ReadMetrics)]
public static partial class ConsultationOverviewNode;
