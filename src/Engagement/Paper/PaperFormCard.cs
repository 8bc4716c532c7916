namespace Engagement.Paper;

/// <summary>A form in the officers' list: nothing of what is on it.</summary>
public sealed record PaperFormCard
{
    public required Guid Id { get; init; }

    public required Guid WaveId { get; init; }

    public required string FormNumber { get; init; }

    public required PaperFormState State { get; init; }

    public required Guid KeyedBy { get; init; }

    public IReadOnlyList<string> Differing { get; init; } = [];
}
