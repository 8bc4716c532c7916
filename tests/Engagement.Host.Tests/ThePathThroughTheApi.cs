using System.Text.Json.Nodes;
using Tests.Shared.Hosting;

namespace Engagement.Host.Tests;

/// <summary>The whole path as a client of the GraphQL API walks it.</summary>
public sealed class ThePathThroughTheApi : IAsyncLifetime
{
    private RunningPlatform _platform = null!;

    private static DateOnly Today => DateOnly.FromDateTime(DateTime.UtcNow);

    public async Task InitializeAsync() => _platform = await RunningPlatform.StartAsync();

    public async Task DisposeAsync() => await _platform.DisposeAsync();

    [Fact]
    public async Task A_view_travels_from_a_response_to_a_published_answer_and_back_to_the_person()
    {
        var officer = new Officer(_platform);
        var consultation = await officer.OpenConsultationAsync(Today);

        var receipt = await Submissions.SendAsync(_platform.GraphQL(), consultation.WaveId, "key-1", "One person who calls back.");
        (await StepsAsync(receipt)).ShouldBe(["RECEIVED"]);

        var (view, theme) = await officer.CodeNewestViewAsync(consultation.Id);
        var read = await officer.GraphQL.DataAsync("query($id: ID!) { node(id: $id) { ... on View { text state themes { title } } } }", new { id = view });
        read["node"]!["text"]!.GetValue<string>().ShouldBe("One person who calls back.");
        read["node"]!["state"]!.GetValue<string>().ShouldBe("CODED");

        var loop = await officer.PublishWeWillAsync(theme, Today);
        await officer.PublishWeDidAsync(loop, Today);
        await _platform.CatchUpAsync();
        await Eventually.TrueAsync(async () => (await StepsAsync(receipt)).Contains("TOLD"));

        (await StepsAsync(receipt)).ShouldBe(["RECEIVED", "READ", "GROUPED", "DECIDED", "DONE", "PUBLISHED", "TOLD"]);
        var entry = await _platform.GraphQL().DataAsync(
            "query($slug: String!) { entryBySlug(slug: $slug) { state youSaid weDid viewCount action { proofUrl } decision { alternatives } } }",
            new { slug = loop.Slug });
        entry["entryBySlug"]!["state"]!.GetValue<string>().ShouldBe("WE_DID");
        entry["entryBySlug"]!["viewCount"].ShouldBeNull("one view is too few to be counted in public");

        var metrics = await officer.GraphQL.DataAsync(
            "query($id: ID!) { engagementMetrics(consultationId: $id) { responses views viewsCoded responsesByChannel { channel count } } }",
            new { id = consultation.Id });
        metrics["engagementMetrics"]!.ToJsonString().ShouldBe(
            """{"responses":1,"views":1,"viewsCoded":1,"responsesByChannel":[{"channel":"API","count":1}]}""");
    }

    [Fact]
    public async Task The_page_and_the_api_see_a_response_at_once_and_the_words_lie_sealed_in_the_log()
    {
        var officer = new Officer(_platform);
        var consultation = await officer.OpenConsultationAsync(Today);
        await Submissions.SendAsync(_platform.GraphQL(), consultation.WaveId, "key-1", "Marked-words-of-a-parent");

        await using var source = Npgsql.NpgsqlDataSource.Create(_platform.ConnectionString);
        await using var search = source.CreateCommand("select count(*) from mt_events where data::text like '%Marked-words%'");
        (await search.ExecuteScalarAsync()).ShouldBe(0L);
    }

    private Task<IReadOnlyList<string>> StepsAsync(JsonObject receipt) => Tracking.StepsAsync(_platform.GraphQL(), receipt);
}
