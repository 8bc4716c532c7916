using EventStore;
using Messaging;
using Npgsql;

namespace Engagement;

/// <summary>All that the platform needs in its database. It only ever adds: nothing is dropped or rewritten.</summary>
public sealed class EngagementSchema(DocumentStore store, MessagingSchema messaging)
{
    /// <summary>Makes whatever is missing. Safe at every start, and from several processes at the same time.</summary>
    public async Task ApplyAsync(CancellationToken cancellationToken = default)
    {
        await store.Schema.ApplyAsync(cancellationToken);
        await messaging.ApplyAsync(cancellationToken);

        await using var connection = await store.DataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        // Two processes that both see "not there yet" would both create, and one would fail.
        await ExecuteAsync(connection, "select pg_advisory_xact_lock(hashtextextended('engagement schema', 0))", cancellationToken);
        await ExecuteAsync(connection, ReadModelScript(), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Everything that <see cref="ApplyAsync"/> makes, in its order.</summary>
    public string ToDatabaseScript() => string.Join('\n', store.Schema.ToDatabaseScript(), messaging.ToDatabaseScript(), ReadModelScript());

    /// <summary>The tables and indexes of the read models, which come after those of the event store.</summary>
    public static string ReadModelScript()
    {
        var scripts = EngagementModule.All.Select(module => (module.Name, Script: Read($"{module.Name}.sql"))).Where(module => module.Script is not null);
        return $"create schema if not exists engagement;\n\n{string.Join('\n', scripts.Select(module => $"-- {module.Name}\n\n{module.Script}"))}";
    }

    private static string? Read(string script)
    {
        using var stream = typeof(EngagementSchema).Assembly.GetManifestResourceStream(script);
        if (stream is null)
            return null;

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
