namespace EmbeddedPostgres;

/// <summary>The cluster in the folder was made by a major version of PostgreSQL that is not installed here.</summary>
public sealed class DataDirectoryVersionException : PostgresClusterException
{
    internal DataDirectoryVersionException(string directory, string madeBy, IReadOnlyCollection<PostgresBinaries> installed)
        : base("DATA_DIRECTORY_VERSION", $"The database in {directory} was made by PostgreSQL {madeBy}, "
            + $"but this machine has {string.Join(", ", installed)}. Install PostgreSQL {madeBy} (on Debian: apt-get install postgresql-{madeBy}) "
            + "to go on with this data, or move the folder away to begin with an empty database.")
        => MadeBy = madeBy;

    /// <summary>The major version that made the data, as PostgreSQL wrote it.</summary>
    public string MadeBy { get; }
}
