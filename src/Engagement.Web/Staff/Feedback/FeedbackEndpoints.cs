using Engagement.Web.Documents;
using Engagement.Web.Forms;
using Engagement.Web.Trouble;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Web.Staff.Feedback;

/// <summary>Complaints, compliments and comments: logging them, and what is done about each.</summary>
internal static class FeedbackEndpoints
{
    private const string Read = "logged-feedback.read";
    private const string Answer = "logged-feedback.answer";

    private static readonly string ListDocument = GraphQLDocument.Read("Staff/Feedback/FeedbackLog.graphql");
    private static readonly string ServicesDocument = GraphQLDocument.Read("Staff/Feedback/FeedbackServices.graphql");
    private static readonly string Document = GraphQLDocument.Read("Staff/Feedback/OneFeedback.graphql");
    private static readonly string LogDocument = GraphQLDocument.Read("Staff/Feedback/LogFeedback.graphql");
    private static readonly string AcknowledgeDocument = GraphQLDocument.Read("Staff/Feedback/AcknowledgeFeedback.graphql");
    private static readonly string AnswerDocument = GraphQLDocument.Read("Staff/Feedback/AnswerFeedback.graphql");
    private static readonly string LessonDocument = GraphQLDocument.Read("Staff/Feedback/DrawLesson.graphql");
    private static readonly string KindDocument = GraphQLDocument.Read("Staff/Feedback/ReclassifyFeedback.graphql");

    public static void MapFeedback(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(FeedbackLinks.List, ListAsync);
        pages.MapGet(FeedbackLinks.New, ShowLogAsync);
        pages.MapPost(FeedbackLinks.New, LogAsync);
        pages.MapGet("/staff/feedback/{id}", ShowAsync);
        pages.MapPost("/staff/feedback/{id}/{step}", TakeStepAsync);
    }

    private static async Task<IResult> ListAsync(
        string? kind, string? service, string? show, string? order, string? after, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var asked = FeedbackAsked.Of(kind, service, show, order);
        var reply = await graphQL.ExecuteAsync(
            ListDocument,
            new { kind = asked.Kind, service = asked.Service, onlyUnanswered = !asked.All, order = asked.Newest ? "NEWEST" : "OLDEST", after },
            context,
            ct);
        return Page.Of<FeedbackPage>(new
        {
            Viewer = Viewer.Of(reply, Read),
            Found = reply.Get<Connection<LoggedEntry>>("loggedFeedback") ?? new Connection<LoggedEntry>([]),
            Asked = asked,
            Services = Services(reply),
            Today = Today(context),
            IsFirst = after is null,
        });
    }

