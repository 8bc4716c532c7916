using Engagement.Common;
using Engagement.Consultations;

namespace Engagement.Surveys;

internal static class RenditionRules
{
    public static RenditionName Clean(RenditionName name) => name with { Language = CleanText.OneLine(name.Language) };

    public static Refusal? Check(RenditionName name)
    {
        if (!AddRendition.IsLanguage(name.Language))
            return new Refusal("LANGUAGE_INVALID", "Enter the language as a code, such as en or pa", "language");

        if (name == RenditionName.Standard)
            return new Refusal("RENDITION_STANDARD", "These are the questions themselves. Change their words in a draft", "rendition");

        return name is { Kind: RenditionKind.Translation, Language: RenditionName.StandardLanguage }
            ? new Refusal("LANGUAGE_STANDARD", "The questions are in English already. Choose the language they are translated into", "language")
            : null;
    }
}
