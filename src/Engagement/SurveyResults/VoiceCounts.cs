namespace Engagement.SurveyResults;

/// <summary>The exact counts of one voice in one wave.</summary>
public sealed record VoiceCounts(Voice Voice, IReadOnlyList<AnswerCount> Counts)
{
    /// <summary>Countable responses: submitted, not withdrawn, not voided, in time or accepted late.</summary>
    public int Responses => Counts.Where(c => c.QuestionKey.Length == 0).Sum(c => c.Count);

    public int Answered(string questionKey) => Of(questionKey, "");

    public int Of(string questionKey, string answer) =>
        Counts.Where(c => c.QuestionKey == questionKey && c.Answer == answer && c.Place == 0).Sum(c => c.Count);
}
