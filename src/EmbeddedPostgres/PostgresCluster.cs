using Npgsql;

namespace EmbeddedPostgres;

/// <summary>
/// A private PostgreSQL cluster in a folder, run by this process: made on first use, listening on a Unix socket (and on loopback when a
/// port is given), stopped with this process. The server does not die with a killed host; the next host adopts it, or lets it recover.
/// </summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    internal const string Superuser = "postgres";

    private const int DefaultSocketNumber = 5432;
    private const long LongestLog = 10 * 1024 * 1024;

    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(20);

    private readonly PostgresBinaries _binaries;
    private readonly OperatingSystemUser _server;
    private readonly ClusterFolder _folder;
    private readonly ClusterLock _lock;
    private readonly PostgresClusterOptions _options;
    private readonly int _socketNumber;
    private bool _released;

    private PostgresCluster(PostgresBinaries binaries, OperatingSystemUser server, ClusterFolder folder, ClusterLock held, PostgresClusterOptions options, int socketNumber)
    {
        _binaries = binaries;
        _server = server;
        _folder = folder;
        _lock = held;
        _options = options;
        _socketNumber = socketNumber;
    }

    /// <summary>The folder in use: the wanted one, or the one under <c>/var/lib</c> when the server's user cannot reach that.</summary>
    public string Directory => _folder.Root;

    /// <summary>The version of PostgreSQL that runs.</summary>
    public string Version => _binaries.Version;

    /// <summary>The server's main process, or null when it does not run.</summary>
    public int? ServerProcessId => Postmaster.Find(_folder.Data);

    /// <summary>
    /// Makes the cluster if there is none, adopts the running server that a killed host left behind, or starts one, which recovers by itself
    /// from whatever happened to the one before. Returns when connections are accepted.
    /// </summary>
    /// <exception cref="PlatformNotSupportedException">This is not Linux.</exception>
    /// <exception cref="PostgresNotFoundException">No PostgreSQL that is new enough is installed.</exception>
    /// <exception cref="DataDirectoryInUseException">Another live process runs this cluster.</exception>
    /// <exception cref="DataDirectoryVersionException">The data was made by another major version than is installed.</exception>
    /// <exception cref="PostgresClusterException">PostgreSQL says no; the message holds its words.</exception>
    public static async Task<PostgresCluster> StartAsync(PostgresClusterOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var (folder, server) = await LocateAsync(options, cancellationToken);
        var installed = await PostgresBinaries.FindAsync(cancellationToken);
        var socketNumber = options.Port ?? DefaultSocketNumber;
        await folder.CreateAsync(server, cancellationToken);

        var held = ClusterLock.Take(folder);
        try
        {
            var cluster = new PostgresCluster(Choose(installed, folder), server, folder, held, options, socketNumber);
            await cluster.MakeAsync(cancellationToken);
            await cluster.RunAsync(cancellationToken);
            return cluster;
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>
    /// How to connect, over its socket, to a database of the cluster whose server runs already; null when it does not.
    /// The server belongs to the process that runs the cluster, and stops with it.
    /// </summary>
    /// <exception cref="PlatformNotSupportedException">This is not Linux.</exception>
    public static async Task<string?> FindRunningAsync(PostgresClusterOptions options, string database, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var (folder, _) = await LocateAsync(options, cancellationToken);
        return Postmaster.Find(folder.Data) is null ? null : Connection(folder, options.Port ?? DefaultSocketNumber, database).ConnectionString;
    }

    /// <summary>How to connect to a database of this cluster, over its socket.</summary>
    public string ConnectionString(string database) => Connection(database).ConnectionString;

    /// <summary>Makes the database if there is none of that name.</summary>
    public async Task EnsureDatabaseAsync(string name, CancellationToken cancellationToken = default)
    {
        await using var connection = await ConnectAsync(cancellationToken);
        await using var find = new NpgsqlCommand("select 1 from pg_database where datname = $1", connection) { Parameters = { new() { Value = name } } };
        if (await find.ExecuteScalarAsync(cancellationToken) is not null)
            return;

        await using var create = new NpgsqlCommand($"create database {Quote(name)}", connection);
        try
        {
            await create.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (PostgresException exception) when (exception.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another caller was faster: the database is there, which is all that was asked.
        }
    }

    /// <summary>Ends the server's sessions and stops it cleanly, then lets go of the folder. Does nothing the second time.</summary>
    public async Task StopAsync(CancellationToken cancellationToken = default)
    {
        if (_released)
            return;

        await StopServerAsync(cancellationToken);
        LeaveRunning();
    }

    /// <summary>Lets go of the folder but leaves the server running, for another process to adopt.</summary>
    public void LeaveRunning()
    {
        _released = true;
        _lock.Dispose();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await StopAsync(CancellationToken.None);

    private static async Task<(ClusterFolder Folder, OperatingSystemUser Server)> LocateAsync(PostgresClusterOptions options, CancellationToken cancellationToken)
    {
        if (!OperatingSystem.IsLinux())
            throw new PlatformNotSupportedException("The embedded PostgreSQL runs on Linux only: configure a connection string to a server instead.");

        var wanted = (await OperatingSystemUser.Current.RunAsync("realpath", ["-m", Path.GetFullPath(options.DataDirectory)], cancellationToken)).TrimEnd('\n');
        var server = await OperatingSystemUser.ForServerAsync(Path.Combine(wanted, "data"), options.Log, cancellationToken);
        return (await ClusterFolder.ResolveAsync(wanted, options.Port ?? DefaultSocketNumber, server, options.Log, cancellationToken), server);
    }

    /// <summary>Data can be opened only by the major version that made it; new data is made by the first choice.</summary>
    private static PostgresBinaries Choose(IReadOnlyList<PostgresBinaries> installed, ClusterFolder folder)
    {
        var versionFile = Path.Combine(folder.Data, "PG_VERSION");
        if (!File.Exists(versionFile))
            return installed[0];

        var madeBy = File.ReadAllText(versionFile).Trim();
        return installed.FirstOrDefault(binaries => $"{binaries.MajorVersion}" == madeBy)
            ?? throw new DataDirectoryVersionException(folder.Root, madeBy, installed);
    }

    /// <summary>
    /// The data is made beside its place and moved there when complete, so that a host killed meanwhile leaves nothing half made behind.
    /// </summary>
    private async Task MakeAsync(CancellationToken cancellationToken)
    {
        if (System.IO.Directory.Exists(_folder.Data))
            return;

        foreach (var unfinished in System.IO.Directory.GetDirectories(_folder.Root, "making-*"))
            System.IO.Directory.Delete(unfinished, recursive: true);

        _options.Log?.Invoke($"Making a database cluster with PostgreSQL {Version} in {_folder.Root}.");
        var making = Path.Combine(_folder.Root, $"making-{Environment.ProcessId}");
        // Collation C sorts by code point, the same on every machine and after every update of the C library, where a language's
        // collation may change and silently break indexes; the character type still knows letters beyond ASCII.
        await _server.RunAsync(_binaries.Program("initdb"),
        [
            "--pgdata", making, "--username", Superuser, "--encoding=UTF8", "--locale=C", "--lc-ctype=C.UTF-8",
            "--auth-local=peer", "--auth-host=reject", "--data-checksums", "--no-instructions",
        ], cancellationToken);
        await File.AppendAllTextAsync(Path.Combine(making, "postgresql.conf"), "\ninclude 'embedded.conf'\n", cancellationToken);
        System.IO.Directory.Move(making, _folder.Data);
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        var configuration = new ClusterConfiguration(_folder, _options, _socketNumber, _server);
        var changed = await configuration.WriteAsync(_server, cancellationToken);
        if (changed)
            await StopServerAsync(cancellationToken);

        if (await AdoptAsync(cancellationToken))
        {
            _options.Log?.Invoke($"Going on with the PostgreSQL server that was still running (process {ServerProcessId}).");
        }
        else
        {
            await ClearAfterCrashAsync(cancellationToken);
            await StartServerAsync(cancellationToken);
        }

        if (_options.Port is not null)
            await SetPasswordAsync(await configuration.ReadPasswordAsync(cancellationToken), cancellationToken);
    }

    /// <summary>Waits for a server that runs, be it recovering, until it takes connections. False when none runs, or it was just stopping.</summary>
    private async Task<bool> AdoptAsync(CancellationToken cancellationToken)
    {
        while (ServerProcessId is not null)
        {
            try
            {
                await using var connection = await ConnectAsync(cancellationToken);
                return true;
            }
            catch (NpgsqlException exception) when (exception is not PostgresException { SqlState: not PostgresErrorCodes.CannotConnectNow })
            {
                await Task.Delay(LookAgain, cancellationToken);
            }
        }

        return false;
    }

    /// <summary>
    /// When the main process was killed, its children normally notice and end; one that is busy computing may not, and PostgreSQL will not
    /// start while it holds the old shared memory. Without any such process what is left of postmaster.pid and the socket's lock is only a
    /// number, perhaps by now of another program, which would also keep PostgreSQL from starting.
    /// </summary>
    private async Task ClearAfterCrashAsync(CancellationToken cancellationToken)
    {
        while (Postmaster.ProcessesOf(_folder.Data) is { Count: > 0 } orphans)
        {
            await OperatingSystemUser.Current.TryRunAsync("kill", ["-QUIT", .. orphans.Select(process => $"{process}")], cancellationToken);
            await Task.Delay(LookAgain, cancellationToken);
        }

        File.Delete(Postmaster.PidFile(_folder.Data));
        foreach (var socket in System.IO.Directory.GetFiles(_folder.SocketFolder, ".s.PGSQL.*"))
            File.Delete(socket);
    }

    /// <summary>pg_ctl puts the server into a session of its own, so that a terminal's Ctrl-C reaches the host alone, which then stops it in order.</summary>
    private async Task StartServerAsync(CancellationToken cancellationToken)
    {
        var log = new FileInfo(_folder.ServerLog);
        if (log is { Exists: true, Length: > LongestLog })
            File.Move(_folder.ServerLog, _folder.ServerLog + ".old", overwrite: true);

        var alreadyLogged = log.Exists && File.Exists(_folder.ServerLog) ? log.Length : 0;
        var start = await _server.TryRunAsync(_binaries.Program("pg_ctl"),
            ["start", "--silent", "--wait", "--timeout=600", "--pgdata", _folder.Data, "--log", _folder.ServerLog], cancellationToken);
        if (!start.Succeeded)
            throw new PostgresClusterException("POSTGRES_START_FAILED",
                $"PostgreSQL did not start in {_folder.Root}. {start.Output.Trim()}\n{ReadLog(alreadyLogged)}\nIts log: {_folder.ServerLog}");
    }

    private async Task StopServerAsync(CancellationToken cancellationToken)
    {
        if (ServerProcessId is null)
            return;

        var stop = await TryStopAsync("fast", cancellationToken);
        if (!stop.Succeeded && ServerProcessId is not null)
            stop = await TryStopAsync("immediate", cancellationToken);
        if (!stop.Succeeded && ServerProcessId is { } process)
            throw new PostgresClusterException("POSTGRES_STOP_FAILED", $"The PostgreSQL server (process {process}) in {_folder.Root} does not stop: {stop.Output.Trim()}");
    }

    private Task<CommandResult> TryStopAsync(string mode, CancellationToken cancellationToken) =>
        _server.TryRunAsync(_binaries.Program("pg_ctl"),
            ["stop", "--silent", "--wait", "--timeout=60", $"--mode={mode}", "--pgdata", _folder.Data], cancellationToken);

    private async Task SetPasswordAsync(string password, CancellationToken cancellationToken)
    {
        await using var connection = await ConnectAsync(cancellationToken);
        await using var command = new NpgsqlCommand($"alter role {Superuser} password '{password}'", connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<NpgsqlConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        var settings = Connection("postgres");
        settings.Pooling = false;
        var connection = new NpgsqlConnection(settings.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private NpgsqlConnectionStringBuilder Connection(string database) => Connection(_folder, _socketNumber, database);

    private static NpgsqlConnectionStringBuilder Connection(ClusterFolder folder, int socketNumber, string database) => new()
    {
        Host = folder.SocketFolder,
        Port = socketNumber,
        Username = Superuser,
        Database = database,
    };

    private string ReadLog(long from)
    {
        if (!File.Exists(_folder.ServerLog))
            return "";

        using var file = new FileStream(_folder.ServerLog, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        file.Position = from;
        using var reader = new StreamReader(file);
        return reader.ReadToEnd().Trim();
    }

    private static string Quote(string identifier) => $"\"{identifier.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
