using Engagement.Web.Documents;
using Engagement.Web.Forms;
using Engagement.Web.Trouble;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Staff.Loops;

/// <summary>A loop, from the decision to the published entry and what families say of it.</summary>
internal static class LoopEndpoints
{
    private const string StaleVersion = "STALE_VERSION";
    private static readonly string Document = GraphQLDocument.Read("Staff/Loops/Loop.graphql");
    private static readonly string BeforeDocument = GraphQLDocument.Read("Staff/Loops/LoopBefore.graphql");
    private static readonly string CommentsDocument = GraphQLDocument.Read("Staff/Loops/LoopComments.graphql");
    private static readonly string OpenDocument = GraphQLDocument.Read("Staff/Loops/OpenLoop.graphql");
    private static readonly string DraftDocument = GraphQLDocument.Read("Staff/Loops/DraftEntry.graphql");

    public static void MapLoops(this IEndpointRouteBuilder pages)
    {
        pages.MapPost("/staff/consultations/{slug}/loops", OpenAsync);
        pages.MapGet("/staff/loops/{id}", ShowAsync);
        pages.MapPost("/staff/loops/{id}/{step}", TakeStepAsync);
        pages.MapLoopBoard();
        pages.MapReading();
    }

    private static async Task<IResult> OpenAsync(string slug, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        if (!form.IsTrusted)
            return Page.SeeOther(Links.StaffConsultation(slug));
        var (id, errors) = await mutation.MakeAsync(OpenDocument, "openLoop", "loop", new { themeId = form["_theme"] }, context, ct);
        return id is null ? Page.Of<RefusedPage>(new { Errors = errors, BackTo = Links.StaffConsultation(slug) }, StatusCodes.Status422UnprocessableEntity)
            : Page.SeeOther(Links.Loop(id));
    }

    private static async Task<IResult> ShowAsync(
        string id, string? comments, string? after, IEngagementGraphQL graphQL, TimeProvider clock, HttpContext context, CancellationToken ct)
    {
        var said = comments is null
            ? null
            : (await graphQL.ExecuteAsync(CommentsDocument, new { id, after }, context, ct)).Get<Connection<LoopComment>>("confirmationComments");
        return await RenderAsync(id, LoopForm.None, [], said is null ? null : new LoopComments(said, after is null), graphQL, clock, context, ct);
    }

    private static async Task<IResult> TakeStepAsync(
        string id, string step, IEngagementGraphQL graphQL, StaffMutation mutation, TimeProvider clock, HttpContext context, CancellationToken ct)
    {
        var sent = await SubmittedForm.ReadAsync(context, ct);
        // The words of an entry are one form with two buttons.
        var name = step == LoopStep.Entry && sent["_do"] == LoopStep.Draft ? LoopStep.Draft : step;
        if (LoopStep.Find(name) is not { } known)
            return TroubleEndpoints.NotFound();
        var form = LoopForm.From(name, sent);
        var errors = sent.IsTrusted ? known.Check(form) : [FieldError.PageTooOld];
        if (errors.Count == 0)
            errors = await SendAsync(id, known, form, graphQL, mutation, context, ct);
        return errors.Count == 0
            ? Page.SeeOther($"{Links.Loop(id)}?done={name}")
            : await RenderAsync(id, form, [.. errors.Select(known.PointAtField)], null, graphQL, clock, context, ct);
    }

    private static async Task<IReadOnlyList<FieldError>> SendAsync(
        string id, LoopStep step, LoopForm form, IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var errors = await SendAtAsync(form.Version);
        if (errors.All(e => e.Code != StaleVersion))
            return errors;

        // Soon after an entry is published the platform itself tells the people who said it. An officer still on the page has
        // missed nothing by that, so their step is not refused for it; for anything else that happened meanwhile it is.
        var reply = await graphQL.ExecuteAsync(Document, new { id }, context, ct);
        return reply.Get<LoopDetails>("loop") is { State: LoopState.Told } now && now.Version == form.Version + 1
            ? await SendAtAsync(now.Version)
            : errors;

        async Task<IReadOnlyList<FieldError>> SendAtAsync(int? version)
        {
            if (step.Name == LoopStep.Entry && EntryForm.NeedsDraft(form))
            {
                var drafted = await graphQL.ExecuteAsync(
                    DraftDocument, new { input = LoopStep.Find(LoopStep.Draft)!.Input(id, form, version) }, context, ct);
                if (drafted.PayloadErrors("draftEntry") is { Count: > 0 } refused)
                    return [.. refused.Select(refusal => refusal.Code == StaleVersion ? refusal with { Field = null } : refusal)];
                version = drafted.Get<Drafted>("draftEntry")?.Loop?.Version;
            }

            return await mutation.SendAsync(step.Document, step.Mutation, step.Input(id, form, version), context, ct);
        }
    }

    private static async Task<IResult> RenderAsync(
        string id,
        LoopForm form,
        IReadOnlyList<FieldError> errors,
        LoopComments? comments,
        IEngagementGraphQL graphQL,
        TimeProvider clock,
        HttpContext context,
        CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var reply = await graphQL.ExecuteAsync(Document, new { id }, context, ct);
        if (reply.Get<LoopDetails>("loop") is not { } loop)
            return TroubleEndpoints.NotFound();
        IReadOnlyList<string>? meanwhile = null;
        if (errors.Any(e => e.Code == StaleVersion) && form.SeenAt is { } seenAt)
        {
            var before = await graphQL.ExecuteAsync(BeforeDocument, new { id, asAt = seenAt }, context, ct);
            meanwhile = before.Get<LoopDetails>("loop") is { } then ? LoopChanges.Between(then, loop) : [];
        }

        return Page.Of<LoopPage>(
            new
            {
                View = new LoopView(Viewer.Of(reply, "loops.read"), loop, form, errors, now, meanwhile, comments),
                Done = context.Request.Query["done"].ToString(),
            },
            errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private sealed record Drafted(DraftedLoop? Loop);

    private sealed record DraftedLoop(int Version);
}
