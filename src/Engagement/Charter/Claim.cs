using Engagement.Activities;

namespace Engagement.Charter;

/// <summary>What happened, given as evidence that a principle was kept at a stage. As it is shown and as the rules see it.</summary>
public sealed record Claim
{
    /// <summary>How long something shows how people are listened to. [ours]</summary>
    internal const int YearsOfUse = 2;

    /// <summary>The claim.</summary>
    public required Guid Id { get; init; }

    /// <summary>The key of the principle.</summary>
    public required string Principle { get; init; }

    /// <summary>The stage.</summary>
    public required CycleStage Stage { get; init; }

    /// <summary>What happened.</summary>
    public required EvidenceItem Evidence { get; init; }

    /// <summary>How it shows that the principle was kept.</summary>
    public required string Explanation { get; init; }

    /// <summary>The code of the outcome it is for; for Plan there always is one.</summary>
    public string? Outcome { get; init; }

    /// <summary>The code of the organisation that claims it.</summary>
    public required string Organisation { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>The first day on which what it rests on is too old.</summary>
    public required DateOnly ExpiresOn { get; init; }

    /// <summary>The rule that proposed it, with its version; null where a person found it.</summary>
    public string? Rule { get; init; }

    /// <summary>The pseudonym of who claims it.</summary>
    public Guid? By { get; init; }

    /// <summary>How it stands.</summary>
    public ClaimState State { get; init; }

    /// <summary>The code of the organisation whose representative looked at it last.</summary>
    public string? CheckedBy { get; init; }

    /// <summary>When they did.</summary>
    public DateTimeOffset? CheckedAt { get; init; }

    /// <summary>Why it is disputed or was taken back.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether it is neither taken back nor expired.</summary>
    public bool Stands => State is ClaimState.Made or ClaimState.Verified or ClaimState.Disputed;
}
