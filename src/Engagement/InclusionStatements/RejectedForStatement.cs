using Engagement.Charter;

namespace Engagement.InclusionStatements;

/// <summary>Evidence that was proposed for a statement, and not taken.</summary>
/// <param name="Statement">The key of the statement.</param>
/// <param name="Evidence">What happened.</param>
/// <param name="Reason">Why it was not taken.</param>
public sealed record RejectedForStatement(string Statement, EvidenceItem Evidence, string Reason);
