using Engagement.Web.Documents;
using Engagement.Web.Forms;
using Engagement.Web.Trouble;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Staff.Loops;

/// <summary>What families' readers do: say that drafted words are plain, and whether a published answer answers their people.</summary>
internal static class ReadingEndpoints
{
    private const string Sign = "entries.sign-plain-language";
    private const string Confirm = "loops.confirm-for-families";

    /// <summary>Words wait for days and not for years: a list that is longer than this is not looked through for one of them.</summary>
    private const int MostPages = 20;

    private static readonly string ListDocument = GraphQLDocument.Read("Staff/Loops/Reading.graphql");
    private static readonly string WordsDocument = GraphQLDocument.Read("Staff/Loops/ToRead.graphql");
    private static readonly string BesideDocument = GraphQLDocument.Read("Staff/Loops/BesideWords.graphql");
    private static readonly string ApproveDocument = GraphQLDocument.Read("Staff/Loops/ApproveEntry.graphql");
    private static readonly string AnswerDocument = GraphQLDocument.Read("Staff/Loops/Answer.graphql");
    private static readonly string SoFarDocument = GraphQLDocument.Read("Staff/Loops/AnswerSoFar.graphql");
    private static readonly string ConfirmDocument = GraphQLDocument.Read("Staff/Loops/GiveGroupConfirmation.graphql");

    public static void MapReading(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(LoopsLinks.Reading, ListAsync);
        pages.MapGet("/staff/reading/words/{id}", ShowWordsAsync);
        pages.MapPost("/staff/reading/words/{id}", ApproveAsync);
        pages.MapGet("/staff/reading/answers/{slug}", ShowAnswerAsync);
        pages.MapPost("/staff/reading/answers/{slug}", ConfirmAsync);
    }

    private static async Task<IResult> ListAsync(
        string? words, string? after, string? afterEntry, string? done, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(ListDocument, new { words = LoopsAsked.Given(words), after, afterEntry }, context, ct);
        return Page.Of<ReadingPage>(new
        {
            Viewer = Viewer.Of(reply, Sign),
            ToRead = reply.Get<Connection<EntryToRead>>("entriesToRead") ?? new Connection<EntryToRead>([]),
            Answers = reply.Get<Connection<AnswerLine>>("entries") ?? new Connection<AnswerLine>([]),
            Words = words,
            IsFirst = after is null,
            IsFirstAnswer = afterEntry is null,
            Done = done,
        });
    }

