namespace Engagement.Governance;

/// <summary>A group as it is shown. Right at once.</summary>
public sealed record GovernanceGroupPage
{
    /// <summary>The group.</summary>
    public required Guid Id { get; init; }

    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>What it decides or advises on.</summary>
    public required string Terms { get; init; }

    /// <summary>How often it meets.</summary>
    public required MeetingFrequency Frequency { get; init; }

    /// <summary>How that changed, oldest first; empty where it is as it was when the group was constituted.</summary>
    public IReadOnlyList<FrequencyChange> FrequencyChanges { get; init; } = [];

    public Guid? ParentGroupId { get; init; }

    /// <summary>The seats of parents and carers, in the order they were created.</summary>
    public IReadOnlyList<Seat> Seats { get; init; } = [];

    /// <summary>
    /// Whether it is a finding that parents and carers have no seat in it. Those at the top decide on everything and not on this plan alone, and are not asked. [ours]
    /// </summary>
    public bool LacksSeat => ParentGroupId is not null && Seats.Count == 0;

    /// <summary>For optimistic commands.</summary>
    public int Version { get; init; }
}
