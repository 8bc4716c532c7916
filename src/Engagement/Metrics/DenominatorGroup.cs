namespace Engagement.Metrics;

/// <summary>How many of the people of a set are in a group.</summary>
/// <param name="Dimension">What they are broken down by.</param>
/// <param name="Key">A district by its code, a need or a phase by the key that surveys ask for it with.</param>
/// <param name="Count">How many.</param>
public sealed record DenominatorGroup(DenominatorDimension Dimension, string Key, int Count);
