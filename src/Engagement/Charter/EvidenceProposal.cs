using Engagement.Activities;

namespace Engagement.Charter;

/// <summary>Evidence that a rule proposes for a cell: a person takes it, or does not.</summary>
/// <param name="Principle">The key of the principle.</param>
/// <param name="Stage">The stage.</param>
/// <param name="Evidence">What happened, and whom it reached.</param>
/// <param name="Rule">The rule, with its version.</param>
/// <param name="Why">Why it shows it.</param>
public sealed record EvidenceProposal(string Principle, CycleStage Stage, Evidence Evidence, string Rule, string Why);