    private static Task<IResult> ShowWordsAsync(string id, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        WithWordsAsync(id, graphQL, context, (viewer, entry, beside) => Words(viewer, entry, beside, []), ct);

    private static async Task<IResult> ApproveAsync(
        string id, IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        return await WithWordsAsync(id, graphQL, context, async (viewer, entry, beside) =>
        {
            int? version = int.TryParse(form["_version"], out var seen) ? seen : null;
            var errors = form.IsTrusted
                ? await mutation.SendAsync(
                    ApproveDocument,
                    "approveEntry",
                    new { loopId = id, reader = Group(viewer), expectedVersion = version, idempotencyKey = form["_key"] },
                    context,
                    ct)
                : [FieldError.PageTooOld];
            return errors.Count == 0 ? Page.SeeOther($"{LoopsLinks.Reading}?done=approved") : Words(viewer, entry, beside, errors);
        }, ct);
    }

    private static Task<IResult> ShowAnswerAsync(string slug, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        WithAnswerAsync(slug, graphQL, context, (viewer, answer, soFar) => Answer(viewer, answer, soFar, null, []), ct);

    private static async Task<IResult> ConfirmAsync(
        string slug, IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        return await WithAnswerAsync(slug, graphQL, context, async (viewer, answer, soFar) =>
        {
            IReadOnlyList<FieldError> errors = (form.IsTrusted, form["answer"]) switch
            {
                (false, _) => [FieldError.PageTooOld],
                (_, "") => [new FieldError("Choose whether it answers them", "answer")],
                _ => await mutation.SendAsync(
                    ConfirmDocument,
                    "giveGroupConfirmation",
                    new { entryId = answer.Id, group = Group(viewer), answer = form["answer"], idempotencyKey = form["_key"] },
                    context,
                    ct),
            };
            return errors.Count == 0 ? Page.SeeOther($"{LoopsLinks.Reading}?done=confirmed") : Answer(viewer, answer, soFar, form["answer"], errors);
        }, ct);
    }

    private static Task<IResult> WithWordsAsync(
        string id, IEngagementGraphQL graphQL, HttpContext context, Func<Viewer, EntryToRead, WordsContext?, IResult> show, CancellationToken ct) =>
        WithWordsAsync(id, graphQL, context, (viewer, entry, beside) => Task.FromResult(show(viewer, entry, beside)), ct);

    // Readers are given a list of what waits and nothing else of a loop, so one of them is found in it.
    private static async Task<IResult> WithWordsAsync(
        string id, IEngagementGraphQL graphQL, HttpContext context, Func<Viewer, EntryToRead, WordsContext?, Task<IResult>> show, CancellationToken ct)
    {
        string? after = null;
        for (var page = 0; page < MostPages; page++)
        {
            var reply = await graphQL.ExecuteAsync(WordsDocument, new { after }, context, ct);
            var viewer = Viewer.Of(reply, Sign);
            var waiting = reply.Get<Connection<EntryToRead>>("entriesToRead") ?? new Connection<EntryToRead>([]);
            if (waiting.Nodes.FirstOrDefault(entry => entry.LoopId == id) is { } entry)
            {
                var beside = viewer.May("loops.read")
                    ? (await graphQL.ExecuteAsync(BesideDocument, new { id }, context, ct)).Get<WordsContext>("loop")
                    : null;
                return await show(viewer, entry, beside);
            }

            if (waiting.PageInfo is not { HasNextPage: true, EndCursor: { } cursor })
                return Page.Of<WordsGonePage>(new { Viewer = viewer });
            after = cursor;
        }

        return TroubleEndpoints.NotFound();
    }

    private static Task<IResult> WithAnswerAsync(
        string slug, IEngagementGraphQL graphQL, HttpContext context, Func<Viewer, PublishedAnswer, AnswerSoFar?, IResult> show, CancellationToken ct) =>
        WithAnswerAsync(slug, graphQL, context, (viewer, answer, soFar) => Task.FromResult(show(viewer, answer, soFar)), ct);

    private static async Task<IResult> WithAnswerAsync(
        string slug, IEngagementGraphQL graphQL, HttpContext context, Func<Viewer, PublishedAnswer, AnswerSoFar?, Task<IResult>> show, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(AnswerDocument, new { slug }, context, ct);
        var viewer = Viewer.Of(reply, Confirm);
        if (reply.Get<PublishedAnswer>("entryBySlug") is not { } answer)
            return TroubleEndpoints.NotFound();
        var soFar = viewer.May("loops.read")
            ? (await graphQL.ExecuteAsync(SoFarDocument, new { slug }, context, ct)).Get<EntryWithLoop>("entryBySlug")?.Loop
            : null;
        return await show(viewer, answer, soFar);
    }

    private static IResult Words(Viewer viewer, EntryToRead entry, WordsContext? beside, IReadOnlyList<FieldError> errors) => Page.Of<WordsPage>(
        new { Viewer = viewer, Entry = entry, Beside = beside, Errors = errors },
        errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    private static IResult Answer(Viewer viewer, PublishedAnswer answer, AnswerSoFar? soFar, string? chosen, IReadOnlyList<FieldError> errors) => Page.Of<ConfirmPage>(
        new { Viewer = viewer, Answer = answer, SoFar = soFar, Chosen = chosen, Errors = errors },
        errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    /// <summary>For whom a role speaks. The API refuses whoever speaks for others.</summary>
    private static string Group(Viewer viewer) => viewer.Role == "youth-facilitator" ? "YOUNG_PEOPLE" : "PARENT_FORUM";
}
