namespace Engagement.KeyActions;

/// <summary>What is to be there by a day, as it is shown and as its action's rules see it.</summary>
public sealed record Milestone
{
    /// <summary>The milestone.</summary>
    public required Guid Id { get; init; }

    /// <summary>What is to be there.</summary>
    public required string Text { get; init; }

    /// <summary>By when.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>By when it was to be there at first.</summary>
    public required DateOnly FirstDueOn { get; init; }

    /// <summary>Whether it is said that it will be there by its day. So it is until somebody says otherwise.</summary>
    public bool IsOnTrack { get; init; } = true;

    /// <summary>What was last said of how it goes.</summary>
    public string? Progress { get; init; }

    /// <summary>When that was said.</summary>
    public DateOnly? ReportedOn { get; init; }

    /// <summary>The day it was achieved; null until then.</summary>
    public DateOnly? AchievedOn { get; init; }

    /// <summary>What shows that it was.</summary>
    public string? Evidence { get; init; }

    /// <summary>Where that can be seen.</summary>
    public string? EvidenceUrl { get; init; }

    /// <summary>The first day that was missed; null where none was. Moving the day later does not clear it.</summary>
    public DateOnly? MissedOn { get; init; }

    internal bool IsOpen => AchievedOn is null;

    /// <summary>Achieved is green; not yet, on track and not past its day is amber; all else is red.</summary>
    public Rag RatingOn(DateOnly today) => this switch
    {
        { AchievedOn: not null } => Rag.Green,
        { IsOnTrack: true, MissedOn: null } when DueOn >= today => Rag.Amber,
        _ => Rag.Red,
    };

    /// <summary>That its day is over by then and nobody has recorded it.</summary>
    internal IEnumerable<object> MissedBy(DateOnly day) => IsOpen && MissedOn is null && DueOn < day ? [new MilestoneMissed(Id, DueOn)] : [];
}
