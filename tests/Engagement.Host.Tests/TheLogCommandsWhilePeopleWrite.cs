using System.Text.Json.Nodes;

namespace Engagement.Host.Tests;

public sealed class TheLogCommandsWhilePeopleWrite(CommandSpec.Given given) : CommandSpec(given)
{
    [Fact]
    public async Task Leave_what_people_wrote_as_ciphertext()
    {
        await Submissions.SendAsync(Running.GraphQL(), Consultation.WaveId, "key-1", "One person who calls back.");

        var (exitCode, output, _) = await RunAsync("log tail --after 0 --json");

        exitCode.ShouldBe(0);
        output.ShouldContain("view_captured");
        output.ShouldNotContain("calls back");
    }

    [Fact]
    public async Task Follow_the_log_until_they_are_stopped()
    {
        var last = await ScalarAsync<long>("select max(seq_id) from mt_events");
        using var tail = TheProgram.Start(Running, $"log tail --follow --after {last} --type response_submitted --json");

        await Submissions.SendAsync(Running.GraphQL(), Consultation.WaveId, "key-2");
        var line = await tail.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60));
        await TheProgram.StopAsync(tail);

        // A type is followed in whichever version it is written.
        JsonNode.Parse(line!)!["type"]!.GetValue<string>().ShouldBe("response_submitted_v2");
        tail.ExitCode.ShouldBe(0);
    }
}
