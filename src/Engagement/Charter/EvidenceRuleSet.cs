namespace Engagement.Charter;

/// <summary>The rules by which evidence is proposed. A version never changes: what was proposed by it can be explained for ever.</summary>
/// <param name="Version">1 for the first.</param>
/// <param name="From">The first day on which it is used.</param>
/// <param name="Rules">Its rules.</param>
public sealed record EvidenceRuleSet(int Version, DateOnly From, IReadOnlyList<EvidenceRule> Rules)
{
    /// <summary>A rule with its version, as claims name it.</summary>
    public string NameOf(EvidenceRule rule) => $"{Version}/{rule.Key}";
}
