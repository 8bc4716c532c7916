namespace EventStore;

/// <summary>A document as it is in the database.</summary>
internal readonly record struct Snapshot<T>(T Document, long Version) where T : class;
