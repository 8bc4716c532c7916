namespace EventStore;

/// <summary>What is known of a stream without its events.</summary>
/// <param name="Id">The stream; empty where streams are identified by strings.</param>
/// <param name="Key">The stream's key where streams are identified by strings; null otherwise.</param>
/// <param name="Version">The version of its last event.</param>
/// <param name="AggregateTypeName">The alias of what it is about, if that was said when it was started.</param>
/// <param name="LastTimestamp">When it was last appended to.</param>
/// <param name="Created">When it was started.</param>
/// <param name="IsArchived">Whether it was archived.</param>
public sealed record StreamState(
    Guid Id, string? Key, long Version, string? AggregateTypeName, DateTimeOffset LastTimestamp, DateTimeOffset Created, bool IsArchived);
