namespace Engagement.Common;

/// <summary>A kind of need, by the code that surveys give the answer to the question tagged "need". [ours]</summary>
/// <param name="Code">What surveys and commands name it by.</param>
/// <param name="Name">What people call it.</param>
public sealed record Need(string Code, string Name)
{
    public static IReadOnlyList<Need> All { get; } =
    [
        new("autism", "Autism"),
        new("communication", "Speech, language and communication"),
        new("learning", "Learning"),
        new("mental-health", "Social, emotional and mental health"),
        new("physical", "Physical"),
        new("sensory", "Hearing or sight"),
        new("other", "Another need"),
    ];

    public static Need? Find(string? code) => All.FirstOrDefault(need => need.Code == code);
}
