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

    public static Refusal? Check(SaveDraft command, Survey survey, DateOnly today)
    {
        if ((IdempotencyKeys.Check(command.IdempotencyKey) ?? AnsweringRules.CheckOpen(survey.Wave, today)) is { } refusal)
            return refusal;

        return command.Form.Answers.Count > MostAnswers || command.Form.Answers.Sum(a => (a.Text?.Length ?? 0) + 100) > LongestDraft
            ? new Refusal("DRAFT_TOO_LONG", "There is too much in these answers to keep. Make the longest of them shorter")
            : null;
    }
}
