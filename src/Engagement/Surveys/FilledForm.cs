using Engagement.Common;
using Engagement.Consultations;

namespace Engagement.Surveys;

/// <summary>A survey as someone filled it in: on a screen or on paper, sent or not sent yet.</summary>
/// <param name="Answers">At most one for each question.</param>
/// <param name="Proxy">Whether the answers are given for somebody else.</param>
public sealed record FilledForm(IReadOnlyList<GivenAnswer> Answers, bool Proxy = false)
{
    /// <summary>Who answers; null: whom the survey asks, if that is one group.</summary>
    public Audience? Audience { get; init; }

    /// <summary>The form in which the questions were read.</summary>
    public RenditionKind Rendition { get; init; } = RenditionKind.Standard;

    /// <summary>The language in which they were read, by its code.</summary>
    public string Language { get; init; } = RenditionName.StandardLanguage;

    /// <summary>The questions as they were read; null where the survey is not offered so. What is on paper is the standard one unless it has its own.</summary>
    internal IReadOnlyList<Question>? QuestionsOf(Survey survey) => survey.QuestionsIn(new RenditionName(Rendition, Language))
        ?? (Rendition == RenditionKind.Paper ? survey.QuestionsIn(new RenditionName(RenditionKind.Standard, Language)) : null);

    /// <summary>The questions that the answers led to, in their order.</summary>
    internal IReadOnlyList<Question> Shown(Survey survey, IReadOnlyList<Question> questions)
    {
        var sections = survey.Renditions.FirstOrDefault(r => r.Name == new RenditionName(Rendition, Language))?.Sections ?? survey.Sections;
        return Branching.Shown(questions, sections, key => Answers.FirstOrDefault(a => a.QuestionKey == key) is { } given ? AnswerRules.Chosen(given) : []);
    }
}
