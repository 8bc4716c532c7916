namespace Engagement.Governance;

/// <summary>Where a meeting stands.</summary>
public enum MeetingState
{
    /// <summary>It is to be held.</summary>
    Scheduled,

    /// <summary>It was held.</summary>
    Held,

    /// <summary>It was called off, and counts for nothing.</summary>
    Cancelled,
}
