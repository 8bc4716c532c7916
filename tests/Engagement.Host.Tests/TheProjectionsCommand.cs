using System.Text.Json.Nodes;

namespace Engagement.Host.Tests;

public sealed class TheProjectionsCommand(CommandSpec.Given given) : CommandSpec(given)
{
    [Fact]
    public async Task Lists_each_with_its_state_on_whichever_node_it_runs()
    {
        var (exitCode, output, _) = await RunAsync("projections list");

        exitCode.ShouldBe(0);
        LineOf(output, "ConsultationPage").ShouldContain("inline");
        LineOf(output, "Acts").ShouldContain("running");
        LineOf(output, "PublishedEntries").ShouldContain("running");
    }

    [Fact]
    public async Task Lists_them_for_programs()
    {
        var last = await ScalarAsync<long>("select max(seq_id) from mt_events");

        var (_, output, _) = await RunAsync("projections list --json");

        var metrics = JsonNode.Parse(output)!.AsArray().Single(one => one!["name"]!.GetValue<string>() == "Acts")!;
        metrics["state"]!.GetValue<string>().ShouldBe("Running");
        metrics["lifecycle"]!.GetValue<string>().ShouldBe("Async");
        metrics["highWaterMark"]!.GetValue<long>().ShouldBe(last);
        metrics["deadLetters"]!.GetValue<long>().ShouldBe(0);
        metrics["canRebuild"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Theory]
    [InlineData("projections resume act", "Did you mean Acts? There are: ConsultationPage,")]
    [InlineData("projections pause Receipt --reason x", "Receipt is inline")]
    [InlineData("projections rebuild PublishedEntries", "keeps nothing that could be made anew")]
    [InlineData("projections rebuild", "Name one projection, or say --all.")]
    [InlineData("projections rebuild Receipt --all", "Name one projection, or say --all.")]
    public async Task Says_what_there_is_when_it_is_misused(string line, string says)
    {
        var (exitCode, _, error) = await RunAsync(line);

        exitCode.ShouldBe(2);
        error.ShouldContain(says);
    }

    internal static string LineOf(string table, string name) => table.Split('\n').Single(line => line.StartsWith($"{name} ", StringComparison.Ordinal));
}
