namespace Engagement.Forums;

/// <summary>A step of moderation as it was taken. What was reversed stays, with the time at which it was.</summary>
/// <param name="ContributionId">Of which contribution.</param>
/// <param name="Version">Its place in that contribution's history.</param>
/// <param name="Kind">What was done.</param>
/// <param name="ReasonClass">The class of reason, or the outcome of an appeal.</param>
/// <param name="Reason">The reason, as the author reads it.</param>
/// <param name="Role">In which role; "system" for what happens by itself.</param>
/// <param name="Person">The pseudonym of who did it; null for the system and the author.</param>
/// <param name="At">When.</param>
/// <param name="ReversedAt">When it stopped to stand; null while it stands.</param>
public sealed record LedgerEntry(
    Guid ContributionId,
    int Version,
    LedgerEntryKind Kind,
    string? ReasonClass,
    string? Reason,
    string Role,
    Guid? Person,
    DateTimeOffset At,
    DateTimeOffset? ReversedAt);
