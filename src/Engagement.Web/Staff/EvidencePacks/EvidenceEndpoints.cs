using System.Globalization;
using Engagement.Web.Documents;
using Engagement.Web.Forms;
using Engagement.Web.Trouble;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Staff.EvidencePacks;

/// <summary>Evidence packs: asking for one, seeing how far it is, and taking it.</summary>
internal static class EvidenceEndpoints
{
    public const string Permission = "evidence-packs.make";

    private static readonly string ListDocument = GraphQLDocument.Read("Staff/EvidencePacks/EvidencePacks.graphql");
    private static readonly string Document = GraphQLDocument.Read("Staff/EvidencePacks/EvidencePack.graphql");
    private static readonly string ContentDocument = GraphQLDocument.Read("Staff/EvidencePacks/EvidencePackContent.graphql");
    private static readonly string AskDocument = GraphQLDocument.Read("Staff/EvidencePacks/AskForEvidencePack.graphql");

    public static void MapEvidence(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(EvidenceLinks.List, (string? after, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) => ListAsync(after, null, [], graphQL, context, ct));
        pages.MapPost(EvidenceLinks.List, AskAsync);
        pages.MapGet("/staff/evidence/{id}", ShowAsync);
        pages.MapGet("/staff/evidence/{id}/files/{file}", TakeAsync);
    }

    private static async Task<IResult> ListAsync(
        string? after, SubmittedForm? form, IReadOnlyList<FieldError> errors, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(ListDocument, new { after }, context, ct);
        return Page.Of<EvidencePacksPage>(
            new
            {
                Viewer = Viewer.Of(reply, Permission),
                Packs = reply.Get<Connection<EvidencePack>>("evidencePacks") ?? new Connection<EvidencePack>([]),
                Activities = reply.Get<Connection<PackAbout>>("commissioningActivities")?.Nodes ?? [],
                Fields = Fields.Of(form),
                Key = FormKey.Of(form),
                IsFirst = after is null,
                Errors = errors,
            },
            errors.Status());
    }

    private static async Task<IResult> AskAsync(IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, TimeProvider clock, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        var errors = new List<FieldError>();
        if (!form.IsTrusted)
            errors.Add(FieldError.PageTooOld);
        if (form.OrNull("asAt") is not null && !form.HasDay("asAt"))
            errors.Add(new FieldError("Enter a day, or leave it empty for now", "asAt"));
        if (errors.Count == 0)
        {
            var (id, refusals) = await mutation.MakeAsync(
                AskDocument,
                "askForEvidencePack",
                "evidencePack",
                new { commissioningActivityId = form.OrNull("commissioningActivityId"), asAt = MomentOf(form, clock), idempotencyKey = form.OrNull("key") },
                context,
                ct);
            if (id is not null)
                return Page.SeeOther(EvidenceLinks.Of(id));
            errors.AddRange(refusals);
        }

        return await ListAsync(null, form, errors, graphQL, context, ct);
    }

    // The last moment of the day in Kent. Of today that is still to come: then it is now.
    private static string? MomentOf(SubmittedForm form, TimeProvider clock)
    {
        if (!form.HasDay("asAt"))
            return null;
        var day = DateOnly.ParseExact(form["asAt"], "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return day == Dates.Day(clock.GetUtcNow())
            ? null
            : Dates.EndOf(day).AddMicroseconds(-1).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
    }

    private static async Task<IResult> ShowAsync(string id, IEngagementGraphQL graphQL, HttpContext context, TimeProvider clock, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(Document, new { id }, context, ct);
        var viewer = Viewer.Of(reply, Permission);
        return reply.Get<EvidencePack>("evidencePack") is { } pack
            ? Page.Of<EvidencePackPage>(new { Viewer = viewer, Pack = pack, IsQuiet = pack.IsQuietAt(clock.GetUtcNow()) })
            : TroubleEndpoints.NotFound();
    }

    private static async Task<IResult> TakeAsync(string id, string file, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        if (file is not ("html" or "pdf" or "zip"))
            return TroubleEndpoints.NotFound();
        var reply = await graphQL.ExecuteAsync(ContentDocument, new { id, file = file.ToUpperInvariant() }, context, ct);
        Viewer.Of(reply, Permission);
        if (reply.Get<PackContent>("evidencePackContent") is not { } content)
            return TroubleEndpoints.NotFound();

        // Each taking is recorded, so no cache gives it to anybody.
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.File(Convert.FromBase64String(content.Content), content.MediaType, content.Name);
    }
}
