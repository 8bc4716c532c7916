namespace Engagement.Forums;

/// <summary>What the author is told at once. The secret is shown this one time.</summary>
/// <param name="Id">The contribution.</param>
/// <param name="AuthorId">The pseudonym they act under when they come back.</param>
/// <param name="Handle">The name under which others see them in this forum.</param>
/// <param name="Reference">The reference of their receipt.</param>
/// <param name="Secret">What they come back with.</param>
/// <param name="State">Whether it is shown, waits or is held.</param>
/// <param name="Reason">Why it is held.</param>
/// <param name="Help">Where to get help now; empty unless somebody may be at risk.</param>
public sealed record PostedContribution(
    Guid Id,
    Guid AuthorId,
    string Handle,
    string Reference,
    string Secret,
    ContributionState State,
    string? Reason,
    IReadOnlyList<string> Help);
