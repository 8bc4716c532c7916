using System.Diagnostics;

namespace Engagement.Bench.Measuring;

/// <summary>The most memory this process had resident since the measuring began.</summary>
internal static class PeakMemory
{
    private const string ResetFile = "/proc/self/clear_refs";
    private const string ResetPeak = "5";

    public static void Begin()
    {
        GC.Collect();
        try
        {
            File.WriteAllText(ResetFile, ResetPeak);
        }
        catch (Exception notAllowed) when (notAllowed is IOException or UnauthorizedAccessException)
        {
            // Where the kernel does not allow it the peak is that of the whole process so far: too high, never too low.
        }
    }

    public static double Megabytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / 1024.0 / 1024.0;
    }
}
