using Engagement.Web.Documents;
using Engagement.Web.Forms;
using Engagement.Web.Staff.Activities;
using Engagement.Web.Trouble;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Staff.Charter;

// A principle at a stage: what is claimed and proposed for it, and what representatives say.
internal static partial class CharterEndpoints
{
    private static readonly string CellDocument = GraphQLDocument.Read("Staff/Charter/CharterCell.graphql");
    private static readonly string FindDocument = GraphQLDocument.Read("Staff/Charter/ClaimableEvidence.graphql");
    private static readonly string EvidenceDocument = GraphQLDocument.Read("Staff/Charter/EvidenceToClaim.graphql");
    private static readonly string MakeDocument = GraphQLDocument.Read("Staff/Charter/MakeClaim.graphql");
    private static readonly string RejectDocument = GraphQLDocument.Read("Staff/Charter/RejectEvidence.graphql");
    private static readonly string MarkDocument = GraphQLDocument.Read("Staff/Charter/MarkNotApplicable.graphql");
    private static readonly string ApplicableDocument = GraphQLDocument.Read("Staff/Charter/MarkApplicable.graphql");
    private static readonly string AgreeDocument = GraphQLDocument.Read("Staff/Charter/AnswerNotApplicable.graphql");

    private static readonly ClaimMutations ClaimMutations = new(
        "commissioningActivityId",
        (GraphQLDocument.Read("Staff/Charter/VerifyClaim.graphql"), "verifyClaim"),
        (GraphQLDocument.Read("Staff/Charter/DisputeClaim.graphql"), "disputeClaim"),
        (GraphQLDocument.Read("Staff/Charter/WithdrawClaim.graphql"), "withdrawClaim"));

    private static void MapCells(IEndpointRouteBuilder pages)
    {
        const string cell = "/staff/charter/{id}/cells/{principle}/{stage}";
        pages.MapGet(cell, ShowCellAsync);
        pages.MapGet($"{cell}/find", FindAsync);
        pages.MapGet($"{cell}/agree", ShowAgreeAsync);
        pages.MapPost($"{cell}/agree", AgreeAsync);
        pages.MapPost($"{cell}/not-applicable", MarkAsync);
        pages.MapPost($"{cell}/applicable", UnmarkAsync);
        pages.MapGet($"{cell}/{{step}}", ShowEvidenceAsync);
        pages.MapPost($"{cell}/{{step}}", DecideOnEvidenceAsync);
        pages.MapGet("/staff/charter/{id}/claims/{claim}", ShowClaimAsync);
        pages.MapPost("/staff/charter/{id}/claims/{claim}", DecideOnClaimAsync);
    }

