using System.Globalization;

namespace Engagement.Bench.Measuring;

/// <summary>The processor time of a PostgreSQL server, as the kernel counts it.</summary>
internal static class ServerProcesses
{
    // The kernel counts in hundredths of a second for whoever reads /proc, on every architecture that .NET runs on.
    private const int TicksPerSecond = 100;

    // Places in /proc/PID/stat after the process's name, which is in brackets and may hold anything.
    private const int Parent = 1;
    private const int User = 11;
    private const int System = 12;
    private const int ChildrenUser = 13;
    private const int ChildrenSystem = 14;

    /// <summary>
    /// Of the main process, of its children, and of the children that have ended, which the kernel adds to their parent: a backend that closes
    /// between two looks is not lost.
    /// </summary>
    public static TimeSpan CpuTime(int mainProcess)
    {
        var ticks = 0L;
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var process) || Read(folder) is not { } stat)
                continue;
            if (process == mainProcess)
                ticks += stat[User] + stat[System] + stat[ChildrenUser] + stat[ChildrenSystem];
            else if (stat[Parent] == mainProcess)
                ticks += stat[User] + stat[System];
        }

        return TimeSpan.FromSeconds((double)ticks / TicksPerSecond);
    }

    private static long[]? Read(string folder)
    {
        try
        {
            var text = File.ReadAllText(Path.Combine(folder, "stat"));
            return [.. text[(text.LastIndexOf(')') + 2)..].Split(' ').Take(ChildrenSystem + 1)
                .Select(field => long.TryParse(field, CultureInfo.InvariantCulture, out var number) ? number : 0)];
        }
        catch (Exception ended) when (ended is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
