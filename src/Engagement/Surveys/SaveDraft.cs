using Engagement.Common;

namespace Engagement.Surveys;

/// <summary>Keeps answers that are not finished, for the person to come back to with a receipt.</summary>
/// <param name="WaveId">The survey.</param>
/// <param name="IdempotencyKey">The key under which the answers will be sent: they then have the same receipt.</param>
/// <param name="Form">What is filled in so far. It is not checked: nothing of it counts.</param>
public sealed record SaveDraft(Guid WaveId, string IdempotencyKey, FilledForm Form)
{
    private const int LongestDraft = 200_000;
    private const int MostAnswers = 500;

    // What an answer takes beside its own letters.
    private const int LengthOfAnswer = 100;

    public static Refusal? Check(SaveDraft command, Survey survey, DateOnly today)
    {
        if ((IdempotencyKeys.Check(command.IdempotencyKey) ?? AnsweringRules.CheckOpen(survey.Wave, today)) is { } refusal)
            return refusal;

        return command.Form.Answers.Count > MostAnswers || command.Form.Language.Length + command.Form.Answers.Sum(LengthOf) > LongestDraft
            ? new Refusal("DRAFT_TOO_LONG", "There is too much in these answers to keep. Make the longest of them shorter")
            : null;
    }

    private static long LengthOf(GivenAnswer answer) => LengthOfAnswer
        + LengthOf(answer.QuestionKey)
        + LengthOf(answer.OptionKey)
        + LengthOf(answer.Text)
        + AnswerRules.Chosen(answer).Sum(LengthOf)
        + AnswerRules.Ranked(answer).Sum(LengthOf);

    // One more than its letters: a list of nothing is long, too.
    private static long LengthOf(string? text) => 1 + (text?.Length ?? 0);
}
