namespace Engagement.Metrics;

/// <summary>How many of the people of a set are in a group: a district by its code, a need or a phase by the key that surveys ask for it with.</summary>
public sealed record DenominatorGroup(DenominatorDimension Dimension, string Key, int Count);
