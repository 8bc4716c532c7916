using Engagement.Web.Documents;
using Engagement.Web.Forms;
using Engagement.Web.HaveYourSay;
using Engagement.Web.Trouble;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Track;

/// <summary>
/// What whoever holds a receipt may do with it: read and change what they answered, take it back, have it erased, and say whether an answer answers them.
/// Each needs the secret, which this browser remembers until it is closed.
/// </summary>
internal static class OwnAnswersEndpoints
{
    private static readonly string Document = GraphQLDocument.Read("Track/OwnAnswers.graphql");
    private static readonly string EntryDocument = GraphQLDocument.Read("Track/ConfirmationEntry.graphql");
    private static readonly string ConfirmDocument = GraphQLDocument.Read("Track/GiveConfirmation.graphql");
    private static readonly string TakeBackDocument = GraphQLDocument.Read("Track/WithdrawResponse.graphql");
    private static readonly string EraseDocument = GraphQLDocument.Read("Track/RequestErasureByReceipt.graphql");

    public static void MapOwnAnswers(this IEndpointRouteBuilder journey)
    {
        journey.MapGet("/answers", ReadAnswersAsync);
        journey.MapPost("/answers", ChangeAsync);
        journey.MapGet("/confirm/{entry}", ShowConfirmAsync);
        journey.MapPost("/confirm/{entry}", ConfirmAsync);
        journey.MapGet("/take-back", (string reference, SecretCookie secrets, HttpContext context) => WithSecret(reference, secrets, context, (own, _) => ShowTakeBack(own, [])));
        journey.MapPost("/take-back", TakeBackAsync);
        journey.MapGet("/erase", (string reference, SecretCookie secrets, HttpContext context) => WithSecret(reference, secrets, context, (own, _) => ShowErase(own, [])));
        journey.MapPost("/erase", EraseAsync);
    }

    private static async Task<IResult> ReadAnswersAsync(
        string reference, IEngagementGraphQL graphQL, SurveyReader surveys, SecretCookie secrets, HttpContext context, CancellationToken ct)
    {
        var canonical = ReceiptCodes.Reference(reference);
        return await FindAsync(canonical, graphQL, secrets, context, ct) is { } own
            ? await ShowAnswersAsync(canonical, own, surveys, context, [], ct)
            : Page.SeeOther(SurveyPages.FaceOf(context).Journey(canonical));
    }

    private static async Task<IResult> ShowAnswersAsync(
        string reference, OwnAnswers own, SurveyReader surveys, HttpContext context, IReadOnlyList<FieldError> errors, CancellationToken ct)
    {
        var walk = own.Wave is null ? null : await surveys.FindOfWaveAsync(own.Wave.Id, own.Form.ToDraft(""), context, ct);
        return Page.Of<OwnAnswersPage>(
            new { Reference = reference, Walk = walk, SentAt = own.AmendedAt ?? own.SubmittedAt, CanChangeUntil = own.IsWithdrawn ? null : own.CanChangeUntil, Errors = errors },
            errors.Status());
    }

    /// <summary>Puts the answers back into the pages of their survey, from whose check they are sent in the place of the old ones.</summary>
    private static async Task<IResult> ChangeAsync(
        string reference, IEngagementGraphQL graphQL, SurveyReader surveys, AnswerCookie cookie, SecretCookie secrets, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        var canonical = ReceiptCodes.Reference(reference);
        if (await FindAsync(canonical, graphQL, secrets, context, ct) is not { } own)
            return Page.SeeOther(SurveyPages.FaceOf(context).Journey(canonical));
        if (!form.IsTrusted)
            return await ShowAnswersAsync(canonical, own, surveys, context, [FieldError.PageTooOld], ct);
        if (own is { IsWithdrawn: true } or { CanChangeUntil: null } or { Wave.Consultation: null } or { Wave: null })
            return Page.SeeOther(SurveyPages.FaceOf(context).JourneyPart(canonical, "answers"));

        var draft = own.Form.ToDraft(Guid.NewGuid().ToString("N")) with
        {
            Corrects = new Receipt(canonical, secrets.Find(context, canonical)!, own.SubmittedAt),
            Who = new Answering(own.Form.Audience, own.Form.Proxy),
        };
        var face = SurveyPages.FaceOf(context);
        return cookie.TryWrite(context, face, own.Wave.Consultation.Slug, draft)
            ? Page.SeeOther(face.Check(own.Wave.Consultation.Slug))
            : await ShowAnswersAsync(canonical, own, surveys, context,
                [new FieldError("These answers are too long to open here. Write to us, and we will help", Code: "ANSWER_TOO_LONG")], ct);
    }

    private static async Task<IResult> ShowConfirmAsync(
        string reference, string entry, IEngagementGraphQL graphQL, SecretCookie secrets, HttpContext context, CancellationToken ct)
    {
        var canonical = ReceiptCodes.Reference(reference);
        if (secrets.Find(context, canonical) is null)
            return Page.SeeOther(SurveyPages.FaceOf(context).Journey(canonical));
        return await FindEntryAsync(entry, graphQL, context, ct) is { } asked ? ShowConfirm(canonical, asked, null, null, []) : TroubleEndpoints.NotFound();
    }

