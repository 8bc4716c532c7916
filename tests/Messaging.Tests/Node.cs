using System.Diagnostics;

namespace Messaging.Tests;

/// <summary>A running <see cref="NodeProgram"/>.</summary>
internal sealed class Node : IAsyncDisposable
{
    private readonly Process _process;

    private Node(Process process) => _process = process;

    /// <summary>Starts the program, which waits until it is told to work.</summary>
    public static async Task<Node> StartAsync(string connectionString, params string[] mode)
    {
        var node = new Node(Process.Start(new ProcessStartInfo("dotnet", [typeof(NodeProgram).Assembly.Location, connectionString, .. mode])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            // It lives for a second: nothing it compiles twice pays.
            Environment = { ["DOTNET_TieredPGO"] = "0", ["DOTNET_TieredCompilation"] = "1" },
        })!);
        (await node._process.StandardOutput.ReadLineAsync()).ShouldBe("ready");
        return node;
    }

    public bool HasEnded => _process.HasExited;

    /// <summary>Has it take part.</summary>
    public async Task WorkAsync()
    {
        await _process.StandardInput.WriteLineAsync("work");
        await _process.StandardInput.FlushAsync();
    }

    /// <summary>What it says next; null when it has ended.</summary>
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
