using System.Globalization;

namespace EmbeddedPostgres;

/// <summary>The server's processes, as the operating system knows them.</summary>
internal static class Postmaster
{
    /// <summary>
    /// The running server's process, or null. The number in postmaster.pid alone proves nothing: after a crash it may long belong to another
    /// program. Every PostgreSQL process is called postgres and stands in its data folder.
    /// </summary>
    public static int? Find(string dataFolder)
    {
        try
        {
            var written = File.ReadLines(PidFile(dataFolder)).FirstOrDefault();
            return int.TryParse(written, CultureInfo.InvariantCulture, out var process) && StandsIn(process, dataFolder) ? process : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>All processes that work on this data: the server's, and those left behind by a killed one.</summary>
    public static IReadOnlyList<int> ProcessesOf(string dataFolder) =>
    [
        .. Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var process) ? process : 0)
            .Where(process => process > 0 && StandsIn(process, dataFolder)),
    ];

    public static string PidFile(string dataFolder) => Path.Combine(dataFolder, "postmaster.pid");

    private static bool StandsIn(int process, string dataFolder)
    {
        try
        {
            return new FileInfo($"/proc/{process}/cwd").LinkTarget == dataFolder
                && File.ReadAllText($"/proc/{process}/comm").StartsWith("postgres", StringComparison.Ordinal);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