    private static async Task<IResult> ConfirmAsync(
        string reference, string entry, IEngagementGraphQL graphQL, SecretCookie secrets, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        var canonical = ReceiptCodes.Reference(reference);
        if (secrets.Find(context, canonical) is not { } secret)
            return Page.SeeOther(SurveyPages.FaceOf(context).Journey(canonical));
        if (await FindEntryAsync(entry, graphQL, context, ct) is not { } asked)
            return TroubleEndpoints.NotFound();
        var (answer, comment) = (form["answer"], form["comment"]);
        if (!form.IsTrusted)
            return ShowConfirm(canonical, asked, answer, comment, [FieldError.PageTooOld]);
        if (!Enum.TryParse<ConfirmationAnswer>(answer, out var said) || !Enum.IsDefined(said))
            return ShowConfirm(canonical, asked, answer, comment, [new FieldError("Choose whether it answers you", "answer", "ANSWER_REQUIRED")]);

        var input = new { entryId = asked.Id, reference = canonical, secret, answer = answer.ToUpperInvariant(), comment = comment.Length == 0 ? null : comment };
        var refusals = (await graphQL.ExecuteAsync(ConfirmDocument, new { input }, context, ct)).PayloadErrors("giveConfirmation");
        return refusals.Count == 0
            ? Page.SeeOther(SurveyPages.FaceOf(context).Journey(canonical, "confirmed"))
            : ShowConfirm(canonical, asked, answer, comment, [.. refusals.Select(e => e.Field is "comment" or "answer" ? e : e with { Field = null })]);
    }

    private static async Task<IResult> TakeBackAsync(string reference, IEngagementGraphQL graphQL, SecretCookie secrets, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        return await WithSecret(reference, secrets, context, async (own, secret) =>
        {
            if (!form.IsTrusted)
                return ShowTakeBack(own, [FieldError.PageTooOld]);
            var reply = await graphQL.ExecuteAsync(TakeBackDocument, new { input = new { reference = own, secret } }, context, ct);
            if (reply.Get<TakeBackPayload>("withdrawResponse")?.ResponseTakenBack is { } taken)
                return Page.SeeOther(SurveyPages.FaceOf(context).Journey(own, taken.StaysInTotals ? "words-taken-back" : "taken-back"));
            return ShowTakeBack(own, [.. reply.PayloadErrors("withdrawResponse").Select(e => e with { Field = null })]);
        });
    }

    private static async Task<IResult> EraseAsync(string reference, IEngagementGraphQL graphQL, SecretCookie secrets, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        return await WithSecret(reference, secrets, context, async (own, secret) =>
        {
            if (!form.IsTrusted)
                return ShowErase(own, [FieldError.PageTooOld]);
            var reply = await graphQL.ExecuteAsync(EraseDocument, new { input = new { reference = own, secret } }, context, ct);
            var refusals = reply.PayloadErrors("requestErasureByReceipt");
            return refusals.Count == 0 ? Page.SeeOther(SurveyPages.FaceOf(context).Journey(own, "erasure")) : ShowErase(own, [.. refusals.Select(e => e with { Field = null })]);
        });
    }

    private static async Task<OwnAnswers?> FindAsync(string reference, IEngagementGraphQL graphQL, SecretCookie secrets, HttpContext context, CancellationToken ct) =>
        secrets.Find(context, reference) is { } secret
            ? (await graphQL.ExecuteAsync(Document, new { reference, secret }, context, ct)).Get<OwnAnswers>("ownResponse")
            : null;

    private static async Task<ConfirmationEntry?> FindEntryAsync(string slug, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        (await graphQL.ExecuteAsync(EntryDocument, new { slug }, context, ct)).Get<ConfirmationEntry>("entryBySlug");

    private static IResult ShowConfirm(string reference, ConfirmationEntry entry, string? answer, string? comment, IReadOnlyList<FieldError> errors) =>
        Page.Of<ConfirmPage>(new { Reference = reference, Entry = entry, Answer = answer, Comment = comment, Errors = errors }, errors.Status());

    private static IResult ShowTakeBack(string reference, IReadOnlyList<FieldError> errors) =>
        Page.Of<TakeBackPage>(new { Reference = reference, Errors = errors }, errors.Status());

    private static IResult ShowErase(string reference, IReadOnlyList<FieldError> errors) =>
        Page.Of<ErasePage>(new { Reference = reference, Errors = errors }, errors.Status());

    /// <summary>Asks for the secret first, where this browser does not know it.</summary>
    private static IResult WithSecret(string reference, SecretCookie secrets, HttpContext context, Func<string, string, IResult> show)
    {
        var canonical = ReceiptCodes.Reference(reference);
        return secrets.Find(context, canonical) is { } secret ? show(canonical, secret) : Page.SeeOther(SurveyPages.FaceOf(context).Journey(canonical));
    }

    private static async Task<IResult> WithSecret(string reference, SecretCookie secrets, HttpContext context, Func<string, string, Task<IResult>> act)
    {
        var canonical = ReceiptCodes.Reference(reference);
        return secrets.Find(context, canonical) is { } secret ? await act(canonical, secret) : Page.SeeOther(SurveyPages.FaceOf(context).Journey(canonical));
    }

    private sealed record TakeBackPayload(TakenBack? ResponseTakenBack);

    private sealed record TakenBack(bool StaysInTotals);
}