    private static Task<IResult> ShowCellAsync(
        string id, string principle, string stage, string? after, string? done, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        CellAsync(id, principle, stage, after, null, done, [], graphQL, context, ct);

    private static async Task<IResult> CellAsync(
        string id,
        string principle,
        string stage,
        string? after,
        SubmittedForm? form,
        string? done,
        IReadOnlyList<FieldError> errors,
        IEngagementGraphQL graphQL,
        HttpContext context,
        CancellationToken ct)
    {
        if (CharterWords.StageOf(stage) is not { } at)
            return TroubleEndpoints.NotFound();
        var reply = await graphQL.ExecuteAsync(CellDocument, new { id, principle, stage = CharterWords.InSchema(at), after }, context, ct);
        var viewer = Viewer.Of(reply, Read);
        return reply.Get<Commissioning>("commissioningActivity") is { } one && one.Find(principle) is { } found
            ? Page.Of<CellPage>(
                new
                {
                    Viewer = viewer,
                    One = one,
                    Principle = found,
                    Stage = at,
                    Proposals = reply.Get<Connection<Proposal>>("evidenceProposals") ?? new Connection<Proposal>([]),
                    Fields = Fields.Of(form),
                    Key = FormKey.Of(form),
                    IsFirst = after is null,
                    Errors = errors,
                    Done = done,
                },
                errors.Status())
            : TroubleEndpoints.NotFound();
    }

    private static async Task<IResult> FindAsync(
        string id, string principle, string stage, string? words, string? kind, string? after, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        if (CharterWords.StageOf(stage) is not { } at)
            return TroubleEndpoints.NotFound();
        var asked = string.IsNullOrWhiteSpace(words) ? null : words.Trim();
        var known = CharterWords.KindOf(kind);
        var reply = await graphQL.ExecuteAsync(
            FindDocument, new { id, words = asked, kind = known is { } one ? CharterWords.InSchema(one) : null, after }, context, ct);
        var viewer = Viewer.Of(reply, Claim);
        return reply.Get<Commissioning>("commissioningActivity") is { } activity && activity.Find(principle) is { } found
            ? Page.Of<FindEvidencePage>(new
            {
                Viewer = viewer,
                One = activity,
                Principle = found,
                Stage = at,
                Found = reply.Get<Connection<Evidence>>("claimableEvidence") ?? new Connection<Evidence>([]),
                Words = asked,
                Kind = known is null ? null : kind,
                IsFirst = after is null,
            })
            : TroubleEndpoints.NotFound();
    }

    private static Task<IResult> ShowEvidenceAsync(
        string id, string principle, string stage, string step, string? kind, string? evidence, string? rule,
        IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        EvidenceAsync(id, principle, stage, step, kind, evidence, rule, null, [], graphQL, context, ct);

    private static async Task<IResult> DecideOnEvidenceAsync(
        string id, string principle, string stage, string step, string? kind, string? evidence, string? rule,
        IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        if (!IsStep(step) || CharterWords.StageOf(stage) is not { } at || CharterWords.KindOf(kind) is not { } known)
            return TroubleEndpoints.NotFound();
        var form = await SubmittedForm.ReadAsync(context, ct);
        var (version, key) = (form.Number("version"), form.OrNull("key"));
        var (atStage, ofKind) = (CharterWords.InSchema(at), CharterWords.InSchema(known));
        var errors = !form.IsTrusted ? [FieldError.PageTooOld]
            : step == CharterLinks.Claim
                ? await mutation.SendAsync(
                    MakeDocument,
                    "makeClaim",
                    new
                    {
                        commissioningActivityId = id,
                        principle,
                        stage = atStage,
                        evidenceKind = ofKind,
                        evidenceId = evidence,
                        explanation = form["explanation"],
                        outcome = form.OrNull("outcome"),
                        organisation = form.OrNull("organisation"),
                        rule,
                        expectedVersion = version,
                        idempotencyKey = key,
                    },
                    context,
                    ct)
                : await mutation.SendAsync(
                    RejectDocument,
                    "rejectEvidence",
                    new
                    {
                        commissioningActivityId = id,
                        principle,
                        stage = atStage,
                        evidenceKind = ofKind,
                        evidenceId = evidence,
                        rule = rule ?? "",
                        reason = form["reason"],
                        expectedVersion = version,
                        idempotencyKey = key,
                    },
                    context,
                    ct);

        // The stage is in the address, and no field of the page.
        return errors.Count == 0
            ? Page.SeeOther($"{CharterLinks.Cell(id, principle, at)}?done={step}")
            : await EvidenceAsync(
                id, principle, stage, step, kind, evidence, rule, form,
                [.. errors.Select(error => error.Field == "stage" ? error with { Field = null } : error)], graphQL, context, ct);
    }

    private static async Task<IResult> EvidenceAsync(
        string id, string principle, string stage, string step, string? kind, string? evidence, string? rule,
        SubmittedForm? form, IReadOnlyList<FieldError> errors, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        if (!IsStep(step) || CharterWords.StageOf(stage) is not { } at || CharterWords.KindOf(kind) is not { } known || string.IsNullOrEmpty(evidence))
            return TroubleEndpoints.NotFound();
        var reply = await graphQL.ExecuteAsync(EvidenceDocument, new { id, kind = CharterWords.InSchema(known), evidenceId = evidence }, context, ct);
        var viewer = Viewer.Of(reply, Claim);
        return reply.Get<Commissioning>("commissioningActivity") is { } one && one.Find(principle) is { } found && reply.Get<Evidence>("evidence") is { } happened
            ? Page.Of<EvidencePage>(
                new
                {
                    Viewer = viewer,
                    One = one,
                    Principle = found,
                    Stage = at,
                    Evidence = happened,
                    Outcomes = CharterForms.Outcomes(reply),
                    Fields = Fields.Of(form),
                    Key = FormKey.Of(form),
                    IsClaim = step == CharterLinks.Claim,
                    Rule = rule,
                    Errors = errors,
                },
                errors.Status())
            : TroubleEndpoints.NotFound();
    }

    private static async Task<IResult> MarkAsync(
        string id, string principle, string stage, IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        if (CharterWords.StageOf(stage) is not { } at)
            return TroubleEndpoints.NotFound();
        var form = await SubmittedForm.ReadAsync(context, ct);
        var errors = form.IsTrusted
            ? await mutation.SendAsync(
                MarkDocument,
                "markNotApplicable",
                new
                {
                    commissioningActivityId = id,
                    principle,
                    stage = CharterWords.InSchema(at),
                    reason = form["reason"],
                    organisation = form.OrNull("organisation"),
                    expectedVersion = form.Number("version"),
                    idempotencyKey = form.OrNull("key"),
                },
                context,
                ct)
            : [FieldError.PageTooOld];
        return errors.Count == 0
            ? Page.SeeOther($"{CharterLinks.Cell(id, principle, at)}?done=not-applicable")
            : await CellAsync(id, principle, stage, null, form, null, errors, graphQL, context, ct);
    }

    private static async Task<IResult> UnmarkAsync(
        string id, string principle, string stage, IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        if (CharterWords.StageOf(stage) is not { } at)
            return TroubleEndpoints.NotFound();
        var form = await SubmittedForm.ReadAsync(context, ct);
        var errors = form.IsTrusted
            ? await mutation.SendAsync(
                ApplicableDocument,
                "markApplicable",
                new { commissioningActivityId = id, principle, stage = CharterWords.InSchema(at), expectedVersion = form.Number("version"), idempotencyKey = form.OrNull("key") },
                context,
                ct)
            : [FieldError.PageTooOld];
        return errors.Count == 0
            ? Page.SeeOther($"{CharterLinks.Cell(id, principle, at)}?done=applicable")
            : await CellAsync(id, principle, stage, null, form, null, errors, graphQL, context, ct);
    }

    private static Task<IResult> ShowAgreeAsync(
        string id, string principle, string stage, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        AgreeFormAsync(id, principle, stage, null, [], graphQL, context, ct);

    private static async Task<IResult> AgreeAsync(
        string id, string principle, string stage, IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        if (CharterWords.StageOf(stage) is not { } at)
            return TroubleEndpoints.NotFound();
        var form = await SubmittedForm.ReadAsync(context, ct);
        var errors = CharterForms.CheckAnswer(form, "Say whether you agree");
        if (errors.Count == 0)
        {
            errors.AddRange(await mutation.SendAsync(
                AgreeDocument,
                "answerNotApplicable",
                new
                {
                    commissioningActivityId = id,
                    principle,
                    stage = CharterWords.InSchema(at),
                    agrees = form["answer"] == CharterForms.Yes,
                    reason = form.OrNull("reason"),
                    organisation = form.OrNull("organisation"),
                    expectedVersion = form.Number("version"),
                    idempotencyKey = form.OrNull("key"),
                },
                context,
                ct));
        }

        return errors.Count == 0
            ? Page.SeeOther($"{CharterLinks.Cell(id, principle, at)}?done=agree")
            : await AgreeFormAsync(id, principle, stage, form, errors, graphQL, context, ct);
    }

    private static async Task<IResult> AgreeFormAsync(
        string id, string principle, string stage, SubmittedForm? form, IReadOnlyList<FieldError> errors,
        IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        if (CharterWords.StageOf(stage) is not { } at)
            return TroubleEndpoints.NotFound();
        var reply = await graphQL.ExecuteAsync(CellDocument, new { id, principle, stage = CharterWords.InSchema(at) }, context, ct);
        var viewer = Viewer.Of(reply, Verify);
        if (reply.Get<Commissioning>("commissioningActivity") is not { } one || one.Find(principle) is not { } found || one.NotApplicableOf(principle, at) is not { } mark)
            return TroubleEndpoints.NotFound();

        // Somebody else has answered: the cell says what.
        return mark.State is not NotApplicableState.Asked
            ? Page.SeeOther(CharterLinks.Cell(id, principle, at))
            : Page.Of<AgreePage>(
                new
                {
                    Viewer = viewer,
                    One = one,
                    Principle = found,
                    Stage = at,
                    Mark = mark,
                    Fields = Fields.Of(form),
                    Key = FormKey.Of(form),
                    Errors = errors,
                },
                errors.Status());
    }

    private static Task<IResult> ShowClaimAsync(string id, string claim, string? done, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        ClaimAsync(id, claim, null, done, [], graphQL, context, ct);

    private static async Task<IResult> DecideOnClaimAsync(
        string id, string claim, IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        var (done, errors) = await CharterForms.DecideAsync(ClaimMutations, id, claim, form, mutation, context, ct);
        return errors.Count == 0 ? Page.SeeOther($"{CharterLinks.OneClaim(id, claim)}?done={done}") : await ClaimAsync(id, claim, form, null, errors, graphQL, context, ct);
    }

    private static async Task<IResult> ClaimAsync(
        string id, string claim, SubmittedForm? form, string? done, IReadOnlyList<FieldError> errors, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(CellDocument, new { id, principle = "", stage = CharterWords.InSchema(CycleStage.Analyse) }, context, ct);
        var viewer = Viewer.Of(reply, Read);
        return reply.Get<Commissioning>("commissioningActivity") is { } one && one.Claims.FirstOrDefault(made => made.Id == claim) is { } found
            ? Page.Of<ClaimPage>(
                new
                {
                    Viewer = viewer,
                    One = one,
                    Claim = found,
                    Fields = Fields.Of(form),
                    Key = FormKey.Of(form),
                    Step = form?["step"],
                    Errors = errors,
                    Done = done,
                },
                errors.Status())
            : TroubleEndpoints.NotFound();
    }

    private static bool IsStep(string step) => step is CharterLinks.Claim or CharterLinks.Reject;
}
