namespace Engagement.Common;

/// <summary>A phase of education, by the code that surveys give the answer to the question tagged "phase". [ours]</summary>
/// <param name="Code">What surveys and commands name it by.</param>
/// <param name="Name">What people call it.</param>
public sealed record Phase(string Code, string Name)
{
    public static IReadOnlyList<Phase> All { get; } =
    [
        new("early-years", "Early years"), new("primary", "Primary"), new("secondary", "Secondary"), new("post-16", "After 16"),
    ];

    public static Phase? Find(string? code) => All.FirstOrDefault(phase => phase.Code == code);
}
