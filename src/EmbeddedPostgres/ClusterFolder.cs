using System.Security.Cryptography;
using System.Text;

namespace EmbeddedPostgres;

/// <summary>The folder of one cluster: where each of its parts lies.</summary>
internal sealed class ClusterFolder
{
    /// <summary>A Unix socket's address holds no longer path than this, in bytes.</summary>
    private const int LongestSocketPath = 107;

    private const string SharedParent = "/var/lib/embedded-postgres";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private const UnixFileMode Passable = OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private ClusterFolder(string root, int socketNumber)
    {
        Root = root;
        var socket = $"/.s.PGSQL.{socketNumber}";
        SocketFolder = Path.Combine(root, "run");
        if (Encoding.UTF8.GetByteCount(SocketFolder + socket) > LongestSocketPath)
            SocketFolder = Path.Combine(Environment.IsPrivilegedProcess ? "/run" : "/tmp", $"embedded-postgres-{Fingerprint(root)}");
    }

    public string Root { get; }

    public string Data => Path.Combine(Root, "data");

    public string SocketFolder { get; }

    public string ServerLog => Path.Combine(Root, "postgresql.log");

    public string LockFile => Path.Combine(Root, "lock");

    /// <summary>Names the process that holds the lock. The lock file itself cannot: while it is held nobody else may read it.</summary>
    public string HostFile => Path.Combine(Root, "host.pid");

    public string PasswordFile => Path.Combine(Root, "password");

    public string Settings => Path.Combine(Data, "embedded.conf");

    /// <summary>
    /// Finds the folder that the server can really use. Root's checkout often lies under a closed home, where the server's own user cannot
    /// go; then the cluster gets a folder under /var/lib instead, always the same one for the same wanted path.
    /// </summary>
    public static async Task<ClusterFolder> ResolveAsync(string wanted, int socketNumber, OperatingSystemUser server, Action<string>? log, CancellationToken cancellationToken)
    {
        if (await CanReachAsync(server, wanted, cancellationToken))
            return new ClusterFolder(wanted, socketNumber);

        var instead = Path.Combine(SharedParent, $"{Path.GetFileName(wanted)}-{Fingerprint(wanted)}");
        log?.Invoke($"The user {server.Name}, who runs PostgreSQL, cannot reach {wanted}. The database is kept in {instead} instead.");
        return new ClusterFolder(instead, socketNumber);
    }

    /// <summary>Makes the folder and the one for the socket, both closed to all but the server's user (and root).</summary>
    public async Task CreateAsync(OperatingSystemUser server, CancellationToken cancellationToken)
    {
        CreatePassable(Path.GetDirectoryName(Root)!);
        await CreateClosedAsync(Root, server, cancellationToken);
        await CreateClosedAsync(SocketFolder, server, cancellationToken);
    }

    /// <summary>Hands a file or folder that this process made to the server's user.</summary>
    public static async Task GiveToAsync(OperatingSystemUser server, string path, CancellationToken cancellationToken)
    {
        if (!server.IsCurrent)
            await OperatingSystemUser.Current.RunAsync("chown", [$"{server.Name}:", path], cancellationToken);
    }

    private static async Task<bool> CanReachAsync(OperatingSystemUser server, string path, CancellationToken cancellationToken)
    {
        if (server.IsCurrent)
            return true;

        var existing = path;
        while (!Directory.Exists(existing))
            existing = Path.GetDirectoryName(existing)!;
        return (await server.TryRunAsync("test", ["-x", existing], cancellationToken)).Succeeded;
    }

    /// <summary>The parents stay open to pass through, whatever this process' own umask is.</summary>
    private static void CreatePassable(string folder)
    {
        if (Directory.Exists(folder))
            return;

        CreatePassable(Path.GetDirectoryName(folder)!);
        Directory.CreateDirectory(folder);
        File.SetUnixFileMode(folder, Passable);
    }

    private static async Task CreateClosedAsync(string folder, OperatingSystemUser server, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder, OwnerOnly);
            await GiveToAsync(server, folder, cancellationToken);
        }

        // Whoever owns the socket's folder can pose as the server, so a folder that somebody else put there is refused.
        var owner = (await OperatingSystemUser.Current.RunAsync("stat", ["-c", "%U", folder], cancellationToken)).Trim();
        if (owner != server.Name)
            throw new PostgresClusterException("DATA_DIRECTORY_OWNER",
                $"The folder {folder} belongs to the user {owner}, but PostgreSQL would run as {server.Name}. Start as {owner} or root, or choose another data directory.");

        File.SetUnixFileMode(folder, OwnerOnly);
    }

    private static string Fingerprint(string path) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..12];
}
