using Engagement.Releases;
using Engagement.Surveys;

namespace Engagement.SurveyResults;

/// <summary>
/// The answers of a wave as tables of people for a release. Each voice is people of its own. A question left out is an answer too: so every table of a
/// voice has the same total, and who left out what is protected like any other count.
/// </summary>
internal static class WaveTables
{
    private const string NotAnswered = "not-answered";
    private const string NotKnown = "not-known";
    private const string Chosen = "chosen";
    private const string NotChosen = "not-chosen";

    /// <summary>Every question that is answered with options, by one voice; numbers, dates and words are not counts of people.</summary>
    public static IEnumerable<CountTable> OfQuestions(string of, VoiceCounts counts, IReadOnlyList<(Question Question, string[] Options)> questions)
    {
        foreach (var (question, options) in questions)
        {
            if (question.Kind == QuestionKind.MultipleChoice)
            {
                foreach (var option in options)
                {
                    var chosen = counts.Of(question.Key, option);
                    var name = $"{question.Key}:{option}";
                    yield return CountTable.Line($"{of} {name}", of, name, [Chosen, NotChosen], [chosen, counts.Responses - chosen]);
                }
            }
            else
            {
                int[] exact = [.. options.Select(option => First(counts, question.Key, option))];
                yield return CountTable.Line(
                    $"{of} {question.Key}", of, question.Key, [.. options, NotAnswered], [.. exact, counts.Responses - exact.Sum()]) with
                {
                    NoAnswer = NotAnswered,
                };
            }
        }
    }

    /// <summary>A question with one answer for each person, crossed with groups of those who responded.</summary>
    public static CountTable Crossed(string of, VoiceCounts counts, (Question Question, string[] Options) question, string by)
    {
        string[] groups = GroupsOf(counts);
        int[][] cells = [.. question.Options.Select(option => groups.Select(group => First(counts, question.Question.Key, option, group)).ToArray())];
        int[] left = [.. groups.Select((group, g) => Responses(counts, group) - cells.Sum(row => row[g]))];
        return CountTable.Cross(
            $"{of} {question.Question.Key} by {by}", of, question.Question.Key, [.. question.Options, NotAnswered], by, [.. groups.Select(Named)], [.. cells, left]) with
        {
            NoAnswer = NotAnswered,
        };
    }

    /// <summary>Who responded, by a breakdown.</summary>
    public static CountTable OfResponses(string of, VoiceCounts counts, string by)
    {
        string[] groups = GroupsOf(counts);
        return CountTable.Line($"{of} by {by}", of, by, [.. groups.Select(Named)], [.. groups.Select(group => Responses(counts, group))]);
    }

    public static string NameOf(Voice voice) => $"{voice.Audience?.ToString() ?? "AudienceNotKnown"} {(voice.Proxy ? "proxy" : "own voice")}";

    private static string[] GroupsOf(VoiceCounts counts) =>
        [.. counts.Counts.Where(c => c.QuestionKey.Length == 0).Select(c => c.Value).Distinct().Order(StringComparer.Ordinal)];

    private static string Named(string group) => group.Length == 0 ? NotKnown : group;

    private static int Responses(VoiceCounts counts, string group) => counts.Counts.Where(c => c.QuestionKey.Length == 0 && c.Value == group).Sum(c => c.Count);

    // In a ranking, what came first.
    private static int First(VoiceCounts counts, string question, string option, string? group = null) => counts.Counts
        .Where(c => c.QuestionKey == question && c.Answer == option && c.Place is 0 or 1 && (group is null || c.Value == group))
        .Sum(c => c.Count);
}
