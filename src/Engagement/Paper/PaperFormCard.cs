namespace Engagement.Paper;

/// <summary>A form in the officers' list: nothing of what is on it.</summary>
public sealed record PaperFormCard
{
    /// <summary>Which form.</summary>
    public required Guid Id { get; init; }

    /// <summary>The survey.</summary>
    public required Guid WaveId { get; init; }

    /// <summary>As written on the form.</summary>
    public required string FormNumber { get; init; }

    /// <summary>Where it is.</summary>
    public required PaperFormState State { get; init; }

    /// <summary>Who typed it in first.</summary>
    public required Guid KeyedBy { get; init; }

    /// <summary>When they did.</summary>
    public DateTimeOffset KeyedAt { get; init; }

    /// <summary>The keys of the questions, and what else is on it, that two people read differently.</summary>
    public IReadOnlyList<string> Differing { get; init; } = [];
}
