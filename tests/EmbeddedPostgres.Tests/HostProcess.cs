using System.Diagnostics;
using System.Globalization;

namespace EmbeddedPostgres.Tests;

/// <summary>A host in a process of its own, so that it can be killed.</summary>
internal sealed class HostProcess : IDisposable
{
    private readonly Process _process;

    private HostProcess(Process process) => _process = process;

    public int ProcessId => _process.Id;

    /// <summary>The first line the host printed: the server's process and a connection string, or what went wrong.</summary>
    public string FirstLine { get; private set; } = "";

    public int ServerProcessId => int.Parse(FirstLine.Split(' ', 2)[0], CultureInfo.InvariantCulture);

    public string ConnectionString => FirstLine.Split(' ', 2)[1];

    public static async Task<HostProcess> StartAsync(string folder, string? program = null, params string[] stepDown)
    {
        string[] command = [.. stepDown, "dotnet", program ?? typeof(HostProgram).Assembly.Location, folder];
        var process = Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = "/",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        return new HostProcess(process) { FirstLine = await process.StandardOutput.ReadLineAsync() ?? "" };
    }

    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async Task<int> EndAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }
}
