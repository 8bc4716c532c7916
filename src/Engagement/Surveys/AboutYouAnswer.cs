using System.Text.Json;

namespace Engagement.Surveys;

/// <summary>An answer about the person, as it is sealed. Its shape is as lasting as an event's: it is only ever added to.</summary>
public sealed record AboutYouAnswer(string QuestionKey, IReadOnlyList<string> OptionKeys, decimal? Number, DateOnly? Date, string? Words)
{
    public static string ToJson(IReadOnlyList<AboutYouAnswer> answers) => JsonSerializer.Serialize(answers);

    public static IReadOnlyList<AboutYouAnswer> FromJson(string json) => JsonSerializer.Deserialize<List<AboutYouAnswer>>(json) ?? [];
}
