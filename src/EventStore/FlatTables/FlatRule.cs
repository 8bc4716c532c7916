namespace EventStore;

/// <summary>What one event type does to the table.</summary>
/// <param name="Key">The values of the key's columns: which row.</param>
/// <param name="Changes">What becomes of the row; null when it is deleted.</param>
internal sealed record FlatRule(Func<IEvent, object[]> Key, IReadOnlyList<FlatChange>? Changes);
