using System.Globalization;
using Engagement.Web.Documents;
using Engagement.Web.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Staff.Messages;

/// <summary>What the platform has yet to do, and what it could not: seeing why, putting it right, trying again, giving up.</summary>
internal static class MessagesEndpoints
{
    public const string Permission = "messages.manage";

    private static readonly string ListDocument = GraphQLDocument.Read("Staff/Messages/Messages.graphql");
    private static readonly string CountDocument = GraphQLDocument.Read("Staff/Messages/DeadLetterCount.graphql");
    private static readonly string Document = GraphQLDocument.Read("Staff/Messages/DeadLetter.graphql");
    private static readonly string BodyDocument = GraphQLDocument.Read("Staff/Messages/DeadLetterBody.graphql");
    private static readonly string EditDocument = GraphQLDocument.Read("Staff/Messages/EditDeadLetter.graphql");
    private static readonly string AgainDocument = GraphQLDocument.Read("Staff/Messages/ReplayDeadLetter.graphql");
    private static readonly string PurgeDocument = GraphQLDocument.Read("Staff/Messages/PurgeDeadLetter.graphql");
    private static readonly string AgainAllDocument = GraphQLDocument.Read("Staff/Messages/ReplayDeadLetters.graphql");
    private static readonly string PurgeAllDocument = GraphQLDocument.Read("Staff/Messages/PurgeDeadLetters.graphql");

