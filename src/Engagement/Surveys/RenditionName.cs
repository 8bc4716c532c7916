using Engagement.Consultations;

namespace Engagement.Surveys;

/// <summary>A form and a language, such as Easy Read in English.</summary>
/// <param name="Kind">Which form.</param>
/// <param name="Language">The language's code, for example en.</param>
public sealed record RenditionName(RenditionKind Kind, string Language)
{
    /// <summary>The language in which questions are written before they are translated.</summary>
    public const string StandardLanguage = "en";

    /// <summary>The questions as they were first written.</summary>
    public static RenditionName Standard { get; } = new(RenditionKind.Standard, StandardLanguage);

    /// <summary>Whether each item needs words of its own. Paper in the standard language has the standard words.</summary>
    public bool NeedsWords => Kind == RenditionKind.EasyRead || Language != StandardLanguage;
}
