using Engagement.Charter;

namespace Engagement.InclusionStatements;

/// <summary>Which evidence is looked for.</summary>
/// <param name="People">Whom it has to have reached.</param>
/// <param name="Kinds">Of these kinds; null for all.</param>
/// <param name="Without">What somebody has decided on.</param>
public sealed record EvidenceAsked(AffectedPeople People, IReadOnlyCollection<EvidenceKind>? Kinds, IReadOnlyCollection<EvidenceItem> Without);
