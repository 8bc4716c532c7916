namespace Engagement.KeyActions;

/// <summary>An action as it is shown. Right at once.</summary>
public sealed record KeyActionPage
{
    /// <summary>The action.</summary>
    public required Guid Id { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>What it is to change for children and families.</summary>
    public required string Description { get; init; }

    /// <summary>Where the plan asks for it.</summary>
    public required string Source { get; init; }

    /// <summary>The role that answers for it.</summary>
    public required string OwnerRole { get; init; }

    public Guid? GroupId { get; init; }

    /// <summary>The day it was taken on.</summary>
    public required DateOnly AdoptedOn { get; init; }

    /// <summary>What is to be there by when, in the order it was set.</summary>
    public IReadOnlyList<Milestone> Milestones { get; init; } = [];

    /// <summary>Where families shaped it.</summary>
    public IReadOnlyList<CoproductionLink> Links { get; init; } = [];

    /// <summary>Why families did not shape it, where that is on record.</summary>
    public string? NotCoproducedBecause { get; init; }

    /// <summary>The day it was complete; null until then.</summary>
    public DateOnly? CompletedOn { get; init; }

    /// <summary>The day of the milestone that comes next; null where none is open.</summary>
    public DateOnly? NextDueOn { get; init; }

    /// <summary>Whether an open milestone was missed before or is said not to be on track.</summary>
    public bool HasSlipped { get; init; }

    /// <summary>How many milestones are not achieved.</summary>
    public int OpenMilestones { get; init; }

    /// <summary>For optimistic commands.</summary>
    public int Version { get; init; }

    /// <summary>How it stands: as its worst milestone does. Null while it has none.</summary>
    public Rag? RatingOn(DateOnly today) => Milestones.RatingOn(today);
}
