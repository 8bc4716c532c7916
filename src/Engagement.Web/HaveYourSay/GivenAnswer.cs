using System.Globalization;
using System.Text.Json.Serialization;

namespace Engagement.Web.HaveYourSay;

/// <summary>An answer as it travels to the platform and back.</summary>
internal sealed record GivenAnswer(
    [property: JsonPropertyName("questionKey")] string QuestionKey,
    [property: JsonPropertyName("optionKey")] string? OptionKey = null,
    [property: JsonPropertyName("text")] string? Text = null,
    [property: JsonPropertyName("optionKeys")] IReadOnlyList<string>? OptionKeys = null,
    [property: JsonPropertyName("number")] decimal? Number = null,
    [property: JsonPropertyName("date")] DateOnly? Date = null,
    [property: JsonPropertyName("ranking")] IReadOnlyList<string>? Ranking = null)
{
    public Answer ToAnswer() => new(
        Ranking is { Count: > 0 } ? Ranking : OptionKey is not null ? [OptionKey] : OptionKeys ?? [],
        Text ?? Number?.ToString(CultureInfo.InvariantCulture) ?? (Date is { } day ? Dates.Machine(day) : null));
}
