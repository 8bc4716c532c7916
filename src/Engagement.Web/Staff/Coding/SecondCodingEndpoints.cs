using System.Globalization;
using Engagement.Web.Documents;
using Engagement.Web.Forms;
using Engagement.Web.Trouble;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Staff.Coding;

/// <summary>How far the coding has come, and whether two people understand the themes alike: some views are coded again by somebody else, blind.</summary>
internal static class SecondCodingEndpoints
{
    private static readonly string ProgressDocument = GraphQLDocument.Read("Staff/Coding/CodingProgress.graphql");
    private static readonly string DrawDocument = GraphQLDocument.Read("Staff/Coding/DrawCodingSample.graphql");
    private static readonly string NextDocument = GraphQLDocument.Read("Staff/Coding/ViewToCodeAgain.graphql");
    private static readonly string CodeAgainDocument = GraphQLDocument.Read("Staff/Coding/CodeAgain.graphql");
    private static readonly string CodebookDocument = GraphQLDocument.Read("Staff/Coding/Codebook.graphql");

    public static void MapSecondCoding(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/staff/consultations/{slug}/coding/progress", (string slug, IEngagementGraphQL g, HttpContext c, CancellationToken ct) =>
            ShowAsync(slug, Fields.None, FormKey.New(), [], g, c, ct));
        pages.MapPost("/staff/consultations/{slug}/coding/samples", DrawAsync);
        pages.MapGet("/staff/consultations/{slug}/coding/samples/{sampleId}", (string slug, string sampleId, IEngagementGraphQL g, HttpContext c, CancellationToken ct) =>
            ShowNextAsync(slug, sampleId, [], [], g, c, ct));
        pages.MapPost("/staff/consultations/{slug}/coding/samples/{sampleId}", CodeAgainAsync);
    }

    private static async Task<IResult> ShowAsync(
        string slug, Fields fields, string key, IReadOnlyList<FieldError> errors, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var (viewer, consultation) = await CodingEndpoints.FindAsync(slug, "views.read", graphQL, context, ct);
        if (consultation is null)
            return TroubleEndpoints.NotFound();
        var reply = await graphQL.ExecuteAsync(
            ProgressDocument, new { consultationId = consultation.Id, readsMetrics = viewer.ReadsMetrics, mayCode = viewer.CodesViews }, context, ct);
        return Page.Of<CodingProgressPage>(
            new
            {
                Viewer = viewer,
                Consultation = consultation,
                Progress = reply.Get<IReadOnlyList<CodingProgress>>("codingProgress") ?? [],
                Rates = reply.Get<IReadOnlyList<SuggestionRate>>("themeSuggestionRates") ?? [],
                Samples = reply.Get<Connection<CodingSample>>("codingSamples")?.Nodes ?? [],
                Fields = fields,
                Key = key,
                Errors = errors,
                Done = context.Request.Query["done"].ToString(),
            },
            errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> DrawAsync(string slug, IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        var (_, consultation) = await CodingEndpoints.FindAsync(slug, "views.code", graphQL, context, ct);
        if (consultation is null)
            return TroubleEndpoints.NotFound();
        IReadOnlyList<FieldError> errors = form.IsTrusted ? [] : [FieldError.PageTooOld];
        if (!int.TryParse(form["count"], NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            errors = [.. errors, new FieldError("Enter a number of views from 1 to 500", "count")];
        if (errors.Count == 0)
        {
            // Any number does: it is kept with the sample, so that anybody can draw the same one again and see that nobody picked the views.
            var seed = Random.Shared.Next(1, 1_000_000);
            errors = await mutation.SendAsync(
                DrawDocument, "drawCodingSample", new { consultationId = consultation.Id, seed, count, idempotencyKey = form["_key"] }, context, ct);
            // The same form sent twice draws once: its second number does not matter, and the sample of the first is there.
            errors = [.. errors.Where(error => error.Code != "IDEMPOTENCY_KEY_REUSED")];
        }

        return errors.Count == 0
            ? Page.SeeOther($"{CodingLinks.Progress(slug)}?done=drawn")
            : await ShowAsync(slug, new Fields(name => form[name]), form["_key"], errors, graphQL, context, ct);
    }

    private static async Task<IResult> ShowNextAsync(
        string slug, string sampleId, IReadOnlyList<string> ticked, IReadOnlyList<FieldError> errors, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var (viewer, consultation) = await CodingEndpoints.FindAsync(slug, "views.code-again", graphQL, context, ct);
        if (consultation is null)
            return TroubleEndpoints.NotFound();
        var reply = await graphQL.ExecuteAsync(NextDocument, new { sampleId }, context, ct);
        if (reply.Get<SampleCount>("node") is not { Id: not null } sample)
            return TroubleEndpoints.NotFound();
        var codebook = await graphQL.ExecuteAsync(CodebookDocument, new { consultationId = consultation.Id }, context, ct);
        return Page.Of<CodeAgainPage>(
            new
            {
                Viewer = viewer,
                Consultation = consultation,
                Sample = sample,
                View = reply.Get<BlindView>("viewToCodeAgain"),
                Codebook = CodingEndpoints.Codebook(codebook),
                Ticked = ticked,
                Errors = errors,
                Done = context.Request.Query["done"].ToString(),
            },
            errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> CodeAgainAsync(
        string slug, string sampleId, IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        var isNotCodable = form["do"] == CodingForm.NotCodable;
        var themeIds = isNotCodable ? [] : form.All("theme");
        var errors = !form.IsTrusted
            ? [FieldError.PageTooOld]
            : themeIds.Count == 0 && !isNotCodable
                ? [new FieldError("Choose the themes, or say that it cannot be coded", "theme")]
                : await mutation.SendAsync(CodeAgainDocument, "codeAgain", new { sampleId, viewId = form["_view"], themeIds, idempotencyKey = form["_key"] }, context, ct);
        return errors.Count == 0
            ? Page.SeeOther($"{CodingLinks.CodeAgain(slug, sampleId)}?done=again")
            : await ShowNextAsync(slug, sampleId, form.All("theme"), errors, graphQL, context, ct);
    }
}
