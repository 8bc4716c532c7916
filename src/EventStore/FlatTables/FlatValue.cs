namespace EventStore;

/// <summary>What becomes of one column of a row.</summary>
internal readonly record struct FlatValue(FlatChangeKind Kind, object? Value);
