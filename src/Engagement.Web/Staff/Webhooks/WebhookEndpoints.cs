using System.Diagnostics;
using System.Globalization;
using Engagement.Web.Documents;
using Engagement.Web.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Staff.Webhooks;

/// <summary>Programs of others that are told when something is published: setting them up, seeing what they took, and sending again.</summary>
internal static class WebhookEndpoints
{
    public const string Permission = "webhooks.manage";

    // A program that is there answers in a moment; for one that is not, its page says what became of the test later.
    private static readonly TimeSpan PatienceWithTest = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(200);

    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    private static readonly string ListDocument = GraphQLDocument.Read("Staff/Webhooks/Webhooks.graphql");
    private static readonly string KindsDocument = GraphQLDocument.Read("Staff/Webhooks/WebhookKinds.graphql");
    private static readonly string Document = GraphQLDocument.Read("Staff/Webhooks/Webhook.graphql");
    private static readonly string DeliveryDocument = GraphQLDocument.Read("Staff/Webhooks/WebhookDelivery.graphql");
    private static readonly string CreateDocument = GraphQLDocument.Read("Staff/Webhooks/CreateWebhook.graphql");
    private static readonly string ChangeDocument = GraphQLDocument.Read("Staff/Webhooks/ChangeWebhook.graphql");
    private static readonly string RotateDocument = GraphQLDocument.Read("Staff/Webhooks/RotateWebhookSecret.graphql");
    private static readonly string TestDocument = GraphQLDocument.Read("Staff/Webhooks/WebhookTest.graphql");
    private static readonly string SinceDocument = GraphQLDocument.Read("Staff/Webhooks/RedeliverWebhookSince.graphql");
    private static readonly string DeleteDocument = GraphQLDocument.Read("Staff/Webhooks/DeleteWebhook.graphql");

    // What the page does with one button each: its mutation.
    private static readonly Dictionary<string, (string Document, string Field)> Acts = new(StringComparer.Ordinal)
    {
        ["pause"] = (GraphQLDocument.Read("Staff/Webhooks/PauseWebhook.graphql"), "pauseWebhook"),
        ["resume"] = (GraphQLDocument.Read("Staff/Webhooks/ResumeWebhook.graphql"), "resumeWebhook"),
        ["test"] = (GraphQLDocument.Read("Staff/Webhooks/SendWebhookTest.graphql"), "sendWebhookTest"),
    };

    private static readonly Dictionary<string, (string Document, string Field)> DeliveryActs = new(StringComparer.Ordinal)
    {
        ["again"] = (GraphQLDocument.Read("Staff/Webhooks/RedeliverWebhook.graphql"), "redeliverWebhook"),
        ["skip"] = (GraphQLDocument.Read("Staff/Webhooks/SkipWebhookDelivery.graphql"), "skipWebhookDelivery"),
    };

    public static void MapWebhooks(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(WebhookLinks.List, ListAsync);
        pages.MapGet(WebhookLinks.New, (IEngagementGraphQL g, HttpContext c, CancellationToken ct) => ShowFormAsync(null, Fields.None, [], [], g, c, ct));
        pages.MapPost(WebhookLinks.New, CreateAsync);
        pages.MapGet("/staff/webhooks/{id}", ([AsParameters] WebhookAsked asked, IEngagementGraphQL g, TimeProvider clock, HttpContext c, CancellationToken ct) =>
            ShowAsync(asked, [], g, clock, c, ct));
        pages.MapGet("/staff/webhooks/{id}/change", ShowChangeAsync);
        pages.MapPost("/staff/webhooks/{id}/change", ChangeAsync);
        pages.MapGet("/staff/webhooks/{id}/delete", (string id, IEngagementGraphQL g, HttpContext c, CancellationToken ct) => ShowDeleteAsync(id, [], g, c, ct));
        pages.MapPost("/staff/webhooks/{id}/delete", DeleteAsync);
        pages.MapPost("/staff/webhooks/{id}/acts/secret", RotateAsync);
        pages.MapPost("/staff/webhooks/{id}/acts/since", SendSinceAsync);
        pages.MapPost("/staff/webhooks/{id}/acts/{act}", ActAsync);
        pages.MapGet("/staff/webhooks/{id}/deliveries/{delivery}", (string delivery, string? done, IEngagementGraphQL g, TimeProvider clock, HttpContext c, CancellationToken ct) =>
            ShowDeliveryAsync(delivery, done, [], g, clock, c, ct));
        pages.MapPost("/staff/webhooks/{id}/deliveries/{delivery}/{act}", ActOnDeliveryAsync);
    }

