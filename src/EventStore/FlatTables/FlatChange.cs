namespace EventStore;

/// <summary>What one event type does to one column.</summary>
internal sealed record FlatChange(FlatColumn Column, bool IsAddition, Func<IEvent, object?> Value);
