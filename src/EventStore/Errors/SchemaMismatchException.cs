namespace EventStore;

/// <summary>The database lacks something the store needs.</summary>
public sealed class SchemaMismatchException : EventStoreException
{
    internal SchemaMismatchException(IReadOnlyList<string> differences)
        : base(
            "SCHEMA_MISMATCH",
            $"The database does not fit the event store: {string.Join("; ", differences)}. Call Schema.ApplyAsync, or run the script of Schema.ToDatabaseScript.") =>
        Differences = differences;

    /// <summary>Each thing that is missing or different, in words.</summary>
    public IReadOnlyList<string> Differences { get; }
}
