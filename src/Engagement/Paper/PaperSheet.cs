using System.Text.Json;
using Engagement.Common;
using Engagement.Surveys;

namespace Engagement.Paper;

/// <summary>What is on a form.</summary>
/// <param name="ReceivedOn">The day it reached us, which counts as the day it was given.</param>
/// <param name="Form">What was filled in.</param>
/// <param name="LateBecause">Why it is accepted although it came after the close.</param>
public sealed record PaperSheet(DateOnly ReceivedOn, FilledForm Form, string? LateBecause = null)
{
    /// <summary>Noon, because nobody knows the hour.</summary>
    internal DateTimeOffset GivenAt => new(ReceivedOn, new TimeOnly(12, 0), TimeSpan.Zero);

    internal string ToJson() => JsonSerializer.Serialize(this);

    internal static PaperSheet FromJson(string json) =>
        JsonSerializer.Deserialize<PaperSheet>(json) ?? throw new InvalidOperationException("A sealed form is empty.");

    /// <summary>The questions, and what else is on a form, that two people read differently; in order.</summary>
    public static IReadOnlyList<string> Differences(PaperSheet one, PaperSheet other)
    {
        var parts = new List<string>();
        if (one.ReceivedOn != other.ReceivedOn)
            parts.Add("received");

        if (one.Form.Proxy != other.Form.Proxy)
            parts.Add("proxy");

        if (one.Form.Audience != other.Form.Audience)
            parts.Add("audience");

        if ((one.Form.Rendition, one.Form.Language) != (other.Form.Rendition, other.Form.Language))
            parts.Add("rendition");

        var keys = one.Form.Answers.Concat(other.Form.Answers).Select(a => a.QuestionKey).Distinct();
        parts.AddRange(keys.Where(key => Described(one, key) != Described(other, key)));
        return parts;
    }

    // Two people who type the same words do not break their lines alike.
    private static string Described(PaperSheet sheet, string key)
    {
        var given = sheet.Form.Answers.FirstOrDefault(a => a.QuestionKey == key);
        if (given is null || AnswerRules.IsEmpty(given))
            return "";

        var words = string.Join(' ', CleanText.Of(given.Text).Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries));
        return JsonSerializer.Serialize(new
        {
            Options = AnswerRules.Chosen(given).Order(StringComparer.Ordinal),
            Number = given.Number / 1.0000000000000000000000000000m,
            given.Date,
            Ranking = AnswerRules.Ranked(given),
            Words = words,
        });
    }
}
