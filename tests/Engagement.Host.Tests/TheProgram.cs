using System.Diagnostics;
using Engagement.Host.Commands;
using Tests.Shared.Hosting;

namespace Engagement.Host.Tests;

/// <summary>The program, as a person runs it.</summary>
internal static class TheProgram
{
    /// <summary>Runs a command to its end, in a process of its own.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(string[] arguments, params (string Name, string Value)[] environment)
    {
        using var process = Start(arguments, environment);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }

    /// <summary>Runs a command, given as one line, in this process, for a start of .NET each takes most of a second.</summary>
    public static Task<(int ExitCode, string Output, string Error)> RunHereAsync(string line) => RunHereAsync(line.Split(' '), []);

    /// <summary>Runs a command beside a running platform, in this process too.</summary>
    public static Task<(int ExitCode, string Output, string Error)> RunAsync(RunningPlatform platform, string line, params string[] more)
    {
        var (name, value) = Connection(platform);
        return RunHereAsync(Beside(platform, line, more), new() { [name.Replace("__", ":", StringComparison.Ordinal)] = value });
    }

    /// <summary>Starts a command beside a running platform, in a process of its own.</summary>
    public static Process Start(RunningPlatform platform, string line, params string[] more) => Start(Beside(platform, line, more), Connection(platform));

    /// <summary>
    /// Asks a command to stop, and waits until it has. The signal is the one of service managers: that of Ctrl-C is ignored by all children
    /// of a shell that runs the tests in its background.
    /// </summary>
    public static async Task StopAsync(Process process)
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
    }

    public static Process Start(string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Platform).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment.Remove("ConnectionStrings__Engagement");
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static async Task<(int ExitCode, string Output, string Error)> RunHereAsync(string[] arguments, Dictionary<string, string?> settings)
    {
        using var said = SaidHere.Begin();
        var exitCode = await CommandLine.RunAsync(arguments, settings);
        return (exitCode, said.Output, said.Error);
    }

    private static string[] Beside(RunningPlatform platform, string line, string[] more) => [.. line.Split(' '), .. more, "--data-directory", platform.DataDirectory];

    private static (string Name, string Value) Connection(RunningPlatform platform) => ("ConnectionStrings__Engagement", platform.ConnectionString);
}