    private static async Task<IResult> ListAsync(string? after, string? done, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(ListDocument, new { after }, context, ct);
        return Page.Of<WebhooksPage>(new
        {
            Viewer = Viewer.Of(reply, Permission),
            Webhooks = reply.Get<Connection<WebhookRow>>("webhooks") ?? new Connection<WebhookRow>([]),
            IsFirst = after is null,
            Done = done,
        });
    }

    private static async Task<IResult> ShowAsync(
        WebhookAsked asked, IReadOnlyList<FieldError> errors, IEngagementGraphQL graphQL, TimeProvider clock, HttpContext context, CancellationToken ct)
    {
        var variables = new { id = asked.Id, state = asked.StateAsked?.ToString().ToUpperInvariant(), kind = asked.KindAsked, after = asked.After };
        var reply = await graphQL.ExecuteAsync(Document, variables, context, ct);
        return Page.Of<WebhookPage>(
            new
            {
                Viewer = Viewer.Of(reply, Permission),
                Webhook = reply.Get<WebhookRow>("webhook") ?? throw new AddressUnknownException(),
                Deliveries = reply.Get<Connection<DeliveryRow>>("webhookDeliveries") ?? new Connection<DeliveryRow>([]),
                Kinds = KindsOf(reply),
                Asked = asked.StateAsked,
                Kind = asked.KindAsked,
                IsFirst = asked.After is null,
                Now = clock.GetUtcNow(),
                Key = FormKey.New(),
                asked.Done,
                Count = int.TryParse(asked.Count, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 1,
                Errors = errors,
            },
            errors.Status());
    }

    /// <summary>The form of a new webhook or, where there is one, of what it is.</summary>
    private static async Task<IResult> ShowFormAsync(
        WebhookRow? webhook, Fields fields, IReadOnlyList<string> chosen, IReadOnlyList<FieldError> errors, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(KindsDocument, null, context, ct);
        return Page.Of<WebhookFormPage>(
            new { Viewer = Viewer.Of(reply, Permission), Webhook = webhook, Kinds = KindsOf(reply), MayStayHere = reply.Get<bool>("webhooksMayStayHere"), Fields = fields, Chosen = chosen, Key = FormKey.New(), Errors = errors },
            errors.Status());
    }

    /// <summary>The secret is in the answer to the form and nowhere else, so there is no going on to another page.</summary>
    private static async Task<IResult> CreateAsync(IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        IReadOnlyList<FieldError> errors = [FieldError.PageTooOld];
        if (form.IsTrusted)
        {
            var input = new { name = form["name"], address = form["address"], kinds = form.All("kinds"), idempotencyKey = form.OrNull("_key") };
            var reply = await graphQL.ExecuteAsync(CreateDocument, new { input }, context, ct);
            errors = reply.PayloadErrors("createWebhook");
            if (errors.Count == 0 && reply.Get<Made>("createWebhook")?.CreatedWebhook is { } made)
                return await ShowSecretAsync(made, isNew: true, oldEnded: false, graphQL, context, ct);
        }

        return await ShowFormAsync(null, new Fields(name => form[name]), form.All("kinds"), errors, graphQL, context, ct);
    }

    private static async Task<IResult> ShowChangeAsync(string id, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var webhook = await FindAsync(id, graphQL, context, ct);
        return await ShowFormAsync(webhook, new Fields(name => name == "name" ? webhook.Name : name == "address" ? webhook.Address : ""), webhook.Kinds, [], graphQL, context, ct);
    }

    private static async Task<IResult> ChangeAsync(string id, IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        var input = new { webhookId = id, name = form["name"], address = form["address"], kinds = form.All("kinds"), idempotencyKey = form.OrNull("_key") };
        var errors = form.IsTrusted ? await mutation.SendAsync(ChangeDocument, "changeWebhook", input, context, ct) : [FieldError.PageTooOld];
        return errors.Count == 0
            ? Page.SeeOther(WebhookLinks.Of(id, "change"))
            : await ShowFormAsync(await FindAsync(id, graphQL, context, ct), new Fields(name => form[name]), form.All("kinds"), errors, graphQL, context, ct);
    }

    private static async Task<IResult> ShowDeleteAsync(string id, IReadOnlyList<FieldError> errors, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(Document, new { id }, context, ct);
        return Page.Of<DeleteWebhookPage>(
            new
            {
                Viewer = Viewer.Of(reply, Permission),
                Webhook = reply.Get<WebhookRow>("webhook") ?? throw new AddressUnknownException(),
                Key = FormKey.New(),
                Errors = errors,
            },
            errors.Status());
    }

    private static async Task<IResult> DeleteAsync(string id, IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        var errors = form.IsTrusted
            ? await mutation.SendAsync(DeleteDocument, "deleteWebhook", new { webhookId = id, idempotencyKey = form.OrNull("_key") }, context, ct)
            : [FieldError.PageTooOld];
        return errors.Count == 0 ? Page.SeeOther(Links.With(WebhookLinks.List, ("done", "deleted"))) : await ShowDeleteAsync(id, errors, graphQL, context, ct);
    }

    private static async Task<IResult> RotateAsync(string id, IEngagementGraphQL graphQL, TimeProvider clock, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        IReadOnlyList<FieldError> errors = [FieldError.PageTooOld];
        if (form.IsTrusted)
        {
            var input = new { webhookId = id, oldEndsNow = form["oldEndsNow"] == "true", idempotencyKey = form.OrNull("_key") };
            var reply = await graphQL.ExecuteAsync(RotateDocument, new { input }, context, ct);
            errors = reply.PayloadErrors("rotateWebhookSecret");
            if (errors.Count == 0 && reply.Get<Rotated>("rotateWebhookSecret")?.NewWebhookSecret is { } made)
                return await ShowSecretAsync(made, isNew: false, input.oldEndsNow, graphQL, context, ct);
        }

        return await ShowAsync(new WebhookAsked { Id = id }, errors, graphQL, clock, context, ct);
    }

    private static async Task<IResult> ActAsync(
        string id, string act, IEngagementGraphQL graphQL, StaffMutation mutation, TimeProvider clock, HttpContext context, CancellationToken ct)
    {
        if (!Acts.TryGetValue(act, out var chosen))
            throw new AddressUnknownException();
        var form = await SubmittedForm.ReadAsync(context, ct);
        var errors = form.IsTrusted
            ? await mutation.SendAsync(chosen.Document, chosen.Field, new { webhookId = id, idempotencyKey = form.OrNull("_key") }, context, ct)
            : [FieldError.PageTooOld];
        if (errors.Count > 0)
            return await ShowAsync(new WebhookAsked { Id = id }, errors, graphQL, clock, context, ct);
        if (act == "test")
            await UntilTestedAsync(id, graphQL, context, ct);
        return Page.SeeOther(WebhookLinks.Of(id, act));
    }

    /// <summary>Waits a moment, so that the page that follows shows what became of the test.</summary>
    private static async Task UntilTestedAsync(string id, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var begun = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begun) < PatienceWithTest)
        {
            var reply = await graphQL.ExecuteAsync(TestDocument, new { id }, context, ct);
            if (reply.Get<Tested>("webhook")?.LastTest?.State is not DeliveryState.Waiting)
                return;
            await Task.Delay(LookAgain, ct);
        }
    }

    private static async Task<IResult> SendSinceAsync(string id, IEngagementGraphQL graphQL, TimeProvider clock, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        IReadOnlyList<FieldError> errors = [FieldError.PageTooOld];
        var isDay = DateOnly.TryParseExact(form["since"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        if (form.IsTrusted && !isDay)
        {
            errors = [new FieldError("Enter the day since when", "since")];
        }
        else if (form.IsTrusted)
        {
            var since = new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), London));
            var input = new { webhookId = id, since, takenToo = form["takenToo"] == "true", idempotencyKey = form.OrNull("_key") };
            var reply = await graphQL.ExecuteAsync(SinceDocument, new { input }, context, ct);
            errors = reply.PayloadErrors("redeliverWebhookSince");
            if (errors.Count == 0)
                return Page.SeeOther(WebhookLinks.Done(id, "since", reply.Get<Again>("redeliverWebhookSince")?.RedeliveredWebhook?.Count ?? 0));
        }

        return await ShowAsync(new WebhookAsked { Id = id }, errors, graphQL, clock, context, ct);
    }

    private static async Task<IResult> ShowDeliveryAsync(
        string delivery, string? done, IReadOnlyList<FieldError> errors, IEngagementGraphQL graphQL, TimeProvider clock, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(DeliveryDocument, new { id = delivery }, context, ct);
        return Page.Of<WebhookDeliveryPage>(
            new
            {
                Viewer = Viewer.Of(reply, Permission),
                Delivery = reply.Get<DeliveryRow>("webhookDelivery") is { Webhook: not null } found ? found : throw new AddressUnknownException(),
                Now = clock.GetUtcNow(),
                Key = FormKey.New(),
                Done = done,
                Errors = errors,
            },
            errors.Status());
    }

    private static async Task<IResult> ActOnDeliveryAsync(
        string id, string delivery, string act, IEngagementGraphQL graphQL, StaffMutation mutation, TimeProvider clock, HttpContext context, CancellationToken ct)
    {
        if (!DeliveryActs.TryGetValue(act, out var chosen))
            throw new AddressUnknownException();
        var form = await SubmittedForm.ReadAsync(context, ct);
        var errors = form.IsTrusted
            ? await mutation.SendAsync(chosen.Document, chosen.Field, new { deliveryId = delivery, idempotencyKey = form.OrNull("_key") }, context, ct)
            : [FieldError.PageTooOld];
        return errors.Count == 0 ? Page.SeeOther(WebhookLinks.Delivery(id, delivery, act)) : await ShowDeliveryAsync(delivery, null, errors, graphQL, clock, context, ct);
    }

    private static async Task<IResult> ShowSecretAsync(
        WebhookSecretShown made, bool isNew, bool oldEnded, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var viewer = Viewer.Of(await graphQL.ExecuteAsync(KindsDocument, null, context, ct), Permission);
        return Page.Of<WebhookSecretPage>(new { Viewer = viewer, Made = made, IsNew = isNew, OldEnded = oldEnded });
    }

    private static async Task<WebhookRow> FindAsync(string id, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(Document, new { id }, context, ct);
        Viewer.Of(reply, Permission);
        return reply.Get<WebhookRow>("webhook") ?? throw new AddressUnknownException();
    }

    private static IReadOnlyList<WebhookKindRow> KindsOf(GraphQLReply reply) => reply.Get<IReadOnlyList<WebhookKindRow>>("webhookKinds") ?? [];

    private sealed record Made(WebhookSecretShown? CreatedWebhook);

    private sealed record Tested(TestState? LastTest);

    private sealed record TestState(DeliveryState State);

    private sealed record Again(Counted? RedeliveredWebhook);

    private sealed record Counted(int Count);

    private sealed record Rotated(WebhookSecretShown? NewWebhookSecret);
}
