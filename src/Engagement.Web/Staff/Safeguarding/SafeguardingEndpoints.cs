using Engagement.Web.Documents;
using Engagement.Web.Forms;
using Engagement.Web.Trouble;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Staff.Safeguarding;

/// <summary>
/// What the safeguarding lead deals with, apart from moderation. No page holds words until the lead has said why they are needed; that is written down
/// first, and the words are only in the answer to it.
/// </summary>
internal static class SafeguardingEndpoints
{
    public const string Permission = "safeguarding.open";

    private static readonly string ListDocument = GraphQLDocument.Read("Staff/Safeguarding/SafeguardingItems.graphql");
    private static readonly string ItemDocument = GraphQLDocument.Read("Staff/Safeguarding/SafeguardingItem.graphql");
    private static readonly string HoldsDocument = GraphQLDocument.Read("Staff/Safeguarding/SafeguardingHolds.graphql");
    private static readonly string OpenDocument = GraphQLDocument.Read("Staff/Safeguarding/OpenSafeguardingItem.graphql");
    private static readonly string AcknowledgeDocument = GraphQLDocument.Read("Staff/Safeguarding/AcknowledgeSafeguarding.graphql");
    private static readonly string CloseDocument = GraphQLDocument.Read("Staff/Safeguarding/CloseSafeguarding.graphql");
    private static readonly string HoldDocument = GraphQLDocument.Read("Staff/Safeguarding/SetSafeguardingHold.graphql");
    private static readonly string LiftDocument = GraphQLDocument.Read("Staff/Safeguarding/LiftSafeguardingHold.graphql");

    public static void MapSafeguarding(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(SafeguardingLinks.Items, ListAsync);
        pages.MapGet(SafeguardingLinks.Holds, (string? after, string? done, IEngagementGraphQL g, HttpContext c, CancellationToken ct) =>
            ShowHoldsAsync(after, done, Fields.None, [], g, c, ct));
        pages.MapPost(SafeguardingLinks.Holds, HoldByCodeAsync);
        pages.MapPost(SafeguardingLinks.LiftHold, LiftAsync);
        pages.MapGet($"{SafeguardingLinks.Items}/{{id}}", (string id, string? done, IEngagementGraphQL g, HttpContext c, CancellationToken ct) =>
            ShowAsync(id, done, Fields.None, [], g, c, ct));
        pages.MapPost($"{SafeguardingLinks.Items}/{{id}}/open", OpenAsync);
        pages.MapPost($"{SafeguardingLinks.Items}/{{id}}/acknowledge", (string id, IEngagementGraphQL g, StaffMutation m, HttpContext c, CancellationToken ct) =>
            SendAsync(id, "acknowledged", (form, version) => m.SendAsync(
                AcknowledgeDocument, "acknowledgeSafeguarding", new { itemId = id, expectedVersion = version, idempotencyKey = form["_key"] }, c, ct), g, c, ct));
        pages.MapPost($"{SafeguardingLinks.Items}/{{id}}/close", (string id, IEngagementGraphQL g, StaffMutation m, HttpContext c, CancellationToken ct) =>
            SendAsync(id, "closed", async (form, version) => form["outcome"].Length == 0
                ? [new FieldError("Choose how it ended", "outcome")]
                : await m.SendAsync(
                    CloseDocument, "closeSafeguarding", new { itemId = id, outcome = form["outcome"], expectedVersion = version, idempotencyKey = form["_key"] }, c, ct), g, c, ct));
        pages.MapPost($"{SafeguardingLinks.Items}/{{id}}/hold", (string id, IEngagementGraphQL g, StaffMutation m, HttpContext c, CancellationToken ct) =>
            SendAsync(id, "hold", (form, _) => HoldAsync(form, "holdReason", m, c, ct), g, c, ct));
    }

    private static async Task<IResult> ListAsync(string? after, IEngagementGraphQL graphQL, TimeProvider clock, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(ListDocument, new { after }, context, ct);
        return Page.Of<SafeguardingPage>(new
        {
            Viewer = Viewer.Of(reply, Permission),
            Items = reply.Get<Connection<SafeguardingItem>>("safeguardingItems") ?? new Connection<SafeguardingItem>([]),
            Now = clock.GetUtcNow(),
            IsFirst = after is null,
        });
    }

