namespace Engagement.Surveys;

/// <summary>
/// A wave with the questions it asks: those of the instrument's version that it uses, whatever has been published since.
/// </summary>
public sealed record Survey(WaveSheet Wave, IReadOnlyList<Question> Questions)
{
    public IReadOnlyList<Section> Sections { get; init; } = [];

    /// <summary>The forms and languages in which it is offered beside the standard one.</summary>
    public IReadOnlyList<SurveyRendition> Renditions { get; init; } = [];

    /// <summary>The questions in a form and language; null when it is not offered in them.</summary>
    public IReadOnlyList<Question>? QuestionsIn(RenditionName name) => name == RenditionName.Standard
        ? Questions
        : Renditions.FirstOrDefault(r => r.Name == name)?.Questions;
}
