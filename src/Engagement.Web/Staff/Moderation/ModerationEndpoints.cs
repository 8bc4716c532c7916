using Engagement.Web.Documents;
using Engagement.Web.Forms;
using Engagement.Web.Moderation;
using Engagement.Web.Trouble;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Staff.Moderation;

/// <summary>What waits for a moderator, one contribution at a time, the appeals, and the ledger of what was decided. Which forums are whose is the schema's to say.</summary>
internal static class ModerationEndpoints
{
    public const string Permission = "contributions.moderate";

    private static readonly string ForumsDocument = GraphQLDocument.Read("Staff/Moderation/QueueForums.graphql");
    private static readonly string QueueDocument = GraphQLDocument.Read("Staff/Moderation/ModerationQueue.graphql");
    public static readonly string CaseDocument = GraphQLDocument.Read("Staff/Moderation/ModeratedCase.graphql");
    private static readonly string LedgerDocument = GraphQLDocument.Read("Staff/Moderation/ModerationLedger.graphql");

    public static void MapStaffModeration(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(ModerationLinks.Queue, ([AsParameters] QueueAsked asked, IEngagementGraphQL g, TimeProvider clock, HttpContext c, CancellationToken ct) =>
            ShowQueueAsync(asked with { Appeals = null }, [], "", g, clock, c, ct));
        pages.MapGet(ModerationLinks.Appeals, ([AsParameters] QueueAsked asked, IEngagementGraphQL g, TimeProvider clock, HttpContext c, CancellationToken ct) =>
            ShowQueueAsync(asked with { Appeals = "true", Kind = null }, [], "", g, clock, c, ct));
        pages.MapGet(ModerationLinks.Ledger, ShowLedgerAsync);
        pages.MapGet($"{ModerationLinks.Queue}/{{id}}", GoToAsync);
        pages.MapDecisions();
    }

    /// <summary>The list with the contribution that was chosen; after a refusal, with what is wrong and the words that were written.</summary>
    public static async Task<IResult> ShowQueueAsync(
        QueueAsked asked, IReadOnlyList<FieldError> errors, string reason, IEngagementGraphQL graphQL, TimeProvider clock, HttpContext context, CancellationToken ct)
    {
        var (viewer, forums) = await ForumsAsync(graphQL, context, ct);
        var chosen = Choose(forums, asked.Forum);
        if (chosen is null && (asked.Forum is not null || forums.Count > 0))
            return TroubleEndpoints.NotFound();

        var queue = new QueueList([]);
        ModeratedCase? one = null;
        if (chosen is not null)
        {
            asked = asked with { Forum = chosen.Slug };
            queue = (await graphQL.ExecuteAsync(QueueDocument, Variables(chosen.Id, asked), context, ct)).Get<QueueList>("moderationQueue") ?? queue;
            // The list may not know yet what was done a moment ago.
            if (asked.Of is { } dealtWith && dealtWith != asked.Item)
                queue = queue with { Nodes = [.. queue.Nodes.Where(row => row.Id != dealtWith)] };
            // Without a choice it begins with the first on which something can be done.
            var first = queue.Nodes.FirstOrDefault(row => row is { IsWithSafeguardingLead: false, ClaimedBy: not { IsYou: false } }) ?? (queue.Nodes.Count > 0 ? queue.Nodes[0] : null);
            if ((asked.Item ?? first?.Id) is { } id)
                one = await FindAsync(id, graphQL, context, ct);
            if (asked.Item is not null && one is null)
                return TroubleEndpoints.NotFound();
        }

        return Page.Of<QueuePage>(
            new
            {
                Viewer = viewer,
                Forums = forums,
                Chosen = chosen,
                Asked = asked,
                Queue = queue,
                Case = one,
                Now = clock.GetUtcNow(),
                Reason = reason,
                Key = FormKey.New(),
                Errors = errors,
            },
            errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>One contribution, wherever it waits: its address does not say in which forum, or whether it is an appeal.</summary>
    private static async Task<IResult> GoToAsync(string id, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        await FindAsync(id, graphQL, context, ct) is { Topic: { } topic } one
            ? Page.SeeOther(ModerationLinks.At(new QueueAsked { Forum = topic.Forum.Slug, Appeals = one.IsAppeal ? "true" : null }, id))
            : TroubleEndpoints.NotFound();

    public static async Task<ModeratedCase?> FindAsync(string id, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(CaseDocument, new { id }, context, ct);
        Viewer.Of(reply, Permission);
        return reply.Get<ModeratedCase>("moderatedContribution");
    }

    private static async Task<IResult> ShowLedgerAsync([AsParameters] LedgerAsked asked, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var (viewer, forums) = await ForumsAsync(graphQL, context, ct);
        var chosen = Choose(forums, asked.Forum);
        if (chosen is null && (asked.Forum is not null || forums.Count > 0))
            return TroubleEndpoints.NotFound();
        var words = string.IsNullOrWhiteSpace(asked.Words) ? null : asked.Words;
        var reply = chosen is null
            ? null
            : await graphQL.ExecuteAsync(
                LedgerDocument,
                new { forumId = chosen.Id, kind = asked.KindAsked, words, from = asked.FromDay, until = asked.UntilDay, after = asked.After },
                context,
                ct);
        return Page.Of<LedgerPage>(new
        {
            Viewer = viewer,
            Forums = forums,
            Chosen = chosen,
            Asked = asked with { Forum = chosen?.Slug },
            Steps = reply?.Get<Connection<LedgerStep>>("moderationLedger") ?? new Connection<LedgerStep>([]),
            LastMonth = reply?.Get<Connection<TransparencyReport>>("transparencyReports")?.Nodes is [var month, ..] ? month : null,
        });
    }

    private static object Variables(string forumId, QueueAsked asked)
    {
        var filter = QueueKinds.Filter(asked.Kind);
        return new
        {
            forumId,
            state = filter.State,
            heldFor = filter.HeldFor,
            isFlagged = filter.IsFlagged,
            isClaimed = filter.IsClaimed,
            isAppeal = asked.IsAppeals,
            after = asked.After,
        };
    }

    private static async Task<(Viewer Viewer, IReadOnlyList<QueueForum> Forums)> ForumsAsync(IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(ForumsDocument, null, context, ct);
        var viewer = Viewer.Of(reply, Permission);
        return (viewer, [.. (reply.Get<Connection<QueueForum>>("forums")?.Nodes ?? []).Where(forum => forum.MayModerate)]);
    }

    /// <summary>The forum that was asked for; without that the first in which something waits.</summary>
    private static QueueForum? Choose(IReadOnlyList<QueueForum> forums, string? slug) => slug is null
        ? forums.FirstOrDefault(forum => forum.Waiting > 0) ?? (forums.Count > 0 ? forums[0] : null)
        : forums.FirstOrDefault(forum => forum.Slug == slug);
}
