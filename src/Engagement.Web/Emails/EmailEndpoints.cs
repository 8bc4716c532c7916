using Engagement.Web.Documents;
using Engagement.Web.Forms;
using Engagement.Web.Track;
using Engagement.Web.Trouble;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Emails;

/// <summary>
/// Where the links of messages lead: what is sent, no more of it, and whether an answer answers. Mail programs and mail servers open links by themselves, so
/// opening one changes nothing; a button on the page does.
/// </summary>
internal static class EmailEndpoints
{
    private static readonly string ChoicesDocument = GraphQLDocument.Read("Emails/EmailChoices.graphql");
    private static readonly string ConfirmDocument = GraphQLDocument.Read("Emails/ConfirmAddress.graphql");
    private static readonly string StopDocument = GraphQLDocument.Read("Emails/StopEmails.graphql");
    private static readonly string QuestionDocument = GraphQLDocument.Read("Emails/EmailQuestion.graphql");
    private static readonly string AnswerDocument = GraphQLDocument.Read("Emails/AnswerEmail.graphql");

    public static void MapEmails(this IEndpointRouteBuilder pages)
    {
        var emails = pages.MapGroup(EmailLinks.All);
        emails.MapGet("/answer/{token}", (string token, string? answer, string? done, IEngagementGraphQL g, HttpContext c, CancellationToken ct) =>
            ShowQuestionAsync(token, answer, null, done == "said", [], g, c, ct));
        emails.MapPost("/answer/{token}", AnswerAsync);
        emails.MapGet("/confirm/{token}", (string token, IEngagementGraphQL g, HttpContext c, CancellationToken ct) => ShowConfirmAsync(token, [], g, c, ct));
        emails.MapPost("/confirm/{token}", ConfirmAsync);
        emails.MapGet("/{token}", (string token, string? done, IEngagementGraphQL g, HttpContext c, CancellationToken ct) => ShowChoicesAsync(token, done == "saved", [], g, c, ct));
        emails.MapPost("/{token}", ChooseAsync);
        emails.MapGet("/{token}/stop", (string token, IEngagementGraphQL g, HttpContext c, CancellationToken ct) => ShowStopAsync(token, [], g, c, ct));
        emails.MapPost("/{token}/stop", StopAsync);
    }

    private static async Task<IResult> ShowChoicesAsync(
        string token, bool isSaved, IReadOnlyList<FieldError> errors, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        await FindChoicesAsync(token, graphQL, context, ct) is { IsOfStaff: false } choices
            ? Page.Of<EmailChoicesPage>(new { Token = token, Choices = choices, IsSaved = isSaved, Errors = errors }, errors.Status())
            : TroubleEndpoints.NotFound();

    private static async Task<IResult> ChooseAsync(string token, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        var errors = await ChosenEmails.ChooseAsync(token, form, graphQL, context, ct);
        return errors.Count == 0
            ? Page.SeeOther(Links.With(EmailLinks.Choices(token), ("done", "saved")))
            : await ShowChoicesAsync(token, isSaved: false, errors, graphQL, context, ct);
    }

    private static async Task<IResult> ShowConfirmAsync(string token, IReadOnlyList<FieldError> errors, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        await FindChoicesAsync(token, graphQL, context, ct) is { } choices
            ? Page.Of<ConfirmAddressPage>(new { Token = token, Choices = choices, Errors = errors }, errors.Status())
            : TroubleEndpoints.NotFound();

    private static async Task<IResult> ConfirmAsync(string token, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        IReadOnlyList<FieldError> errors = form.IsTrusted
            ? (await graphQL.ExecuteAsync(ConfirmDocument, new { input = new { token } }, context, ct)).PayloadErrors("confirmAddress")
            : [FieldError.PageTooOld];
        return errors.Count == 0 ? Page.SeeOther(EmailLinks.Confirm(token)) : await ShowConfirmAsync(token, [.. errors.Select(e => e with { Field = null })], graphQL, context, ct);
    }

    private static async Task<IResult> ShowStopAsync(string token, IReadOnlyList<FieldError> errors, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        await FindChoicesAsync(token, graphQL, context, ct) is { } choices
            ? Page.Of<StopEmailsPage>(new { Token = token, Choices = choices, Errors = errors }, errors.Status())
            : TroubleEndpoints.NotFound();

    /// <summary>
    /// Both for the button on the page and for the one of a mail program (RFC 8058), which has no page, no cookie and no form token. The token in the address
    /// says whose messages they are and that whoever sends this has read one.
    /// </summary>
    private static async Task<IResult> StopAsync(string token, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        var errors = (await graphQL.ExecuteAsync(StopDocument, new { input = new { token } }, context, ct)).PayloadErrors("stopNotifications");
        // A mail program follows no redirects.
        return errors.Count == 0 && form["List-Unsubscribe"].Length == 0
            ? Page.SeeOther(EmailLinks.Stop(token))
            : await ShowStopAsync(token, [.. errors.Select(e => e with { Field = null })], graphQL, context, ct);
    }

    private static async Task<IResult> ShowQuestionAsync(
        string token,
        string? answer,
        string? comment,
        bool isSaid,
        IReadOnlyList<FieldError> errors,
        IEngagementGraphQL graphQL,
        HttpContext context,
        CancellationToken ct)
    {
        var question = (await graphQL.ExecuteAsync(QuestionDocument, new { token }, context, ct)).Get<EmailQuestion>("notificationQuestion");
        if (question is not { Entry: not null })
            return TroubleEndpoints.NotFound();

        var chosen = Enum.TryParse<ConfirmationAnswer>(answer, ignoreCase: true, out var said) && Enum.IsDefined(said) ? said : question.Answer;
        return Page.Of<EmailAnswerPage>(
            new { Token = token, Question = question, Answer = chosen?.ToString(), Comment = comment, IsSaid = isSaid, Errors = errors }, errors.Status());
    }

    private static async Task<IResult> AnswerAsync(string token, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        var (answer, comment) = (form["answer"], form["comment"]);
        IReadOnlyList<FieldError> errors = !form.IsTrusted ? [FieldError.PageTooOld]
            : !Enum.TryParse<ConfirmationAnswer>(answer, out var said) || !Enum.IsDefined(said) ? [new FieldError("Choose whether it answers you", "answer", "ANSWER_REQUIRED")]
            : [];
        if (errors.Count == 0)
        {
            var input = new { token, answer = answer.ToUpperInvariant(), comment = comment.Length == 0 ? null : comment };
            errors = (await graphQL.ExecuteAsync(AnswerDocument, new { input }, context, ct)).PayloadErrors("answerByMessage");
        }

        return errors.Count == 0
            ? Page.SeeOther(Links.With(EmailLinks.Answer(token), ("done", "said")))
            : await ShowQuestionAsync(token, answer, comment, isSaid: false, [.. errors.Select(e => e.Field is "comment" or "answer" ? e : e with { Field = null })], graphQL, context, ct);
    }

    private static async Task<EmailChoices?> FindChoicesAsync(string token, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        (await graphQL.ExecuteAsync(ChoicesDocument, new { token }, context, ct)).Get<EmailChoices>("notificationChoices");
}
