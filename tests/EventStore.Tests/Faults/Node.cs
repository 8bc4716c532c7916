using System.Diagnostics;

namespace EventStore.Tests.Faults;

/// <summary>A running <see cref="NodeProgram"/>.</summary>
internal sealed class Node : IAsyncDisposable
{
    private readonly Process _process;

    private Node(Process process) => _process = process;

    public static async Task<Node> StartAsync(string connectionString)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(NodeProgram).Assembly.Location, connectionString])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            // It lives for less than a second: nothing it compiles twice pays.
            Environment = { ["DOTNET_TieredPGO"] = "0", ["DOTNET_TieredCompilation"] = "1" },
        };
        var node = new Node(Process.Start(start)!);
        (await node._process.StandardOutput.ReadLineAsync()).ShouldBe("ready");
        return node;
    }

    /// <summary>Tells it what to do.</summary>
    public async Task TellAsync(string line)
    {
        await _process.StandardInput.WriteLineAsync(line);
        await _process.StandardInput.FlushAsync();
    }

    /// <summary>What it says next; null once it is dead.</summary>
    public Task<string?> HearAsync() => _process.StandardOutput.ReadLineAsync();

    /// <summary>Ends it where it stands (SIGKILL).</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }
}
