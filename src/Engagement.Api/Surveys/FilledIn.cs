using Engagement.Common;
using Engagement.Consultations;
using Engagement.Surveys;

namespace Engagement.Api.Surveys;

/// <summary>A survey as someone filled it in.</summary>
/// <param name="Answers">The answers, at most one for each question.</param>
/// <param name="Audience">Who answers; left out: whom the survey asks, if that is one group.</param>
/// <param name="Proxy">Whether the answers are given on someone else's behalf.</param>
/// <param name="Rendition">The form in which the questions were read.</param>
/// <param name="Language">The language in which they were read, by its code.</param>
public sealed record FilledIn(
    IReadOnlyList<GivenAnswer> Answers,
    Audience? Audience,
    bool Proxy = false,
    RenditionKind Rendition = RenditionKind.Standard,
    string Language = RenditionName.StandardLanguage)
{
    internal FilledForm ToForm() => new(Answers, Proxy) { Audience = Audience, Rendition = Rendition, Language = Language };
}
