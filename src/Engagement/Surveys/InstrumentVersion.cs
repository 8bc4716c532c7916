namespace Engagement.Surveys;

/// <summary>The questions as they were published under a number. Final: waves ask it, and answers to it go on meaning what they meant.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="Questions">In the order they are asked.</param>
/// <param name="Sections">In the order they are asked; the questions without a section come before them.</param>
public sealed record InstrumentVersion(int Number, IReadOnlyList<Question> Questions, IReadOnlyList<Section> Sections)
{
    /// <summary>What was said of each question that had changed since the version before.</summary>
    public IReadOnlyList<QuestionContinuity> Continuity { get; init; } = [];

    public Questionnaire ToQuestionnaire() => new(Sections, Questions);
}
