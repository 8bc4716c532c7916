using System.Security.Cryptography;
using System.Text;

namespace EmbeddedPostgres;

/// <summary>The configuration files that a start writes, always whole, so that a cluster is what the options of this start say.</summary>
internal sealed class ClusterConfiguration
{
    private static readonly string[] Reserved = ["port", "listen_addresses", "unix_socket_directories", "unix_socket_permissions"];

    private readonly ClusterFolder _folder;
    private readonly IReadOnlyDictionary<string, string> _files;

    public ClusterConfiguration(ClusterFolder folder, PostgresClusterOptions options, int socketNumber, OperatingSystemUser server)
    {
        _folder = folder;
        _files = new Dictionary<string, string>
        {
            [folder.Settings] = DescribeSettings(folder, options, socketNumber),
            [Path.Combine(folder.Data, "pg_hba.conf")] = DescribeAccess(options),
            [Path.Combine(folder.Data, "pg_ident.conf")] = DescribeUsers(server),
        };
    }

    /// <summary>Writes what differs, and says whether anything did.</summary>
    public async Task<bool> WriteAsync(OperatingSystemUser server, CancellationToken cancellationToken)
    {
        var changed = false;
        foreach (var (path, content) in _files)
        {
            if (File.Exists(path) && await File.ReadAllTextAsync(path, cancellationToken) == content)
                continue;

            await File.WriteAllTextAsync(path, content, cancellationToken);
            await ClusterFolder.GiveToAsync(server, path, cancellationToken);
            changed = true;
        }

        return changed;
    }

    /// <summary>The password for connections over TCP: made once, readable by the server's user and root only.</summary>
    public async Task<string> ReadPasswordAsync(CancellationToken cancellationToken)
    {
        if (File.Exists(_folder.PasswordFile))
            return await File.ReadAllTextAsync(_folder.PasswordFile, cancellationToken);

        var password = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var ownerOnly = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        };
        await using var writer = new StreamWriter(_folder.PasswordFile, ownerOnly);
        await writer.WriteAsync(password.AsMemory(), cancellationToken);
        return password;
    }

    private static string DescribeSettings(ClusterFolder folder, PostgresClusterOptions options, int socketNumber)
    {
        var taken = options.Settings.Keys.Intersect(Reserved, StringComparer.OrdinalIgnoreCase).ToList();
        if (taken.Count > 0)
            throw new PostgresClusterException("RESERVED_SETTING", $"The cluster itself decides {string.Join(", ", taken)}: leave that out of Settings and use Port.");

        var settings = new SortedDictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            // What was acknowledged must survive a power cut: never traded for speed.
            ["fsync"] = "on",
            ["full_page_writes"] = "on",
            ["synchronous_commit"] = "on",
            ["max_connections"] = "100",
            ["shared_buffers"] = "128MB",
            ["timezone"] = "UTC",
            ["log_timezone"] = "UTC",
            ["log_line_prefix"] = "%m [%p] %q%u@%d ",
        };
        foreach (var (name, value) in options.Settings)
            settings[name] = value;
        settings["port"] = $"{socketNumber}";
        settings["listen_addresses"] = options.Port is null ? "" : "127.0.0.1";
        settings["unix_socket_directories"] = folder.SocketFolder;
        settings["unix_socket_permissions"] = "0700";

        var text = new StringBuilder("# Written anew at each start.\n");
        foreach (var (name, value) in settings)
            text.Append(name).Append(" = '").Append(value.Replace("'", "''", StringComparison.Ordinal)).Append("'\n");
        return text.ToString();
    }

    /// <summary>
    /// On the socket the kernel itself vouches for who is calling (peer), so no password lies about and nobody else gets in even if the
    /// folder's permissions were opened by mistake. TCP knows no callers: any local user can connect there, so it asks for the password.
    /// </summary>
    private static string DescribeAccess(PostgresClusterOptions options) =>
        "local all all peer map=embedded\n" + (options.Port is null ? "" : "host all all 127.0.0.1/32 scram-sha-256\n");

    private static string DescribeUsers(OperatingSystemUser server)
    {
        string[] users = [server.Name, Environment.UserName, "root"];
        return string.Concat(users.Distinct().Select(user => $"embedded \"{user}\" {PostgresCluster.Superuser}\n"));
    }
}
