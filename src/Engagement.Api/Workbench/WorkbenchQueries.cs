using System.Collections.Frozen;
using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Api.Consultations;
using Engagement.Api.Feedback;
using Engagement.Api.Forums;
using Engagement.Api.InclusionStatements;
using Engagement.Api.Paper;
using Engagement.Api.People;
using Engagement.Common;
using Engagement.Consultations;
using Engagement.Feedback;
using Engagement.Forums;
using Engagement.InclusionStatements;
using Engagement.Paper;
using Engagement.Workbench;
using GraphQL;
using GraphQL.Data;

namespace Engagement.Api.Workbench;

[QueryType]
public static partial class WorkbenchQueries
{
    // A screen has room for no more.
    private const int MostOfEach = 20;

    /// <summary>What needs you now, of the kinds that your role may do: what is overdue first, by how late it is, and then what has waited longest.</summary>
    /// <param name="kinds">Of these kinds, as the items and workbenchCounts name them; left out: of all.</param>
    /// <param name="consultationId">What belongs to one consultation.</param>
    /// <param name="overdue">Only what is late.</param>
    [Authorize(Permissions.ReadWorkbench), UsePaging(DefaultPageSize = 20)]
    public static async Task<Connection<WorkItem>> GetWorkbenchAsync(
        IReadOnlyList<string>? kinds,
        [ID<ConsultationPage>] Guid? consultationId,
        PagingArguments paging,
        WorkbenchReads reads,
        ForumReads forums,
        TimeProvider clock,
        ClaimsPrincipal user,
        CancellationToken cancellation,
        bool overdue = false)
    {
        var query = new WorkQuery(await AskerAsync(user, forums, cancellation), clock.LondonToday())
        {
            Kinds = kinds,
            ConsultationId = consultationId,
            OverdueOnly = overdue,
        };
        return await Keyset.PageByAsync<WorkItem, WorkPosition>(
            paging, WorkPosition.TryParse, WorkPosition.Of, (after, limit) => reads.ListAsync(query, after, limit, cancellation));
    }

    /// <summary>How much of each kind needs you, of the kinds that your role may do, also where nothing does.</summary>
    /// <param name="consultationId">What belongs to one consultation.</param>
    /// <param name="overdue">Only what is late.</param>
    [Authorize(Permissions.ReadWorkbench)]
    public static async Task<IReadOnlyList<WorkCount>> GetWorkbenchCountsAsync(
        [ID<ConsultationPage>] Guid? consultationId,
        WorkbenchReads reads,
        ForumReads forums,
        TimeProvider clock,
        ClaimsPrincipal user,
        CancellationToken cancellation,
        bool overdue = false)
    {
        var asker = await AskerAsync(user, forums, cancellation);
        return await reads.CountAsync(
            new WorkQuery(asker, clock.LondonToday()) { ConsultationId = consultationId, OverdueOnly = overdue }, cancellation);
    }

    /// <summary>
    /// What needs you now, kind by kind, of the kinds that your role may do and of which there is something: how much, and what comes first.
    /// </summary>
    /// <param name="each">How many items of each kind, up to 20.</param>
    /// <param name="consultationId">What belongs to one consultation.</param>
    /// <param name="overdue">Only what is late.</param>
    [Authorize(Permissions.ReadWorkbench)]
    public static async Task<IReadOnlyList<WorkGroup>> GetWorkbenchGroupsAsync(
        [ID<ConsultationPage>] Guid? consultationId,
        WorkbenchReads reads,
        ForumReads forums,
        TimeProvider clock,
        ClaimsPrincipal user,
        CancellationToken cancellation,
        int each = 3,
        bool overdue = false)
    {
        var asker = await AskerAsync(user, forums, cancellation);
        var query = new WorkQuery(asker, clock.LondonToday()) { ConsultationId = consultationId, OverdueOnly = overdue };
        return await reads.GroupAsync(query, Math.Clamp(each, 1, MostOfEach), cancellation);
    }

    /// <summary>A consultation at a glance. Exact figures, so for staff only.</summary>
    /// <param name="consultationId">The consultation.</param>
    [Authorize(Permissions.ReadMetrics)]
    public static Task<ConsultationOverview?> GetConsultationOverviewAsync(
        [ID<ConsultationPage>] Guid consultationId, ConsultationOverviewReads reads, TimeProvider clock, CancellationToken cancellation) =>
        reads.FindAsync(consultationId, clock.LondonToday(), cancellation);

