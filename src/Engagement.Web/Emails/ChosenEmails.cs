using System.Text.Json;
using Engagement.Web.Documents;
using Engagement.Web.Forms;
using Microsoft.AspNetCore.Http;

namespace Engagement.Web.Emails;

/// <summary>What somebody chose in the form of what is sent, by a link of an e-mail or, without its token, by their account.</summary>
internal static class ChosenEmails
{
    public const string YoungPeople = "YOUNG_PEOPLE";

    /// <summary>Whom consultations ask, by the names of the API.</summary>
    public static readonly IReadOnlyList<string> Groups = ["PARENTS_AND_CARERS", YoungPeople, "ORGANISATIONS", "STAFF"];

    private static readonly string Document = GraphQLDocument.Read("Emails/ChooseEmails.graphql");

    /// <summary>Sends it; what stopped it, or nothing.</summary>
    public static async Task<IReadOnlyList<FieldError>> ChooseAsync(
        string? token, SubmittedForm form, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        if (!form.IsTrusted)
            return [FieldError.PageTooOld];
        if (!Enum.TryParse<EmailFrequency>(form["frequency"], out var frequency) || !Enum.IsDefined(frequency))
            return [new FieldError("Choose how often", "frequency", "FREQUENCY_REQUIRED")];

        var input = new
        {
            token,
            kinds = Enum.GetValues<EmailKind>().Where(kind => form.All("kinds").Contains($"{kind}")).Select(NameOf),
            interests = Groups.Where(group => form.All("interests").Contains(group)),
            about = SubjectArea.Of(form.All("about")).Select(area => area.InSchema),
            districts = form.All("districts").Where(code => Districts.NameOf(code) is not null),
            frequency = NameOf(frequency),
            leaveTheNight = form["night"] == "yes",
        };
        var errors = (await graphQL.ExecuteAsync(Document, new { input }, context, ct)).PayloadErrors("chooseNotifications");
        return [.. errors.Select(error => error.Field is "districts" ? error : error with { Field = null })];
    }

    private static string NameOf<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString());
}