    public static void MapMessages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(MessagesLinks.List, ListAsync);
        pages.MapGet("/staff/messages/{id}", (string id, string? done, string? body, IEngagementGraphQL g, HttpContext c, CancellationToken ct) =>
            ShowAsync(id, done, body == "shown", [], g, c, ct));
        pages.MapPost("/staff/messages/{id}/again", AgainAsync);
        pages.MapGet("/staff/messages/{id}/edit", (string id, IEngagementGraphQL g, HttpContext c, CancellationToken ct) => ShowEditAsync(id, null, [], g, c, ct));
        pages.MapPost("/staff/messages/{id}/edit", EditAsync);
        pages.MapGet("/staff/messages/{id}/purge", (string id, IEngagementGraphQL g, HttpContext c, CancellationToken ct) => ShowPurgeAsync(id, [], g, c, ct));
        pages.MapPost("/staff/messages/{id}/purge", PurgeAsync);
        foreach (var (address, isPurge) in new[] { (MessagesLinks.AgainAll, false), (MessagesLinks.PurgeAll, true) })
        {
            pages.MapGet(address, ([AsParameters] MessagesAsked asked, IEngagementGraphQL g, TimeProvider clock, HttpContext c, CancellationToken ct) =>
                ShowAllAsync(isPurge, asked, [], g, clock, c, ct));
            pages.MapPost(address, (IEngagementGraphQL g, TimeProvider clock, HttpContext c, CancellationToken ct) => ActOnAllAsync(isPurge, g, clock, c, ct));
        }
    }

    private static async Task<IResult> ListAsync(
        [AsParameters] MessagesAsked asked, string? done, string? count, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(ListDocument, new { queue = asked.Queue, type = asked.Type, search = asked.Search, after = asked.After }, context, ct);
        return Page.Of<MessagesPage>(new
        {
            Viewer = Viewer.Of(reply, Permission),
            Queues = reply.Get<IReadOnlyList<QueueRow>>("messageQueues") ?? [],
            Types = reply.Get<IReadOnlyList<DeadLetterTypeRow>>("deadLetterTypes") ?? [],
            Letters = reply.Get<Connection<DeadLetterRow>>("deadLetters") ?? new Connection<DeadLetterRow>([]),
            Asked = asked,
            Done = done,
            Count = int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1,
        });
    }

    private static async Task<IResult> ShowAsync(
        string id, string? done, bool withBody, IReadOnlyList<FieldError> errors, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var (viewer, letter) = await FindAsync(id, withBody, graphQL, context, ct);
        return Page.Of<MessagePage>(new { Viewer = viewer, Letter = letter, Key = FormKey.New(), Done = done, Errors = errors }, errors.Status());
    }

    private static async Task<IResult> AgainAsync(string id, IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var errors = await SendAsync(AgainDocument, "replayDeadLetter", id, mutation, context, ct);
        return errors.Count == 0 ? Page.SeeOther(MessagesLinks.Done("again", 1)) : await ShowAsync(id, null, withBody: false, errors, graphQL, context, ct);
    }

    /// <summary>The body as it is, or what somebody entered and was refused.</summary>
    private static async Task<IResult> ShowEditAsync(
        string id, string? body, IReadOnlyList<FieldError> errors, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var (viewer, letter) = await FindAsync(id, withBody: true, graphQL, context, ct);
        return Page.Of<EditMessagePage>(
            new { Viewer = viewer, Letter = letter, Body = body ?? MessagePage.Lines(letter.Body), Key = FormKey.New(), Errors = errors }, errors.Status());
    }

    private static async Task<IResult> EditAsync(string id, IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        var input = new { deadLetterId = id, body = form["body"], idempotencyKey = form.OrNull("_key") };
        var errors = form.IsTrusted ? await mutation.SendAsync(EditDocument, "editDeadLetter", input, context, ct) : [FieldError.PageTooOld];
        return errors.Count == 0 ? Page.SeeOther(MessagesLinks.Of(id, "edit")) : await ShowEditAsync(id, form["body"], errors, graphQL, context, ct);
    }

    private static async Task<IResult> ShowPurgeAsync(string id, IReadOnlyList<FieldError> errors, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var (viewer, letter) = await FindAsync(id, withBody: false, graphQL, context, ct);
        return Page.Of<PurgeMessagePage>(new { Viewer = viewer, Letter = letter, Key = FormKey.New(), Errors = errors }, errors.Status());
    }

    private static async Task<IResult> PurgeAsync(string id, IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var errors = await SendAsync(PurgeDocument, "purgeDeadLetter", id, mutation, context, ct);
        return errors.Count == 0 ? Page.SeeOther(MessagesLinks.Done("purge", 1)) : await ShowPurgeAsync(id, errors, graphQL, context, ct);
    }

    /// <summary>What will happen with all that fit. The moment is kept, so that nothing is touched that came after this page was shown.</summary>
    private static async Task<IResult> ShowAllAsync(
        bool isPurge, MessagesAsked asked, IReadOnlyList<FieldError> errors, IEngagementGraphQL graphQL, TimeProvider clock, HttpContext context, CancellationToken ct)
    {
        var moment = clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
        var reply = await graphQL.ExecuteAsync(CountDocument, new { queue = asked.Queue, type = asked.Type, search = asked.Search }, context, ct);
        return Page.Of<AllMessagesPage>(
            new
            {
                Viewer = Viewer.Of(reply, Permission),
                Count = reply.Get<Connection<DeadLetterRow>>("deadLetters")?.TotalCount ?? 0,
                Asked = asked,
                IsPurge = isPurge,
                Moment = moment,
                Key = FormKey.New(),
                Errors = errors,
            },
            errors.Status());
    }

    private static async Task<IResult> ActOnAllAsync(bool isPurge, IEngagementGraphQL graphQL, TimeProvider clock, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        var asked = new MessagesAsked { Queue = form.OrNull("queue"), Type = form.OrNull("type"), Search = form.OrNull("search") };
        IReadOnlyList<FieldError> errors = [FieldError.PageTooOld];
        if (form.IsTrusted)
        {
            var input = new { queue = asked.Queue, type = asked.Type, search = asked.Search, failedBefore = form["failedBefore"], idempotencyKey = form.OrNull("_key") };
            var (document, field) = isPurge ? (PurgeAllDocument, "purgeDeadLetters") : (AgainAllDocument, "replayDeadLetters");
            var reply = await graphQL.ExecuteAsync(document, new { input }, context, ct);
            errors = reply.PayloadErrors(field);
            if (errors.Count == 0)
            {
                var tended = reply.Get<Tended>(field);
                return Page.SeeOther(MessagesLinks.Done(isPurge ? "purge" : "again", (tended?.PurgedDeadLetters ?? tended?.ReplayedDeadLetters)?.Count ?? 0));
            }
        }

        return await ShowAllAsync(isPurge, asked, errors, graphQL, clock, context, ct);
    }

    private static async Task<IReadOnlyList<FieldError>> SendAsync(
        string document, string field, string id, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        return form.IsTrusted
            ? await mutation.SendAsync(document, field, new { deadLetterId = id, idempotencyKey = form.OrNull("_key") }, context, ct)
            : [FieldError.PageTooOld];
    }

    // Whoever is shown what is in it is in the access log: it is not asked for where it is not shown.
    private static async Task<(Viewer Viewer, DeadLetterRow Letter)> FindAsync(
        string id, bool withBody, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(withBody ? BodyDocument : Document, new { id }, context, ct);
        return (Viewer.Of(reply, Permission), reply.Get<DeadLetterRow>("deadLetter") ?? throw new AddressUnknownException());
    }

    private sealed record Tended(Counted? ReplayedDeadLetters, Counted? PurgedDeadLetters);

    private sealed record Counted(int Count);
}
