using Npgsql;

namespace EventStore.Tests;

/// <summary>A store with a daemon and a table that shows what was handled.</summary>
public abstract class DaemonSpec : StoreSpec
{
    protected IProjectionDaemon Daemon { get; private set; } = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await ExecuteAsync(Ledger.Table);
        Daemon = Store.BuildDaemon();
    }

    public override async Task DisposeAsync()
    {
        await Daemon.DisposeAsync();
        await base.DisposeAsync();
    }

    protected async Task<List<long>> LedgerAsync(string name)
    {
        var sequences = new List<long>();
        await using var command = Store.DataSource.CreateCommand("select sequence from ledger where name = $1 order by sequence");
        command.Parameters.Add(new NpgsqlParameter { Value = name });
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        while (await reader.ReadAsync(Cancellation)) sequences.Add(reader.GetInt64(0));
        return sequences;
    }

    protected async Task<List<long>> LogAsync()
    {
        await using var session = Store.QuerySession();
        var sequences = new List<long>();
        await foreach (var e in session.Events.ReadAllAsync(cancellationToken: Cancellation)) sequences.Add(e.Sequence);
        return sequences;
    }

    /// <summary>Cuts every connection to the database but the one that does it.</summary>
    protected async Task<long> CutConnectionsAsync()
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand(
            "select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()", connection);
        return (long)(await command.ExecuteScalarAsync(Cancellation))!;
    }

    /// <summary>Looks again and again until it is so; the test's patience ends it.</summary>
    protected async Task UntilAsync(Func<bool> isSo)
    {
        while (!isSo()) await Task.Delay(5, Cancellation);
    }
}
