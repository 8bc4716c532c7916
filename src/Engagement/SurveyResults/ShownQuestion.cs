using Engagement.Surveys;

namespace Engagement.SurveyResults;

/// <summary>The answers to a question by one voice, as officers see them.</summary>
/// <param name="Key">The question.</param>
/// <param name="Kind">How it is answered.</param>
/// <param name="Text">Its words.</param>
/// <param name="Base">How many answered it.</param>
/// <param name="Options">In the question's order, then those of its other renditions; null where nobody chose any. In a ranking, how often each came first.</param>
/// <param name="Scales">The favourable part on each scale it was asked on.</param>
/// <param name="Average">Of numbers; null where there are none.</param>
/// <param name="NeedsCaution">Whether it rests on few people.</param>
public sealed record ShownQuestion(
    string Key,
    QuestionKind Kind,
    string Text,
    int Base,
    IReadOnlyList<ShownOption>? Options,
    IReadOnlyList<ShownScale> Scales,
    decimal? Average,
    bool NeedsCaution);
