namespace Engagement.Surveys;

/// <summary>A response as officers see it: that it is there and whether it counts, and nothing of what was answered.</summary>
/// <param name="Id">Which response.</param>
/// <param name="WaveId">The survey.</param>
/// <param name="Reference">As on the receipt. Two responses may have the same one, though hardly ever.</param>
/// <param name="Channel">How it reached us.</param>
/// <param name="SubmittedAt">When the person gave it.</param>
/// <param name="AmendedAt">When they last changed it; null if never.</param>
/// <param name="IsWithdrawn">Whether they took it back.</param>
/// <param name="Voided">Why it does not count; null where nobody said so.</param>
public sealed record ResponseRecord(
    Guid Id,
    Guid WaveId,
    string Reference,
    Channel Channel,
    DateTimeOffset SubmittedAt,
    DateTimeOffset? AmendedAt,
    bool IsWithdrawn,
    VoidReason? Voided);