    private static async Task<IResult> ShowLogAsync(IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        await LogFormAsync(Fields.None, FormKey.New(), [], graphQL, context, ct);

    private static async Task<IResult> LogAsync(IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        var errors = new List<FieldError>();
        if (!form.IsTrusted)
            errors.Add(FieldError.PageTooOld);
        if (FeedbackTerms.Kinds.All(kind => kind.Value != form["kind"]))
            errors.Add(new FieldError("Choose what it is", "kind"));
        if (!form.HasDay("receivedOn"))
            errors.Add(new FieldError("Enter the day it came", "receivedOn"));
        if (errors.Count == 0)
        {
            var (id, refusals) = await mutation.MakeAsync(
                LogDocument,
                "logFeedback",
                "loggedFeedback",
                new
                {
                    kind = form["kind"],
                    service = form["service"],
                    words = form["words"],
                    receivedOn = form["receivedOn"],
                    district = form.OrNull("district"),
                    idempotencyKey = form.OrNull("key"),
                },
                context,
                ct);
            if (id is not null)
                return Page.SeeOther($"{FeedbackLinks.Of(id)}?done=logged");
            errors.AddRange(refusals);
        }

        return await LogFormAsync(new Fields(name => form[name]), FormKey.Of(form), errors, graphQL, context, ct);
    }

    private static async Task<IResult> LogFormAsync(
        Fields fields, string key, IReadOnlyList<FieldError> errors, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(ServicesDocument, null, context, ct);
        return Page.Of<LogPage>(
            new { Viewer = Viewer.Of(reply, Answer), Services = Services(reply), Fields = fields, Key = key, Errors = errors }, errors.Status());
    }

    private static Task<IResult> ShowAsync(string id, string? done, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        EntryAsync(id, null, null, done, [], graphQL, context, ct);

    private static async Task<IResult> TakeStepAsync(
        string id, string step, IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        if (step is not ("acknowledge" or "answer" or "lesson" or "kind"))
            return TroubleEndpoints.NotFound();
        var form = await SubmittedForm.ReadAsync(context, ct);
        var errors = form.IsTrusted ? [.. Check(step, form)] : new List<FieldError> { FieldError.PageTooOld };
        if (errors.Count == 0)
            errors.AddRange(await SendAsync(id, step, form, mutation, context, ct));
        return errors.Count == 0
            ? Page.SeeOther($"{FeedbackLinks.Of(id)}?done={step}")
            : await EntryAsync(id, step, form, null, errors, graphQL, context, ct);
    }

    private static IEnumerable<FieldError> Check(string step, SubmittedForm form)
    {
        if (step != "kind")
            yield break;
        if (FeedbackTerms.Kinds.All(kind => kind.Value != form["kind"]))
            yield return new FieldError("Choose what it is", "kind");
        if (form["personAgreed"] is not (EntryPage.Yes or EntryPage.No))
            yield return new FieldError("Say whether the person agrees", "personAgreed");
    }

    private static Task<IReadOnlyList<FieldError>> SendAsync(
        string id, string step, SubmittedForm form, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var version = form.Number("version");
        var key = form.OrNull("key");
        return step switch
        {
            "acknowledge" => mutation.SendAsync(
                AcknowledgeDocument, "acknowledgeFeedback", new { logEntryId = id, expectedVersion = version, idempotencyKey = key }, context, ct),
            "answer" => mutation.SendAsync(
                AnswerDocument, "answerFeedback", new { logEntryId = id, answer = form["answer"], expectedVersion = version, idempotencyKey = key }, context, ct),
            "lesson" => mutation.SendAsync(
                LessonDocument, "drawLesson", new { logEntryId = id, lesson = form["lesson"], expectedVersion = version, idempotencyKey = key }, context, ct),
            _ => mutation.SendAsync(
                KindDocument,
                "reclassifyFeedback",
                new
                {
                    logEntryId = id,
                    kind = form["kind"],
                    reason = form["reason"],
                    personAgreed = form["personAgreed"] == EntryPage.Yes,
                    expectedVersion = version,
                    idempotencyKey = key,
                },
                context,
                ct),
        };
    }

    private static async Task<IResult> EntryAsync(
        string id, string? step, SubmittedForm? form, string? done, IReadOnlyList<FieldError> errors, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(Document, new { id }, context, ct);
        var viewer = Viewer.Of(reply, Read);
        return reply.Get<LoggedEntry>("node") is { Id: not null } entry
            ? Page.Of<EntryPage>(
                new
                {
                    Viewer = viewer,
                    Entry = entry,
                    Words = reply.Get<EntryWords>("loggedFeedbackWords") ?? new EntryWords(null, null),
                    Today = Today(context),
                    Fields = Fields.Of(form),
                    Step = step,
                    Errors = errors,
                    Done = done,
                },
                errors.Status())
            : TroubleEndpoints.NotFound();
    }

    private static IReadOnlyList<ServiceChoice> Services(GraphQLReply reply) => reply.Get<IReadOnlyList<ServiceChoice>>("services") ?? [];

    private static DateOnly Today(HttpContext context) => Dates.Day(context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());
}
