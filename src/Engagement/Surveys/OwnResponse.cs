namespace Engagement.Surveys;

/// <summary>A response as the person who gave it sees it again.</summary>
/// <param name="Id">The response.</param>
/// <param name="WaveId">The survey.</param>
/// <param name="Reference">As on the receipt.</param>
/// <param name="SubmittedAt">When it was given.</param>
/// <param name="AmendedAt">When it was last changed; null if never.</param>
/// <param name="Form">What they answered, in their words, to be changed and sent again; words that were erased are missing.</param>
/// <param name="IsWithdrawn">Whether they took it back.</param>
/// <param name="CanChangeUntil">The last day on which they can change it; null when they no longer can.</param>
public sealed record OwnResponse(
    Guid Id,
    Guid WaveId,
    string Reference,
    DateTimeOffset SubmittedAt,
    DateTimeOffset? AmendedAt,
    FilledForm Form,
    bool IsWithdrawn,
    DateOnly? CanChangeUntil);
