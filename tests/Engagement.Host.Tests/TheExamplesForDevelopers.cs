using System.Text.Json.Nodes;
using Engagement.Seeder;
using Engagement.Web.Developers;
using Tests.Shared.Hosting;

namespace Engagement.Host.Tests;

/// <summary>The operations on the page for developers, which lie open in GraphiQL too.</summary>
public sealed class TheExamplesForDevelopers : IAsyncLifetime
{
    private RunningPlatform _platform = null!;

    public async Task InitializeAsync()
    {
        _platform = await RunningPlatform.StartAsync();
        await DemonstrationData.LoadAsync(_platform.Services, DemonstrationProfile.Small);
        await _platform.CatchUpAsync();
    }

    public async Task DisposeAsync() => await _platform.DisposeAsync();

    [Fact]
    public async Task Answer_their_question_from_the_demonstration()
    {
        Example.All.Count.ShouldBeGreaterThanOrEqualTo(10);
        foreach (var example in Example.All)
        {
            var answer = await _platform.GraphQL(example.Role).SendAsync(example.Document);

            answer["errors"].ShouldBeNull(example.Name);
            SaysSomething(answer["data"]).ShouldBeTrue($"{example.Name} finds nothing in the demonstration: {answer}");
        }
    }

    [Fact]
    public async Task Stand_on_the_page_with_their_question_and_in_GraphiQL()
    {
        using var page = await _platform.Client.GetAsync("/developers");
        var html = System.Net.WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync());
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql");
        request.Headers.Add("Accept", "text/html");
        using var explorer = await _platform.Client.SendAsync(request);
        var examples = await explorer.Content.ReadAsStringAsync();

        foreach (var example in Example.All)
        {
            html.ShouldContain(example.Question);
            examples.ShouldContain($"query {example.Name}");
        }
    }

    /// <summary>Whether there is anything in it but nothing, nought and empty lists.</summary>
    private static bool SaysSomething(JsonNode? node) => node switch
    {
        JsonObject things => things.Any(thing => SaysSomething(thing.Value)),
        JsonArray items => items.Any(SaysSomething),
        JsonValue value => value.ToJsonString() is not ("0" or "false"),
        _ => false,
    };
}
