using System.Diagnostics;
using EmbeddedPostgres;
using Npgsql;

namespace Tests.Shared;

/// <summary>
/// The PostgreSQL cluster that the tests of all processes share. It is the one that ENGAGEMENT_TEST_POSTGRES names, or a private one under
/// the repository's data folder: the first process that wants it starts it, the last one stops it, and one that a killed run left behind is
/// taken over by the next.
/// </summary>
internal static class TestCluster
{
    public const string ConnectionStringVariable = "ENGAGEMENT_TEST_POSTGRES";

    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(20);

    private static readonly Lazy<Task<string>> Shared = new(JoinAsync);

    /// <summary>A connection string to the cluster's database <c>postgres</c>.</summary>
    public static Task<string> ConnectionStringAsync() => Shared.Value;

    private static async Task<string> JoinAsync()
    {
        if (Environment.GetEnvironmentVariable(ConnectionStringVariable) is { Length: > 0 } given)
            return given;

        var data = Path.Combine(Repository.Folder, ".data");
        Directory.CreateDirectory(data);
        var gate = Path.Combine(data, "test-cluster.gate");
        var users = Path.Combine(data, "test-cluster.users");

        using var turn = await WaitForTurnAsync(gate);
        var first = IsUnused(users);
        var cluster = await PostgresCluster.StartAsync(new PostgresClusterOptions
        {
            DataDirectory = Path.Combine(data, "test-cluster"),
            Settings = new Dictionary<string, string> { ["max_connections"] = "300" },
        });
        var connectionString = cluster.ConnectionString("postgres");
        cluster.LeaveRunning();

        // The kernel drops this shared lock with the process, however it ends.
        var presence = new FileStream(users, FileMode.OpenOrCreate, FileAccess.Read, FileShare.Read);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Leave(gate, users, presence, cluster.ServerProcessId);
        if (first)
            await DropLeftoversAsync(connectionString);
        return connectionString;
    }

    /// <summary>
    /// A test runner gives a finished test process a tenth of a second to end, so the last one only asks the server to stop (SIGINT is
    /// PostgreSQL's fast shutdown) and does not wait for it: whoever comes next does.
    /// </summary>
    private static void Leave(string gate, string users, FileStream presence, int? server)
    {
        using var turn = WaitForTurnAsync(gate).GetAwaiter().GetResult();
        presence.Dispose();
        if (server is not null && IsUnused(users))
            Process.Start("kill", ["-INT", $"{server}"]).WaitForExit();
    }

    private static bool IsUnused(string users)
    {
        try
        {
            new FileStream(users, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None).Dispose();
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static async Task<FileStream> WaitForTurnAsync(string gate)
    {
        while (true)
        {
            try
            {
                return new FileStream(gate, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(LookAgain);
            }
        }
    }

    private static async Task DropLeftoversAsync(string connectionString)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        var leftovers = new List<string>();
        await using (var find = source.CreateCommand($"select datname from pg_database where datname like '{TestDatabase.NamePrefix}%'"))
        await using (var reader = await find.ExecuteReaderAsync())
            while (await reader.ReadAsync())
                leftovers.Add(reader.GetString(0));

        foreach (var name in leftovers)
            await using (var drop = source.CreateCommand($"drop database if exists \"{name}\" with (force)"))
                await drop.ExecuteNonQueryAsync();
    }
}