    private static async Task<IResult> ShowAsync(
        string id, string? done, Fields fields, IReadOnlyList<FieldError> errors, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct, SafeguardingWords? words = null)
    {
        var reply = await graphQL.ExecuteAsync(ItemDocument, new { id }, context, ct);
        var viewer = Viewer.Of(reply, Permission);
        if (reply.Get<SafeguardingItem>("node") is not { Id: not null } item)
            return TroubleEndpoints.NotFound();
        return Page.Of<SafeguardingItemPage>(
            new
            {
                Viewer = viewer,
                Item = words?.Item ?? item,
                Words = words,
                Openings = reply.Get<IReadOnlyList<SafeguardingOpening>>("safeguardingOpenings") ?? [],
                Hold = reply.Get<RecordHold>("safeguardingHold"),
                Fields = fields,
                Key = FormKey.New(),
                Done = done,
                Errors = errors,
            },
            errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> OpenAsync(string id, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        var fields = new Fields(name => form[name]);
        if (!form.IsTrusted)
            return await ShowAsync(id, null, fields, [FieldError.PageTooOld], graphQL, context, ct);
        var reply = await graphQL.ExecuteAsync(OpenDocument, new { input = new { itemId = id, reason = form["reason"], idempotencyKey = form["_key"] } }, context, ct);
        var errors = reply.PayloadErrors("openSafeguardingItem");
        return errors.Count == 0 && reply.Get<Opened>("openSafeguardingItem")?.SafeguardingWords is { } words
            ? await ShowAsync(id, null, Fields.None, [], graphQL, context, ct, words)
            : await ShowAsync(id, null, fields, errors, graphQL, context, ct);
    }

    private static async Task<IResult> SendAsync(
        string id,
        string done,
        Func<SubmittedForm, int?, Task<IReadOnlyList<FieldError>>> send,
        IEngagementGraphQL graphQL,
        HttpContext context,
        CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        var errors = form.IsTrusted ? await send(form, int.TryParse(form["_version"], out var version) ? version : null) : [FieldError.PageTooOld];
        return errors.Count == 0
            ? Page.SeeOther(SafeguardingLinks.Item(id, done))
            : await ShowAsync(id, null, new Fields(name => form[name]), errors, graphQL, context, ct);
    }

    /// <summary>Puts a record on hold; the reason has a name of its own where the page asks for two.</summary>
    private static async Task<IReadOnlyList<FieldError>> HoldAsync(SubmittedForm form, string reason, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        if (!form.HasDay("reviewOn"))
            return [new FieldError("Enter the day to review the hold on", "reviewOn")];
        var errors = await mutation.SendAsync(
            HoldDocument,
            "setSafeguardingHold",
            new { subjectId = form["subjectId"], reason = form[reason], reviewOn = form["reviewOn"], idempotencyKey = form["_key"] },
            context,
            ct);
        return [.. errors.Select(error => error.Field == "reason" ? error with { Field = reason } : error)];
    }

    private static async Task<IResult> ShowHoldsAsync(
        string? after, string? done, Fields fields, IReadOnlyList<FieldError> errors, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(HoldsDocument, new { after }, context, ct);
        return Page.Of<HoldsPage>(
            new
            {
                Viewer = Viewer.Of(reply, Permission),
                Holds = reply.Get<Connection<RecordHold>>("safeguardingHolds") ?? new Connection<RecordHold>([]),
                Fields = fields,
                Key = fields["_key"] is { Length: > 0 } kept ? kept : FormKey.New(),
                Done = done,
                IsFirst = after is null,
                Errors = errors,
            },
            errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> HoldByCodeAsync(IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        IReadOnlyList<FieldError> errors = form.IsTrusted ? [] : [FieldError.PageTooOld];
        if (errors.Count == 0 && form["subjectId"].Length == 0)
            errors = [new FieldError("Enter the code of the record", "subjectId")];
        if (errors.Count == 0)
        {
            try
            {
                errors = await HoldAsync(form, "reason", mutation, context, ct);
            }
            catch (AddressUnknownException)
            {
                errors = [new FieldError("This is no code of a record. Copy it from the request, the item or the access log", "subjectId")];
            }
        }

        return errors.Count == 0
            ? Page.SeeOther(Links.With(SafeguardingLinks.Holds, ("done", "set")))
            : await ShowHoldsAsync(null, null, new Fields(name => form[name]), errors, graphQL, context, ct);
    }

    private static async Task<IResult> LiftAsync(IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        IReadOnlyList<FieldError> errors = !form.IsTrusted ? [FieldError.PageTooOld]
            : form["sure"] != "yes" ? [new FieldError("Tick the box to lift the hold", $"sure-{form["number"]}")]
            : await mutation.SendAsync(LiftDocument, "liftSafeguardingHold", new { subjectId = form["subjectId"], idempotencyKey = form["_key"] }, context, ct);
        return errors.Count == 0
            ? Page.SeeOther(Links.With(SafeguardingLinks.Holds, ("done", "lifted")))
            : await ShowHoldsAsync(null, null, Fields.None, errors, graphQL, context, ct);
    }

    private sealed record Opened(SafeguardingWords? SafeguardingWords);
}
