using Engagement.Web.Documents;
using Engagement.Web.Forms;
using Engagement.Web.Staff.Charter;
using Engagement.Web.Trouble;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Staff.Statements;

/// <summary>Statements of commitment: which have evidence, giving it, and accepting or disputing it.</summary>
internal static class StatementEndpoints
{
    private static readonly string ListDocument = GraphQLDocument.Read("Staff/Statements/StatementDocuments.graphql");
    private static readonly string Document = GraphQLDocument.Read("Staff/Statements/Statement.graphql");
    private static readonly string FindDocument = GraphQLDocument.Read("Staff/Statements/StatementEvidence.graphql");
    private static readonly string EvidenceDocument = GraphQLDocument.Read("Staff/Statements/EvidenceForStatement.graphql");
    private static readonly string ClaimDocument = GraphQLDocument.Read("Staff/Statements/StatementClaim.graphql");
    private static readonly string GiveDocument = GraphQLDocument.Read("Staff/Statements/EvidenceStatement.graphql");
    private static readonly string RejectDocument = GraphQLDocument.Read("Staff/Statements/RejectStatementEvidence.graphql");

    private static readonly ClaimMutations ClaimMutations = new(
        "statementDocumentId",
        (GraphQLDocument.Read("Staff/Statements/VerifyStatementEvidence.graphql"), "verifyStatementEvidence"),
        (GraphQLDocument.Read("Staff/Statements/DisputeStatementEvidence.graphql"), "disputeStatementEvidence"),
        (GraphQLDocument.Read("Staff/Statements/WithdrawStatementEvidence.graphql"), "withdrawStatementEvidence"));

    public static void MapStatements(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(StatementLinks.List, ListAllAsync);
        pages.MapGet("/staff/statements/{id}", ListOneAsync);
        pages.MapGet("/staff/statements/{id}/claims/{claim}", ShowClaimAsync);
        pages.MapPost("/staff/statements/{id}/claims/{claim}", DecideOnClaimAsync);
        pages.MapGet("/staff/statements/{id}/{statement}", ShowAsync);
        pages.MapGet("/staff/statements/{id}/{statement}/find", FindAsync);
        pages.MapGet("/staff/statements/{id}/{statement}/{step}", ShowEvidenceAsync);
        pages.MapPost("/staff/statements/{id}/{statement}/{step}", DecideOnEvidenceAsync);
    }

