using Engagement.Activities;

namespace Engagement.Charter;

/// <summary>What happened, given as evidence that a principle was kept at a stage. As it is shown and as the rules see it.</summary>
public sealed record Claim : EvidenceClaim
{
    /// <summary>The key of the principle.</summary>
    public required string Principle { get; init; }

    /// <summary>The stage.</summary>
    public required CycleStage Stage { get; init; }

    /// <summary>The code of the outcome it is for; for Plan there always is one.</summary>
    public string? Outcome { get; init; }

    /// <summary>The rule that proposed it, with its version; null where a person found it.</summary>
    public string? Rule { get; init; }

    /// <summary>Whether it is neither taken back nor expired.</summary>
    public bool Stands => State is ClaimState.Made or ClaimState.Verified or ClaimState.Disputed;
}
