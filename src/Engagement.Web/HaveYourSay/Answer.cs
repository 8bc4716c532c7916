using System.Globalization;
using System.Text.Json.Serialization;

namespace Engagement.Web.HaveYourSay;

/// <summary>
/// What a person answered to one question: options of it (of a ranking, the first with the most weight), or what they wrote: their words, a number, a date
/// as year-month-day. What they wrote is kept as they wrote it where it cannot be read, so that they can mend it.
/// </summary>
public sealed record Answer(
    [property: JsonPropertyName("o")] IReadOnlyList<string> Options,
    [property: JsonPropertyName("t")] string? Text = null)
{
    /// <summary>The most characters that one answer may have.</summary>
    public const int LongestText = 5_000;

    /// <summary>The input on a question's page that holds the answer.</summary>
    public const string Field = "answer";

    public static Answer None { get; } = new([]);

    [JsonIgnore]
    public bool IsEmpty => Options.Count == 0 && string.IsNullOrEmpty(Text);

    /// <summary>The one option, where there is one.</summary>
    [JsonIgnore]
    public string? Option => Options is [var only] ? only : null;

    [JsonIgnore]
    public decimal? Number => WrittenNumber.Read(Text);

    [JsonIgnore]
    public DateOnly? Date =>
        DateOnly.TryParseExact(Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static Answer OfOption(string key) => new([key]);

    public static Answer OfText(string? text) => new([], string.IsNullOrEmpty(text) ? null : text);

    /// <summary>What conditions look at: the options chosen. An order is none, unless it is "I'm not sure".</summary>
    public IReadOnlyList<string> Chosen(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return question.Kind is not QuestionKind.Ranking || question.Options.Any(o => o.IsOtherAnswer && o.Key == Option) ? Options : [];
    }

    /// <summary>The answer in the words of the question's page, one line for each.</summary>
    public IReadOnlyList<string> Words(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return question.Kind switch
        {
            QuestionKind.FreeText or QuestionKind.Number => [Text ?? ""],
            QuestionKind.Date => [Date is { } day ? Dates.Text(day) : Text ?? ""],
            QuestionKind.Ranking when Chosen(question).Count == 0 => [.. Options.Select((key, index) => $"{index + 1}. {Label(key)}")],
            _ => [.. Options.Select(Label)],
        };

        string Label(string key) => question.Options.FirstOrDefault(o => o.Key == key)?.Label ?? "";
    }

    /// <summary>The answer as the platform takes it.</summary>
    internal GivenAnswer Given(Question question) => question.Kind switch
    {
        QuestionKind.FreeText => new(question.Key, Text: Text),
        QuestionKind.Number => new(question.Key, Number: Number),
        QuestionKind.Date => new(question.Key, Date: Date),
        QuestionKind.MultipleChoice => new(question.Key, OptionKeys: Options),
        QuestionKind.Ranking when Chosen(question).Count == 0 => new(question.Key, Ranking: Options),
        _ => new(question.Key, OptionKey: Option),
    };
}
