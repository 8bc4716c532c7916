using System.Diagnostics;
using EmbeddedPostgres;
using Npgsql;

namespace Tests.Shared;

/// <summary>
/// The PostgreSQL cluster that the tests of all processes share. It is the one that ENGAGEMENT_TEST_POSTGRES names, or a private one under
/// the repository's data folder, or under the folder that ENGAGEMENT_TEST_FOLDER names: the first process that wants it starts it, the last
/// one stops it, and one that a killed run left behind is taken over by the next.
/// </summary>
internal static class TestCluster
{
    public const string ConnectionStringVariable = "ENGAGEMENT_TEST_POSTGRES";

    private const string FolderVariable = "ENGAGEMENT_TEST_FOLDER";

    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(20);

    private static readonly string Data = Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } folder ? folder : Path.Combine(Repository.Folder, ".data");

    /// <summary>Held by the one process that is joining or leaving.</summary>
    private static readonly string Gate = Path.Combine(Data, "test-cluster.gate");

    /// <summary>Held, together, by all processes that use the cluster.</summary>
    private static readonly string Users = Path.Combine(Data, "test-cluster.users");

    private static FileStream? _presence;

    private static readonly Lazy<Task<string>> Shared = new(JoinAsync);

    /// <summary>A connection string to the cluster's database <c>postgres</c>.</summary>
    public static Task<string> ConnectionStringAsync() => Shared.Value;

    /// <summary>
    /// Leaves now instead of at the end of the process, and takes the time to leave nothing behind: the last one drops what databases killed
    /// tests left, and waits until the server has stopped.
    /// </summary>
    public static async Task LeaveAsync()
    {
        await ConnectionStringAsync();
        if (_presence is null)
            return;

        using var turn = await WaitForTurnAsync(Gate);
        await _presence.DisposeAsync();
        _presence = null;
        if (!IsUnused())
            return;

        await using var cluster = await StartAsync();
        await DropLeftoversAsync(cluster.ConnectionString("postgres"));
    }

    private static async Task<string> JoinAsync()
    {
        if (Environment.GetEnvironmentVariable(ConnectionStringVariable) is { Length: > 0 } given)
            return given;

        Directory.CreateDirectory(Data);
        using var turn = await WaitForTurnAsync(Gate);
        var first = IsUnused();
        var cluster = await StartAsync();
        var connectionString = cluster.ConnectionString("postgres");
        cluster.LeaveRunning();

        // The kernel drops this shared lock with the process, however it ends.
        _presence = new FileStream(Users, FileMode.OpenOrCreate, FileAccess.Read, FileShare.Read);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => LeaveInHaste(cluster.ServerProcessId);
        if (first)
            await DropLeftoversAsync(connectionString);
        return connectionString;
    }

    private static Task<PostgresCluster> StartAsync() => PostgresCluster.StartAsync(new PostgresClusterOptions
    {
        DataDirectory = Path.Combine(Data, "test-cluster"),
        Settings = new Dictionary<string, string>
        {
            ["max_connections"] = "500",
            // No test asks what these databases hold after a power cut: those that do have a cluster of their own.
            ["fsync"] = "off",
            ["full_page_writes"] = "off",
            ["max_wal_size"] = "256MB",
            // On the little that a test writes, compiling a query takes longer than running it.
            ["jit"] = "off",
        },
    });

    /// <summary>
    /// A test runner gives a finished test process a tenth of a second to end, so the last one only asks the server to stop (SIGINT is
    /// PostgreSQL's fast shutdown) and does not wait for it: whoever comes next does.
    /// </summary>
    private static void LeaveInHaste(int? server)
    {
        if (_presence is null)
            return;

        using var turn = WaitForTurnAsync(Gate).GetAwaiter().GetResult();
        _presence.Dispose();
        if (server is not null && IsUnused())
            Process.Start("kill", ["-INT", $"{server}"]).WaitForExit();
    }

    private static bool IsUnused()
    {
        try
        {
            new FileStream(Users, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None).Dispose();
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
