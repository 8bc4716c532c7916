using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Tests;

/// <summary>
/// Whatever the tests of a process, and the programs they start, put into the temporary folder is in one folder there, which goes when the process ends. What
/// a killed process left goes when the next begins. It is part of every test project.
/// </summary>
internal static class OwnTemporaryFolder
{
    /// <summary>The process follows. tools/test calls its own so too.</summary>
    private const string Prefix = "engagement-tests-";

    [ModuleInitializer]
    internal static void Use()
    {
        var shared = Path.GetTempPath();
        foreach (var one in Directory.GetDirectories(shared, $"{Prefix}*"))
        {
            if (int.TryParse(Path.GetFileName(one)[Prefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var process) && !Lives(process))
                Delete(one);
        }

        var own = Directory.CreateDirectory(Path.Combine(shared, $"{Prefix}{Environment.ProcessId}")).FullName;
        // Open to the user of a database's server, too, as the shared one is.
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(own, (UnixFileMode)Convert.ToInt32("755", 8));
        Environment.SetEnvironmentVariable("TMPDIR", own);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Delete(own);
    }

    private static bool Lives(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception busy) when (busy is IOException or UnauthorizedAccessException)
        {
            // Somebody still writes into it, or it is somebody else's: the next one tries again.
        }
    }
}
