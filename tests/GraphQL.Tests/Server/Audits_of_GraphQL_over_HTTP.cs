using System.Diagnostics;
using GraphQL.Tests.Oracle;

namespace GraphQL.Tests.Server;

public sealed class Audits_of_GraphQL_over_HTTP
{
    [Fact]
    public async Task a_real_server_passes_all_of_them()
    {
        await using var host = await LibraryHost.StartAsync();

        var lines = await RunAsync(host.HttpAddress);

        lines.Where(line => !line.StartsWith("ok\t", StringComparison.Ordinal)).ShouldBeEmpty();
        lines.Length.ShouldBe(61);
    }

    private static async Task<string[]> RunAsync(Uri address)
    {
        using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(Reference.ProjectFolder, "Oracle", "audits.js"), address.ToString()])
        {
            RedirectStandardOutput = true,
        })!;
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
