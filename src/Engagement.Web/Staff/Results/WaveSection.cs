using Engagement.Web.HaveYourSay;

namespace Engagement.Web.Staff.Results;

/// <summary>What one voice answered, as a part of the page of a wave.</summary>
/// <param name="Voice">Whose answers.</param>
/// <param name="Responses">How many.</param>
/// <param name="Statements">Those on a scale; null where nobody took a place on one.</param>
/// <param name="Choices">A table for each question with options.</param>
/// <param name="Others">What a line says: numbers, days, words.</param>
/// <param name="NotAnswered">How many questions nobody of this voice answered, most often because others are asked them.</param>
public sealed record WaveSection(
    Voice Voice,
    int Responses,
    FigureTable? Statements,
    IReadOnlyList<FigureTable> Choices,
    IReadOnlyList<(string Question, string Text)> Others,
    int NotAnswered)
{
    public IEnumerable<FigureTable> Tables => Statements is { } statements ? [statements, .. Choices] : Choices;

    internal static WaveSection Of(
        ResultWave wave,
        VoiceResult voice,
        IReadOnlyList<AnswerScale> scales,
        IReadOnlyDictionary<(string Question, string Scale), TrendChange> changes,
        DateOnly? before)
    {
        var answered = voice with { Questions = [.. voice.Questions.Where(question => question.Base > 0)] };
        return new WaveSection(
            voice.Voice,
            voice.Responses,
            ResultTables.Statements(wave, answered, scales, changes, before),
            [.. answered.Questions.Where(question => question.Scales.Count == 0).Select(question => ResultTables.Options(voice, question)).OfType<FigureTable>()],
            [.. answered.Questions.Where(question => question is { Scales.Count: 0, Options: null }).Select(question => (question.Text, TextOf(question)))],
            voice.Questions.Count - answered.Questions.Count);
    }

    private static string TextOf(QuestionResult question) => question switch
    {
        { Average: { } average } => $"On average {average:0.0}. {Answered(question)}",
        { Kind: QuestionKind.FreeText } => $"{Answered(question)} In their own words.",
        _ => Answered(question),
    };

    private static string Answered(QuestionResult question) => $"{question.Base:N0} answered.";
}

/// <summary>What one voice answered to one question.</summary>
/// <param name="Voice">Whose answers.</param>
/// <param name="Base">How many answered it.</param>
/// <param name="Answers">How often each answer was given; null where there are none to count.</param>
/// <param name="Breakdown">The answers by group; null where none of it may be shown.</param>
public sealed record QuestionSection(Voice Voice, int Base, FigureTable? Answers, FigureTable? Breakdown = null);
