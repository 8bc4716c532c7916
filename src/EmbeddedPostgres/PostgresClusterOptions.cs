namespace EmbeddedPostgres;

/// <summary>What a private PostgreSQL cluster is made of.</summary>
public sealed class PostgresClusterOptions
{
    /// <summary>
    /// The folder that holds everything of this cluster: its data, its socket, its log and the lock of the process that runs it.
    /// It is made on first use. As root it may be moved below <c>/var/lib/embedded-postgres</c>, see <see cref="PostgresCluster.Directory"/>.
    /// </summary>
    public required string DataDirectory { get; init; }

    /// <summary>
    /// A loopback TCP port to listen on as well. Without one there is only the Unix socket, which cannot collide with another server.
    /// Over TCP the password in the file <c>password</c> of the cluster's folder is asked for.
    /// </summary>
    public int? Port { get; init; }

    /// <summary>PostgreSQL settings (as in postgresql.conf) in addition to, or instead of, the ones the cluster chooses itself.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Hears one short sentence for each thing a person may want to know about: a cluster made, adopted, moved.</summary>
    public Action<string>? Log { get; init; }
}
