using Engagement.Web.Documents;
using Engagement.Web.Forms;
using Engagement.Web.Trouble;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Staff.Moderation;

/// <summary>
/// What a moderator does with one contribution. To show it is one press; for everything that its author reads words about, the words are seen as the author
/// will read them before they are sent.
/// </summary>
internal static class DecisionEndpoints
{
    private static readonly string ClaimDocument = GraphQLDocument.Read("Staff/Moderation/ClaimContribution.graphql");
    private static readonly string ReleaseDocument = GraphQLDocument.Read("Staff/Moderation/ReleaseContribution.graphql");
    private static readonly string ReturnDocument = GraphQLDocument.Read("Staff/Moderation/ReturnContribution.graphql");
    private static readonly string RefuseDocument = GraphQLDocument.Read("Staff/Moderation/RefuseContribution.graphql");
    private static readonly string HoldDocument = GraphQLDocument.Read("Staff/Moderation/HoldContribution.graphql");
    private static readonly string UndoDocument = GraphQLDocument.Read("Staff/Moderation/ReverseModeration.graphql");
    private static readonly string AppealDocument = GraphQLDocument.Read("Staff/Moderation/DecideAppeal.graphql");

    public static void MapDecisions(this IEndpointRouteBuilder pages)
    {
        pages.MapPost($"{ModerationLinks.Queue}/{{id}}/claim", ClaimAsync);
        pages.MapPost($"{ModerationLinks.Queue}/{{id}}/release", ReleaseAsync);
        foreach (var page in DecisionPage.All)
        {
            var address = $"{ModerationLinks.Queue}/{{id}}/{page.Act}";
            pages.MapGet(address, (string id, [AsParameters] QueueAsked asked, IEngagementGraphQL g, HttpContext c, CancellationToken ct) =>
                WithAsync(id, g, c, (viewer, one) => Task.FromResult(Ask(page, viewer, one, asked, new Written(), [])), ct));
            pages.MapPost(address, (string id, [AsParameters] QueueAsked asked, IEngagementGraphQL g, StaffMutation m, HttpContext c, CancellationToken ct) =>
                DecideAsync(page, id, asked, g, m, c, ct));
        }
    }

    private static async Task<IResult> ClaimAsync(
        string id, [AsParameters] QueueAsked asked, IEngagementGraphQL graphQL, StaffMutation mutation, TimeProvider clock, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        var errors = form.IsTrusted
            ? await mutation.SendAsync(
                ClaimDocument, "claimContribution", new { contributionId = id, expectedVersion = Version(form), idempotencyKey = form["_key"] }, context, ct)
            : [FieldError.PageTooOld];
        return errors.Count == 0
            ? Page.SeeOther(ModerationLinks.At(asked, id, "claimed", id))
            : await ModerationEndpoints.ShowQueueAsync(asked with { Item = id }, errors, "", graphQL, clock, context, ct);
    }

    private static async Task<IResult> ReleaseAsync(
        string id, [AsParameters] QueueAsked asked, IEngagementGraphQL graphQL, StaffMutation mutation, TimeProvider clock, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        if (await ModerationEndpoints.FindAsync(id, graphQL, context, ct) is not { } one)
            return TroubleEndpoints.NotFound();
        var reason = form["reason"] is { Length: > 0 } written ? written : null;
        var errors = form.IsTrusted
            ? await mutation.SendAsync(
                ReleaseDocument, "releaseContribution", new { contributionId = id, reason, expectedVersion = Version(form), idempotencyKey = form["_key"] }, context, ct)
            : [FieldError.PageTooOld];
        var done = one switch
        {
            { AwaitsReview: true } => "stays",
            { NeedsTwo: true, IsHalfReleased: false } => "agreed",
            _ => "released",
        };
        return errors.Count == 0
            ? Page.SeeOther(ModerationLinks.At(asked, asked.Next, done, id))
            : await ModerationEndpoints.ShowQueueAsync(asked with { Item = id }, errors, reason ?? "", graphQL, clock, context, ct);
    }