    private static Task<IResult> ListAllAsync(
        string? words, string? audience, string? level, string? state, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        ListAsync(null, StatementsAsked.Of(words, audience, level, state), graphQL, context, ct);

    private static Task<IResult> ListOneAsync(
        string id, string? words, string? audience, string? level, string? state, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        ListAsync(id, StatementsAsked.Of(words, audience, level, state), graphQL, context, ct);

    private static async Task<IResult> ListAsync(string? id, StatementsAsked asked, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(
            ListDocument, new { words = asked.Words, audience = asked.Audience, level = asked.Level, state = asked.State }, context, ct);
        var viewer = Viewer.Of(reply, CharterEndpoints.Read);
        StatementDocument[] documents = [.. (reply.Get<IReadOnlyList<StatementDocument>>("statementDocuments") ?? []).Where(one => id is null || one.Id == id)];
        return id is not null && documents.Length == 0
            ? TroubleEndpoints.NotFound()
            : Page.Of<StatementsPage>(new
            {
                Viewer = viewer,
                Documents = (IReadOnlyList<StatementDocument>)documents,
                Asked = asked,
                Address = id is null ? StatementLinks.List : StatementLinks.Document(id),
                IsOne = id is not null,
            });
    }

    private static async Task<IResult> ShowAsync(
        string id, string statement, string? after, string? done, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(Document, new { id, key = statement, after }, context, ct);
        var viewer = Viewer.Of(reply, CharterEndpoints.Read);
        return Found(reply) is { } found
            ? Page.Of<StatementPage>(new
            {
                Viewer = viewer,
                Document = found,
                Statement = found.Statements[0],
                Proposals = reply.Get<Connection<Evidence>>("statementEvidence") ?? new Connection<Evidence>([]),
                IsFirst = after is null,
                Done = done,
            })
            : TroubleEndpoints.NotFound();
    }

    private static async Task<IResult> FindAsync(
        string id, string statement, string? words, string? after, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var asked = string.IsNullOrWhiteSpace(words) ? null : words.Trim();
        var reply = await graphQL.ExecuteAsync(FindDocument, new { id, key = statement, words = asked, after }, context, ct);
        var viewer = Viewer.Of(reply, CharterEndpoints.Claim);
        return Found(reply) is { } found
            ? Page.Of<FindForStatementPage>(new
            {
                Viewer = viewer,
                Document = found,
                Statement = found.Statements[0],
                Found = reply.Get<Connection<Evidence>>("statementEvidence") ?? new Connection<Evidence>([]),
                Words = asked,
                IsFirst = after is null,
            })
            : TroubleEndpoints.NotFound();
    }

    private static Task<IResult> ShowEvidenceAsync(
        string id, string statement, string step, string? kind, string? evidence, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        EvidenceAsync(id, statement, step, kind, evidence, null, [], graphQL, context, ct);

    private static async Task<IResult> DecideOnEvidenceAsync(
        string id, string statement, string step, string? kind, string? evidence,
        IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        if (!IsStep(step) || CharterWords.KindOf(kind) is not { } known)
            return TroubleEndpoints.NotFound();
        var form = await SubmittedForm.ReadAsync(context, ct);
        var (version, key, ofKind) = (form.Number("version"), form.OrNull("key"), CharterWords.InSchema(known));
        var errors = !form.IsTrusted ? [FieldError.PageTooOld]
            : step == StatementLinks.Give
                ? await mutation.SendAsync(
                    GiveDocument,
                    "evidenceStatement",
                    new
                    {
                        statementDocumentId = id,
                        statement,
                        evidenceKind = ofKind,
                        evidenceId = evidence,
                        explanation = form["explanation"],
                        organisation = form.OrNull("organisation"),
                        expectedVersion = version,
                        idempotencyKey = key,
                    },
                    context,
                    ct)
                : await mutation.SendAsync(
                    RejectDocument,
                    "rejectStatementEvidence",
                    new
                    {
                        statementDocumentId = id,
                        statement,
                        evidenceKind = ofKind,
                        evidenceId = evidence,
                        reason = form["reason"],
                        expectedVersion = version,
                        idempotencyKey = key,
                    },
                    context,
                    ct);
        return errors.Count == 0
            ? Page.SeeOther($"{StatementLinks.Of(id, statement)}?done={step}")
            : await EvidenceAsync(id, statement, step, kind, evidence, form, errors, graphQL, context, ct);
    }

    private static async Task<IResult> EvidenceAsync(
        string id, string statement, string step, string? kind, string? evidence, SubmittedForm? form, IReadOnlyList<FieldError> errors,
        IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        if (!IsStep(step) || CharterWords.KindOf(kind) is not { } known || string.IsNullOrEmpty(evidence))
            return TroubleEndpoints.NotFound();
        var reply = await graphQL.ExecuteAsync(EvidenceDocument, new { id, key = statement, kind = CharterWords.InSchema(known), evidenceId = evidence }, context, ct);
        var viewer = Viewer.Of(reply, CharterEndpoints.Claim);
        return Found(reply) is { } found && reply.Get<Evidence>("evidence") is { } happened
            ? Page.Of<GiveEvidencePage>(
                new
                {
                    Viewer = viewer,
                    Document = found,
                    Statement = found.Statements[0],
                    Evidence = happened,
                    Fields = Fields.Of(form),
                    Key = FormKey.Of(form),
                    Step = step,
                    Errors = errors,
                },
                errors.Status())
            : TroubleEndpoints.NotFound();
    }

    private static Task<IResult> ShowClaimAsync(string id, string claim, string? done, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        ClaimAsync(id, claim, null, done, [], graphQL, context, ct);

    private static async Task<IResult> DecideOnClaimAsync(
        string id, string claim, IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        var (done, errors) = await CharterForms.DecideAsync(ClaimMutations, id, claim, form, mutation, context, ct);
        return errors.Count == 0 ? Page.SeeOther($"{StatementLinks.Claim(id, claim)}?done={done}") : await ClaimAsync(id, claim, form, null, errors, graphQL, context, ct);
    }

    private static async Task<IResult> ClaimAsync(
        string id, string claim, SubmittedForm? form, string? done, IReadOnlyList<FieldError> errors, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(ClaimDocument, new { id }, context, ct);
        var viewer = Viewer.Of(reply, CharterEndpoints.Read);
        return Found(reply) is { } document && document.Statements.FirstOrDefault(one => one.Claims.Any(given => given.Id == claim)) is { } statement
            ? Page.Of<StatementClaimPage>(
                new
                {
                    Viewer = viewer,
                    Document = document,
                    Statement = statement,
                    Claim = statement.Claims.First(given => given.Id == claim),
                    Fields = Fields.Of(form),
                    Key = FormKey.Of(form),
                    Step = form?["step"],
                    Errors = errors,
                    Done = done,
                },
                errors.Status())
            : TroubleEndpoints.NotFound();
    }

    /// <summary>The document with what was asked of it; null where there is no such document or statement.</summary>
    private static StatementDocument? Found(GraphQLReply reply) => reply.Get<StatementDocument>("statementDocument") is { Statements.Count: > 0 } document ? document : null;

    private static bool IsStep(string step) => step is StatementLinks.Give or StatementLinks.Reject;
}
