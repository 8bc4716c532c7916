namespace Engagement.Charter;

/// <summary>
/// An outcome of the outcomes framework, which plans are made for. The sources name the framework and say that young people put independence first; the
/// words are ours. [ours]
/// </summary>
/// <param name="Code">What claims name it by.</param>
/// <param name="Name">What it is.</param>
public sealed record Outcome(string Code, string Name)
{
    public static IReadOnlyList<Outcome> All { get; } =
    [
        new("independent", "I am as independent as I want to be"),
        new("safe", "I feel safe"),
        new("healthy", "I am healthy and well"),
        new("learning", "I learn and make progress"),
        new("heard", "I am listened to, and see what changed"),
        new("belonging", "I have friends and belong where I live"),
    ];

    public static Outcome? Find(string? code) => All.FirstOrDefault(outcome => outcome.Code == code);
}