    // Of a permission that does not go everywhere, the things are named that it goes to.
    private static async Task<WorkAsker> AskerAsync(ClaimsPrincipal user, ForumReads forums, CancellationToken cancellation)
    {
        var asker = Asker.Of(user);
        return new WorkAsker(asker.Permissions.ToFrozenSet(), asker.ActorId, await ModeratedForums.OfAsync(asker, forums, cancellation), asker.Districts);
    }
}

/// <summary>Something that waits for somebody. What it is to be done with is named by its id.</summary>
[ObjectType<WorkItem>, Authorize(Permissions.ReadWorkbench)]
[GraphQLIgnore(nameof(WorkItem.Id), nameof(WorkItem.ConsultationId), nameof(WorkItem.ClaimedUntil))]
public static partial class WorkItemNode
{
    /// <summary>The id of what it is to be done with: a view, a theme, a loop, a contribution as moderators see it, and so on with its kind.</summary>
    [GraphQLName("thingId")]
    public static string GetThingId([Parent] WorkItem item) => NodeId.Encode(WorkThings.TypeOf(item.Kind), item.Id);

    /// <summary>The view, where the kind is UNREAD_VIEW or UNREAD_VIEW_ELSEWHERE. Read it by its id.</summary>
    [ID<ViewDetail>]
    public static Guid? GetViewId([Parent] WorkItem item) => WorkThings.TypeOf(item.Kind) == "View" ? item.Id : null;

    /// <summary>The theme, where the kind is THEME_NEEDS_RESPONSE or STANDING_THEME.</summary>
    public static async Task<ThemeCard?> GetThemeAsync([Parent] WorkItem item, IThemeByIdDataLoader themes, CancellationToken cancellation) =>
        WorkThings.TypeOf(item.Kind) == "Theme" ? await themes.LoadAsync(item.Id, cancellation) : null;

    /// <summary>The feedback loop, where it is to be done with one and you may read loops: a family reader reads the words alone.</summary>
    public static async Task<LoopCard?> GetLoopAsync([Parent] WorkItem item, ILoopByIdDataLoader loops, ClaimsPrincipal user, CancellationToken cancellation) =>
        WorkThings.TypeOf(item.Kind) == "Loop" && user.May(Permissions.ReadLoops) ? await loops.LoadAsync(item.Id, cancellation) : null;

    /// <summary>The form on paper, where it is to be done with one and you may type in forms.</summary>
    public static async Task<PaperFormCard?> GetPaperFormAsync(
        [Parent] WorkItem item, IPaperFormByIdDataLoader forms, ClaimsPrincipal user, CancellationToken cancellation) =>
        WorkThings.TypeOf(item.Kind) == "PaperForm" && user.May(Permissions.KeyPaper) ? await forms.LoadAsync(item.Id, cancellation) : null;

    /// <summary>The document of the statement, where it is to be done with evidence for one and you may read charters.</summary>
    public static async Task<StatementDocument?> GetStatementDocumentAsync(
        [Parent] WorkItem item, IStatementDocumentByClaimDataLoader documents, ClaimsPrincipal user, CancellationToken cancellation) =>
        WorkThings.TypeOf(item.Kind) == "StatementClaim" && user.May(Permissions.ReadCharter) ? await documents.LoadAsync(item.Id, cancellation) : null;

    /// <summary>The consultation it belongs to; null outside any.</summary>
    public static async Task<ConsultationPage?> GetConsultationAsync(
        [Parent] WorkItem item, IConsultationByIdDataLoader consultations, CancellationToken cancellation) =>
        item.ConsultationId is { } id ? await consultations.LoadAsync(id, cancellation) : null;

    /// <summary>Who is on it now, so that nobody else need; null where nobody is.</summary>
    [BindMember(nameof(WorkItem.ClaimedBy))]
    public static Person? GetClaimedBy([Parent] WorkItem item, TimeProvider clock) => item.ClaimedUntil > clock.GetUtcNow() ? Person.Of(item.ClaimedBy) : null;
}

/// <summary>How much of a kind waits.</summary>
[ObjectType<WorkCount>, Authorize(Permissions.ReadWorkbench)]
public static partial class WorkCountNode;

/// <summary>The work of one kind: how much there is, and what of it comes first.</summary>
[ObjectType<WorkGroup>, Authorize(Permissions.ReadWorkbench)]
public static partial class WorkGroupNode;

[ObjectType<ConsultationOverview>, GraphQLIgnore(nameof(ConsultationOverview.ConsultationId)), Authorize(Permissions.ReadMetrics)]
public static partial class ConsultationOverviewNode;
