using System.Text.RegularExpressions;
using Engagement.Common;

namespace Engagement.Consultations;

/// <summary>Offers the same consultation in another form or language.</summary>
/// <param name="ConsultationId">The consultation.</param>
/// <param name="Kind">Which form.</param>
/// <param name="Language">The language's code, for example en.</param>
/// <param name="ApprovedByRole">The role that checked that it says the same.</param>
/// <param name="Url">Where it can be read; needed of Easy Read and of a translation.</param>
public sealed partial record AddRendition(Guid ConsultationId, RenditionKind Kind, string Language, string ApprovedByRole, string? Url)
{
    public static Decision Decide(AddRendition command, Consultation consultation)
    {
        var language = CleanText.OneLine(command.Language);
        if (!IsLanguage(language))
            return Decision.Refuse("LANGUAGE_INVALID", "Enter the language as a code, such as en or pa", "language");

        var approvedBy = CleanText.OneLine(command.ApprovedByRole);
        if (approvedBy.Length == 0)
            return Decision.Refuse("APPROVAL_MISSING", "Enter the role that approved this version", "approvedByRole");

        if (CleanText.TooLong(approvedBy, CleanText.LineLimit, "approvedByRole") is { } tooLong)
            return Decision.Refuse(tooLong);

        var url = CleanText.OrNull(command.Url);
        if (url is not null && !WebAddress.IsValid(url))
            return Decision.Refuse(WebAddress.Invalid("url"));

        // Paper is made from the survey. Whatever else there is, is a document of its own.
        if (url is null && command.Kind is (RenditionKind.EasyRead or RenditionKind.Translation))
            return Decision.Refuse("RENDITION_MISSING", "Enter the address at which this version can be read. It counts once people can read it", "url");

        if (consultation.Renditions.Any(r => r.Kind == command.Kind && r.Language == language))
            return Decision.Refuse("RENDITION_ALREADY_ADDED", "This consultation already has this version in this language", "kind");

        return Decision.To(new RenditionAdded(command.Kind, language, approvedBy, url));
    }

    /// <summary>Whether it is the code of a language, such as en or pa.</summary>
    internal static bool IsLanguage(string? code) => code is not null && LanguageTag().IsMatch(code);

    [GeneratedRegex(@"^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}\z", RegexOptions.CultureInvariant)]
    private static partial Regex LanguageTag();
}
