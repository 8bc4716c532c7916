using Engagement.Activities;

namespace Engagement.Charter;

/// <summary>Evidence that was proposed for a cell, and not taken.</summary>
/// <param name="Principle">The key of the principle.</param>
/// <param name="Stage">The stage.</param>
/// <param name="Evidence">What happened.</param>
/// <param name="Reason">Why it was not taken.</param>
public sealed record RejectedEvidence(string Principle, CycleStage Stage, EvidenceItem Evidence, string Reason);