    private static async Task<IResult> DecideAsync(
        DecisionPage page, string id, QueueAsked asked, IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        var written = Written.From(form);
        return await WithAsync(id, graphQL, context, async (viewer, one) =>
        {
            if (!form.IsTrusted)
                return Ask(page, viewer, one, asked, written, [FieldError.PageTooOld]);
            if (Decision.Find(written.Value, page.Groups) is not { } decision)
                return Ask(page, viewer, one, asked, written, [new FieldError("Choose one", "decision")]);
            // Who leaves the words out takes ours.
            written = written with { Words = written.Words.Length > 0 ? written.Words : decision.Suggested ?? "" };
            if (written.Words.Length == 0)
                return Ask(page, viewer, one, asked, written, [new FieldError("Enter what the author should read", "words")]);
            if (form["_step"] == "change")
                return Ask(page, viewer, one, asked, written, []);
            if (form["_step"] != "send")
                return Check(page, decision, viewer, one, asked, written);

            var errors = await SendAsync(id, decision, written, mutation, context, ct);
            if (errors.Count == 0)
                return Page.SeeOther(ModerationLinks.At(asked, page.Act == "undo" ? id : asked.Next, Done(decision), id));
            // Whoever sends it again has been told that it is no longer as they saw it.
            return Ask(page, viewer, one, asked, errors.Any(error => error.Code == "STALE_VERSION") ? written with { Version = one.Version } : written, errors);
        }, ct);
    }

    private static async Task<IReadOnlyList<FieldError>> SendAsync(
        string id, Decision decision, Written written, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var (why, words, idempotencyKey, expectedVersion) = (decision.Class, written.Words, written.Key, written.Version);
        var errors = decision switch
        {
            _ when decision.Is(DecisionGroup.Return) => await mutation.SendAsync(
                ReturnDocument, "returnContribution", new { contributionId = id, why, whatToChange = words, idempotencyKey, expectedVersion }, context, ct),
            _ when decision.Is(DecisionGroup.Refuse) => await mutation.SendAsync(
                RefuseDocument, "refuseContribution", new { contributionId = id, why, reason = words, idempotencyKey, expectedVersion }, context, ct),
            _ when decision.Is(DecisionGroup.Hold) => await mutation.SendAsync(
                HoldDocument,
                "holdContribution",
                new { contributionId = id, why, reason = words, safeguardingNote = written.Note is { Length: > 0 } note ? note : null, idempotencyKey, expectedVersion },
                context, ct),
            _ when decision.Is(DecisionGroup.Undo) => await mutation.SendAsync(
                UndoDocument, "reverseModeration", new { contributionId = id, reason = words, idempotencyKey, expectedVersion }, context, ct),
            _ => await mutation.SendAsync(
                AppealDocument, "decideAppeal", new { contributionId = id, outcome = why, reason = words, idempotencyKey, expectedVersion }, context, ct),
        };
        // Each mutation has its own name for the words that the author reads.
        return [.. errors.Select(error => error.Field is "reason" or "whatToChange" ? error with { Field = "words" } : error)];
    }

    private static string Done(Decision decision) => decision switch
    {
        _ when decision.Is(DecisionGroup.Return) => "returned",
        _ when decision.Is(DecisionGroup.Refuse) => "refused",
        { Class: "POSSIBLE_DISCLOSURE" } => "to-lead",
        _ when decision.Is(DecisionGroup.Hold) => "held",
        _ when decision.Is(DecisionGroup.Undo) => "undone",
        { Class: "OVERTURNED" } => "overturned",
        _ => "upheld",
    };

    private static IResult Ask(DecisionPage page, Viewer viewer, ModeratedCase one, QueueAsked asked, Written written, IReadOnlyList<FieldError> errors) =>
        Page.Of<DecidePage>(
            new
            {
                Viewer = viewer,
                Page = page.Act,
                Case = one,
                Asked = asked,
                // There is nothing to choose where there is one thing to do.
                Written = written with
                {
                    Version = written.Version ?? one.Version,
                    Key = written.Key.Length > 0 ? written.Key : FormKey.New(),
                    Value = page.Groups is [{ Decisions: [var only] }] ? only.Value : written.Value,
                },
                Errors = errors,
            },
            errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    private static IResult Check(DecisionPage page, Decision decision, Viewer viewer, ModeratedCase one, QueueAsked asked, Written written) =>
        Page.Of<CheckDecisionPage>(new { Viewer = viewer, Page = page.Act, Choice = decision.Value, Case = one, Asked = asked, Written = written });

    private static async Task<IResult> WithAsync(
        string id, IEngagementGraphQL graphQL, HttpContext context, Func<Viewer, ModeratedCase, Task<IResult>> show, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(ModerationEndpoints.CaseDocument, new { id }, context, ct);
        var viewer = Viewer.Of(reply, ModerationEndpoints.Permission);
        return reply.Get<ModeratedCase>("moderatedContribution") is { } one ? await show(viewer, one) : TroubleEndpoints.NotFound();
    }

    private static int? Version(SubmittedForm form) => int.TryParse(form["_version"], out var seen) ? seen : null;
}
