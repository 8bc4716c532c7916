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

    private static readonly string ListDocument = GraphQLDocument.Read("Staff/Webhooks/Webhooks.graphql");
    private static readonly string KindsDocument = GraphQLDocument.Read("Staff/Webhooks/WebhookKinds.graphql");
    private static readonly string Document = GraphQLDocument.Read("Staff/Webhooks/Webhook.graphql");
    private static readonly string DeliveryDocument = GraphQLDocument.Read("Staff/Webhooks/WebhookDelivery.graphql");
    private static readonly string CreateDocument = GraphQLDocument.Read("Staff/Webhooks/CreateWebhook.graphql");
    private static readonly string ChangeDocument = GraphQLDocument.Read("Staff/Webhooks/ChangeWebhook.graphql");
    private static readonly string RotateDocument = GraphQLDocument.Read("Staff/Webhooks/RotateWebhookSecret.graphql");
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
        pages.MapGet("/staff/webhooks/{id}", (string id, string? state, string? after, string? done, IEngagementGraphQL g, HttpContext c, CancellationToken ct) =>
            ShowAsync(id, state, after, done, [], g, c, ct));
        pages.MapGet("/staff/webhooks/{id}/change", ShowChangeAsync);
        pages.MapPost("/staff/webhooks/{id}/change", ChangeAsync);
        pages.MapGet("/staff/webhooks/{id}/delete", (string id, IEngagementGraphQL g, HttpContext c, CancellationToken ct) => ShowDeleteAsync(id, [], g, c, ct));
        pages.MapPost("/staff/webhooks/{id}/delete", DeleteAsync);
        pages.MapPost("/staff/webhooks/{id}/acts/secret", RotateAsync);
        pages.MapPost("/staff/webhooks/{id}/acts/{act}", ActAsync);
        pages.MapGet("/staff/webhooks/{id}/deliveries/{delivery}", (string delivery, string? done, IEngagementGraphQL g, HttpContext c, CancellationToken ct) =>
            ShowDeliveryAsync(delivery, done, [], g, c, ct));
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
        string id, string? state, string? after, string? done, IReadOnlyList<FieldError> errors, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        DeliveryState? asked = Enum.TryParse<DeliveryState>(state, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : null;
        var reply = await graphQL.ExecuteAsync(Document, new { id, state = asked?.ToString().ToUpperInvariant(), after }, context, ct);
        return Page.Of<WebhookPage>(
            new
            {
                Viewer = Viewer.Of(reply, Permission),
                Webhook = reply.Get<WebhookRow>("webhook") ?? throw new AddressUnknownException(),
                Deliveries = reply.Get<Connection<DeliveryRow>>("webhookDeliveries") ?? new Connection<DeliveryRow>([]),
                Kinds = KindsOf(reply),
                Asked = asked,
                IsFirst = after is null,
                Key = FormKey.New(),
                Done = done,
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
            new { Viewer = Viewer.Of(reply, Permission), Webhook = webhook, Kinds = KindsOf(reply), Fields = fields, Chosen = chosen, Key = FormKey.New(), Errors = errors },
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
                return await ShowSecretAsync(made, isNew: true, graphQL, context, ct);
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

    private static async Task<IResult> RotateAsync(string id, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        IReadOnlyList<FieldError> errors = [FieldError.PageTooOld];
        if (form.IsTrusted)
        {
            var reply = await graphQL.ExecuteAsync(RotateDocument, new { input = new { webhookId = id, idempotencyKey = form.OrNull("_key") } }, context, ct);
            errors = reply.PayloadErrors("rotateWebhookSecret");
            if (errors.Count == 0 && reply.Get<Rotated>("rotateWebhookSecret")?.NewWebhookSecret is { } made)
                return await ShowSecretAsync(made, isNew: false, graphQL, context, ct);
        }

        return await ShowAsync(id, null, null, null, errors, graphQL, context, ct);
    }

    private static async Task<IResult> ActAsync(string id, string act, IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        if (!Acts.TryGetValue(act, out var chosen))
            throw new AddressUnknownException();
        var form = await SubmittedForm.ReadAsync(context, ct);
        var errors = form.IsTrusted
            ? await mutation.SendAsync(chosen.Document, chosen.Field, new { webhookId = id, idempotencyKey = form.OrNull("_key") }, context, ct)
            : [FieldError.PageTooOld];
        return errors.Count == 0 ? Page.SeeOther(WebhookLinks.Of(id, act)) : await ShowAsync(id, null, null, null, errors, graphQL, context, ct);
    }

    private static async Task<IResult> ShowDeliveryAsync(
        string delivery, string? done, IReadOnlyList<FieldError> errors, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(DeliveryDocument, new { id = delivery }, context, ct);
        return Page.Of<WebhookDeliveryPage>(
            new
            {
                Viewer = Viewer.Of(reply, Permission),
                Delivery = reply.Get<DeliveryRow>("webhookDelivery") is { Webhook: not null } found ? found : throw new AddressUnknownException(),
                Key = FormKey.New(),
                Done = done,
                Errors = errors,
            },
            errors.Status());
    }

    private static async Task<IResult> ActOnDeliveryAsync(
        string id, string delivery, string act, IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        if (!DeliveryActs.TryGetValue(act, out var chosen))
            throw new AddressUnknownException();
        var form = await SubmittedForm.ReadAsync(context, ct);
        var errors = form.IsTrusted
            ? await mutation.SendAsync(chosen.Document, chosen.Field, new { deliveryId = delivery, idempotencyKey = form.OrNull("_key") }, context, ct)
            : [FieldError.PageTooOld];
        return errors.Count == 0 ? Page.SeeOther(WebhookLinks.Delivery(id, delivery, act)) : await ShowDeliveryAsync(delivery, null, errors, graphQL, context, ct);
    }

    private static async Task<IResult> ShowSecretAsync(WebhookSecretShown made, bool isNew, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        Page.Of<WebhookSecretPage>(new { Viewer = Viewer.Of(await graphQL.ExecuteAsync(KindsDocument, null, context, ct), Permission), Made = made, IsNew = isNew });

    private static async Task<WebhookRow> FindAsync(string id, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(Document, new { id }, context, ct);
        Viewer.Of(reply, Permission);
        return reply.Get<WebhookRow>("webhook") ?? throw new AddressUnknownException();
    }

    private static IReadOnlyList<WebhookKindRow> KindsOf(GraphQLReply reply) => reply.Get<IReadOnlyList<WebhookKindRow>>("webhookKinds") ?? [];

    private sealed record Made(WebhookSecretShown? CreatedWebhook);

    private sealed record Rotated(WebhookSecretShown? NewWebhookSecret);
}
