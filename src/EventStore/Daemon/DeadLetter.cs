using System.Text.Json;
using Npgsql;

namespace EventStore;

/// <summary>An event that a projection or subscription passed without handling it. Kept as Marten keeps it.</summary>
/// <param name="Id">The dead letter's own identity.</param>
/// <param name="ProjectionName">Which could not handle the event.</param>
/// <param name="ShardName">Which part of it; always <c>All</c>.</param>
/// <param name="Timestamp">When that was.</param>
/// <param name="ExceptionType">The type of what it failed with.</param>
/// <param name="ExceptionMessage">Its words, where <see cref="StoreOptions.KeepsMessageOf"/> has them kept.</param>
/// <param name="EventSequence">The log position of the event.</param>
/// <param name="TenantId">The tenant of the event.</param>
public sealed record DeadLetter(
    Guid Id,
    string ProjectionName,
    string ShardName,
    DateTimeOffset Timestamp,
    string ExceptionType,
    string ExceptionMessage,
    long EventSequence,
    string? TenantId)
{
    private const int LongestMessage = 4000;

    // The name by which Marten knows the type.
    private const string DotNetType = "JasperFx.Events.Daemon.DeadLetterEvent";

    internal static DeadLetter For(string projectionName, IEvent e, Exception wrong, FailureText failures, DateTimeOffset now)
    {
        var message = failures.MessageOf(wrong).Replace("\0", "", StringComparison.Ordinal);
        return new DeadLetter(
            Guid.CreateVersion7(),
            projectionName,
            "All",
            KeptTime.Of(now),
            wrong.GetType().Name,
            message.Length > LongestMessage ? message[..LongestMessage] : message,
            e.Sequence,
            e.TenantId);
    }

    // Marten's own serializer writes PascalCase, whatever the store is set to write events and documents with.
    internal static DeadLetter Read(NpgsqlDataReader reader) => JsonSerializer.Deserialize<DeadLetter>(reader.GetFieldValue<byte[]>(0))!;

    internal NpgsqlBatchCommand Keep(DaemonSql sql) => new(sql.KeepDeadLetter)
    {
        Parameters = { Parameter.Of(Id), Parameter.Json(JsonSerializer.SerializeToUtf8Bytes(this)), Parameter.Of(DotNetType) },
    };
}
