namespace EmbeddedPostgres;

/// <summary>This machine has no PostgreSQL programs that are new enough.</summary>
public sealed class PostgresNotFoundException : PostgresClusterException
{
    internal PostgresNotFoundException(IReadOnlyCollection<PostgresBinaries> tooOld)
        : base("POSTGRES_NOT_FOUND", Describe(tooOld))
    {
    }

    private static string Describe(IReadOnlyCollection<PostgresBinaries> tooOld)
    {
        var found = tooOld.Count == 0
            ? "No PostgreSQL server programs were found on PATH or under /usr/lib/postgresql."
            : $"The PostgreSQL found here is too old: {string.Join(", ", tooOld)}.";
        return $"{found} Install PostgreSQL {PostgresBinaries.OldestMajorVersion} or later (on Debian: apt-get install postgresql), "
            + "or configure a connection string to a server that already runs.";
    }
}
