using System.Text.Json.Serialization;

namespace Engagement.Surveys;

/// <summary>Questions that belong together, under a title. It is shown when all its conditions hold.</summary>
/// <param name="Key">Names it in all versions and renditions of its instrument.</param>
/// <param name="Title">The title above its questions.</param>
/// <param name="Introduction">What is said before its questions.</param>
/// <param name="ShownWhen">It is shown when all of these hold.</param>
public sealed record Section(string Key, string Title, string? Introduction, IReadOnlyList<Condition> ShownWhen)
{
    /// <summary>The name of the symbol beside its words, in a rendition that has one.</summary>
    // So it is not recorded of the section itself.
    [JsonIgnore]
    public string? Symbol { get; init; }
}
