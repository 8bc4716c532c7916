using Engagement.Web.Documents;
using Engagement.Web.Forms;
using Engagement.Web.Trouble;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Staff.Privacy;

/// <summary>Requests to erase: one person answers within a month, and another destroys the key.</summary>
internal static class ErasureEndpoints
{
    public const string DecidePermission = "erasure.decide";
    public const string DestroyPermission = "erasure.destroy-keys";

    /// <summary>What whoever destroys a key writes out, so that nobody does it by a slip.</summary>
    public const string Word = "ERASE";

    private static readonly string ListDocument = GraphQLDocument.Read("Staff/Privacy/ErasureCases.graphql");
    private static readonly string CaseDocument = GraphQLDocument.Read("Staff/Privacy/ErasureCase.graphql");
    private static readonly string DecideDocument = GraphQLDocument.Read("Staff/Privacy/DecideErasure.graphql");
    private static readonly string DestroyDocument = GraphQLDocument.Read("Staff/Privacy/DestroySubjectKey.graphql");

    public static void MapErasure(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(PrivacyLinks.Erasure, ListAsync);
        pages.MapGet($"{PrivacyLinks.Erasure}/{{id}}", (string id, string? done, IEngagementGraphQL g, HttpContext c, CancellationToken ct) =>
            ShowAsync(id, done, "", [], g, c, ct));
        pages.MapPost($"{PrivacyLinks.Erasure}/{{id}}/decide", DecideAsync);
        pages.MapPost($"{PrivacyLinks.Erasure}/{{id}}/destroy", DestroyAsync);
    }

    private static async Task<IResult> ListAsync(string? show, string? after, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var isDone = show == "done";
        var reply = await graphQL.ExecuteAsync(ListDocument, new { isDone, after }, context, ct);
        return Page.Of<ErasureCasesPage>(new
        {
            Viewer = Viewer.Of(reply, DestroyPermission),
            Cases = reply.Get<Connection<ErasureCase>>("erasureCases") ?? new Connection<ErasureCase>([]),
            IsDone = isDone,
            IsFirst = after is null,
        });
    }

    private static async Task<IResult> ShowAsync(
        string id, string? done, string answer, IReadOnlyList<FieldError> errors, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(CaseDocument, new { id }, context, ct);
        var viewer = Viewer.Of(reply, DestroyPermission);
        return reply.Get<ErasureCase>("node") is not { Id: not null } one
            ? TroubleEndpoints.NotFound()
            : Page.Of<ErasureCasePage>(
                new
                {
                    Viewer = viewer,
                    Case = one,
                    Grounds = reply.Get<IReadOnlyList<ErasureGrounds>>("erasureGrounds") ?? [],
                    Answer = answer,
                    Key = FormKey.New(),
                    Done = done,
                    Errors = errors,
                },
                errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> DecideAsync(string id, IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        var answer = form["answer"];
        IReadOnlyList<FieldError> errors = !form.IsTrusted ? [FieldError.PageTooOld]
            : answer.Split('.') is not [var outcome, var ground] ? [new FieldError("Choose the answer and what it rests on", "answer")]
            : await mutation.SendAsync(
                DecideDocument, "decideErasure", new { subjectId = form["subject"], outcome, ground, idempotencyKey = form["_key"] }, context, ct);
        errors = [.. errors.Select(error => error.Field is "ground" or "outcome" ? error with { Field = "answer" } : error)];
        return errors.Count == 0 ? Page.SeeOther(PrivacyLinks.ErasureCase(id, "decided")) : await ShowAsync(id, null, answer, errors, graphQL, context, ct);
    }

    private static async Task<IResult> DestroyAsync(string id, IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        IReadOnlyList<FieldError> errors = !form.IsTrusted ? [FieldError.PageTooOld]
            : !string.Equals(form["word"], Word, StringComparison.OrdinalIgnoreCase) ? [new FieldError($"Write the word {Word} to destroy the key", "word")]
            : await mutation.SendAsync(DestroyDocument, "destroySubjectKey", new { subjectId = form["subject"], idempotencyKey = form["_key"] }, context, ct);
        return errors.Count == 0 ? Page.SeeOther(PrivacyLinks.ErasureCase(id, "destroyed")) : await ShowAsync(id, null, "", errors, graphQL, context, ct);
    }
}
