namespace Engagement.Host.Tests;

public sealed class TheReleasesCommand(CommandSpec.Given given) : CommandSpec(given)
{
    [Fact]
    public async Task Makes_what_was_published_again_and_names_what_differs()
    {
        var id = await PublishedMonth.OfFeedbackPointsAsync(Running);

        var list = await RunAsync("releases list");
        list.Output.ShouldContain($"{id}");
        list.Output.ShouldContain(await ScalarAsync<string>("select data ->> 'Hash' from mt_doc_releasepage"));
        var same = await RunAsync("releases verify");
        same.ExitCode.ShouldBe(0, same.Error);
        same.Output.ShouldContain("The same, byte for byte: 1 release made again from the log.");

        await ExecuteAsync("update mt_events set data = jsonb_set(data, '{Points,0,Reached}', '25') where type = 'month_collated'");
        var forged = await RunAsync($"releases verify {id}");
        forged.ExitCode.ShouldBe(1);
        forged.Output.ShouldContain($"Release {id} (Feedback points, June 2019) is not what the log gives.");
    }
}
