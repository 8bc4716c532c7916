using System.Diagnostics;
using GraphQL.Tests.Oracle;

namespace GraphQL.Tests.Server;

/// <summary>Clients as they come from npm ask for parts, and put them together.</summary>
public sealed class Answers_in_parts_for_clients
{
    [Fact]
    public async Task Apollo_Client_and_urql_show_the_first_part_and_end_with_the_whole()
    {
        await using var host = await LibraryHost.StartAsync(builder =>
            builder.ModifyOptions(options => (options.EnableDefer, options.EnableStream) = (true, true)));
        host.Shelf.Books.RemoveRange(1, 2);

        var lines = await RunAsync(host.HttpAddress);

        string[] deferred =
        [
            """{"books":[{"__typename":"Book","title":"The Dispossessed"}]}""",
            """{"books":[{"__typename":"Book","title":"The Dispossessed","slowTitle":"The Dispossessed"}]}""",
        ];
        lines.ShouldBe([
            .. deferred,
            """{"__typename":"Query","hello":"Hello reader"}""",
            """{"__typename":"Query","hello":"Hello reader","broken":null} Unexpected Execution Error""",
            """{"countTo":[1]}""",
            """{"countTo":[1,2,3]}""",
            .. deferred,
            """{"__typename":"Query","hello":"Hello reader"}""",
            """{"__typename":"Query","hello":"Hello reader","broken":null} [GraphQL] Unexpected Execution Error""",
        ]);
    }

    private static async Task<string[]> RunAsync(Uri address)
    {
        using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(Reference.ProjectFolder, "Server", "parts.js"), address.ToString()])
        {
            RedirectStandardOutput = true,
        })!;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await using var end = patience.Token.Register(node.Kill);
        var output = await node.StandardOutput.ReadToEndAsync(CancellationToken.None);
        await node.WaitForExitAsync(CancellationToken.None);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
