using System.Text.Json.Nodes;

namespace Engagement.Host.Tests;

public sealed class TheLogCommands(CommandSpec.Given given) : CommandSpec(given)
{
    [Fact]
    public async Task Show_one_stream_in_either_direction()
    {
        var stream = await ScalarAsync<Guid>("select stream_id from mt_events where type = 'consultation_opened'");
        var version = await ScalarAsync<long>($"select version from mt_streams where id = '{stream}'");

        var (exitCode, output, _) = await RunAsync($"streams show {stream}");
        exitCode.ShouldBe(0);
        output.ShouldContain($"Stream {stream} (");
        output.ShouldContain($"version {version}, begun");
        output.ShouldContain("consultation_drafted");
        output.Split('\n').ShouldAllBe(line => line.Length <= 160);

        var backwards = (await RunAsync($"streams show {stream} --backwards --limit 2 --json")).Output.TrimEnd().Split('\n').Select(line => JsonNode.Parse(line)!);
        backwards.Select(e => e["version"]!.GetValue<long>()).ShouldBe([version, version - 1]);

        (await RunAsync($"streams show {stream} --limit 1")).Output.ShouldContain("go on with --from 2.");
        (await RunAsync($"streams show {stream} --from {version} --json")).Output.TrimEnd().Split('\n').Length.ShouldBe(1);
    }

    [Fact]
    public async Task Say_when_there_is_no_such_stream()
    {
        var (exitCode, _, error) = await RunAsync($"streams show {Guid.Empty}");

        (exitCode, error.Trim()).ShouldBe((1, $"There is no stream {Guid.Empty}."));
    }

    [Fact]
    public async Task Print_the_end_of_the_log_of_some_types()
    {
        var all = (await RunAsync("log tail --after 0 --json")).Output.TrimEnd().Split('\n').Select(line => JsonNode.Parse(line)!["type"]!.GetValue<string>()).ToList();
        all.Count.ShouldBe((int)await ScalarAsync<long>("select count(*) from mt_events"));

        var last = (await RunAsync("log tail --limit 3 --json")).Output.TrimEnd().Split('\n').Select(line => JsonNode.Parse(line)!["type"]!.GetValue<string>());
        last.ShouldBe([.. all[^2..], "command_used_v2"], "that somebody asked is the last of it");

        var (_, output, _) = await RunAsync("log tail --type consultation_opened --type wave_opened");
        output.TrimEnd().Split('\n').Length.ShouldBe(all.Count(type => type is "consultation_opened" or "wave_opened_v2"));

        (await RunAsync("log tail --type no_such_thing")).Error.ShouldContain("There are no events of type no_such_thing after position 0.");
    }
}
