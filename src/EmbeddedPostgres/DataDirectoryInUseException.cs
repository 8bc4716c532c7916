namespace EmbeddedPostgres;

/// <summary>Another live process already runs the cluster in this folder.</summary>
public sealed class DataDirectoryInUseException : PostgresClusterException
{
    internal DataDirectoryInUseException(string directory, string? owner)
        : base("DATA_DIRECTORY_IN_USE", $"The database in {directory} is in use by {Describe(owner)}. "
            + "Stop that process first, or start this one with another data directory.")
        => Directory = directory;

    /// <summary>The folder that both processes want.</summary>
    public string Directory { get; }

    private static string Describe(string? owner) => string.IsNullOrWhiteSpace(owner) ? "another process" : $"process {owner}";
}
