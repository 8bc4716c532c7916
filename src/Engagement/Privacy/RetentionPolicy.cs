using System.Text.Json;

namespace Engagement.Privacy;

/// <summary>The rules, which are data: see retention.json. A change is a new version from a day on, and is recorded with everything that expires by it.</summary>
public sealed record RetentionPolicy(int Version, DateOnly From, IReadOnlyList<RetentionRule> Rules)
{
    public static RetentionPolicy Current { get; } = Read();

    public RetentionRule Of(string recordClass) => Rules.Single(rule => rule.Class == recordClass);

    private static RetentionPolicy Read()
    {
        using var file = typeof(RetentionPolicy).Assembly.GetManifestResourceStream("retention.json")
            ?? throw new InvalidOperationException("The retention rules are not part of this build.");
        return JsonSerializer.Deserialize<RetentionPolicy>(file, JsonSerializerOptions.Web)
            ?? throw new InvalidOperationException("The file of the retention rules is empty.");
    }
}
