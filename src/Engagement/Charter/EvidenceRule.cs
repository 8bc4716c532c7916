using Engagement.Activities;

namespace Engagement.Charter;

/// <summary>By which records of the platform evidence is proposed for a cell.</summary>
/// <param name="Key">Its name within its version.</param>
/// <param name="Charter">The charter whose principle it is for.</param>
/// <param name="Principle">The key of the principle.</param>
/// <param name="Stage">The stage in whose time it happened.</param>
/// <param name="Kind">What happened.</param>
/// <param name="LeastLevel">The least that those who took part decided; null where that is not asked.</param>
/// <param name="Why">Why this shows it, in words.</param>
public sealed record EvidenceRule(
    string Key, string Charter, string Principle, CycleStage Stage, EvidenceKind Kind, EngagementLevel? LeastLevel, string Why);
