namespace Engagement.Surveys;

/// <summary>
/// A wave with the questions it asks: those of the instrument's version that it uses, whatever has been published since.
/// </summary>
public sealed record Survey(WaveSheet Wave, IReadOnlyList<Question> Questions)
{
    public IReadOnlyList<Section> Sections { get; init; } = [];

    /// <summary>The forms and languages in which it is offered beside the standard one.</summary>
    public IReadOnlyList<SurveyRendition> Renditions { get; init; } = [];

    /// <summary>What a wave asks, of its instrument as it is now: that may have newer versions.</summary>
    public static Survey Of(WaveSheet wave, InstrumentSheet instrument)
    {
        ArgumentNullException.ThrowIfNull(wave);
        ArgumentNullException.ThrowIfNull(instrument);
        var questionnaire = instrument.Instrument.Versions.Single(v => v.Number == wave.InstrumentVersion).ToQuestionnaire();
        return new Survey(wave, questionnaire.Questions)
        {
            Sections = questionnaire.Sections,
            Renditions =
            [
                .. instrument.Instrument.Renditions
                    .Where(r => r.InstrumentVersion == wave.InstrumentVersion && r.ApprovedByRole is not null)
                    .Select(r => r.Render(questionnaire)),
            ],
        };
    }

    /// <summary>The questions in a form and language; null when it is not offered in them.</summary>
    public IReadOnlyList<Question>? QuestionsIn(RenditionName name) => name == RenditionName.Standard
        ? Questions
        : Renditions.FirstOrDefault(r => r.Name == name)?.Questions;
}
