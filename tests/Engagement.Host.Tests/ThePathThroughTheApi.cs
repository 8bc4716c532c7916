using System.Text.Json.Nodes;
using Engagement.Api.Authorization;
using Tests.Shared.Hosting;

namespace Engagement.Host.Tests;

/// <summary>The whole path as a client of the GraphQL API walks it.</summary>
public sealed class ThePathThroughTheApi : IAsyncLifetime
{
    private RunningPlatform _platform = null!;

    private static DateOnly Today => Officer.Today;

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

    [Fact]
    public async Task A_draft_is_written_anew_until_it_opens_and_keeps_its_address()
    {
        var officer = new Officer(_platform);
        var id = await officer.DraftCompleteAsync(Today);
        const string Read = "query($id: ID!) { node(id: $id) { ... on Consultation { slug title decisionMaker version } } }";
        var before = (await officer.GraphQL.DataAsync(Read, new { id }))["node"]!;

        await officer.GraphQL.MutateAsync("changeConsultationDraft", Changed(before["version"]!.GetValue<int>()), "consultation");

        var after = (await officer.GraphQL.DataAsync(Read, new { id }))["node"]!;
        (after["title"]!.GetValue<string>(), after["decisionMaker"]!.GetValue<string>(), after["slug"]!.GetValue<string>())
            .ShouldBe(("Support at every school", "Cabinet", before["slug"]!.GetValue<string>()));
        await officer.GraphQL.MutateAsync("openConsultation", new { consultationId = id, opensOn = Today, closesOn = Today.AddDays(50) }, "consultation");
        (await officer.GraphQL.RefusedAsync("changeConsultationDraft", Changed(null))).Code.ShouldBe("ALREADY_OPEN");

        object Changed(int? version) => new
        {
            consultationId = id,
            title = "Support at every school",
            ownerRole = "Officer",
            decisionMaker = "Cabinet",
            decisionExpectedOn = Today.AddDays(200),
            audienceIncludesChildren = false,
            expectedVersion = version,
        };
    }

    [Fact]
    public async Task A_theme_is_merged_and_taken_out_again_with_its_views_until_an_answer_is_published()
    {
        var officer = new Officer(_platform);
        var consultation = await officer.OpenConsultationAsync(Today);
        await Submissions.SendAsync(_platform.GraphQL(), consultation.WaveId, "key-1", "One person who calls back.");
        var (_, theme) = await officer.CodeNewestViewAsync(consultation.Id);
        var other = await OpenThemeAsync("Being told");
        var third = await OpenThemeAsync("Letters");

        await officer.GraphQL.MutateAsync("mergeThemes", new { fromIds = new[] { theme }, intoId = other }, "theme");
        (await ReadAsync(theme)).ShouldBe("""{"viewCount":0,"viewsBroughtAlong":1,"mergedInto":{"title":"Being told"}}""");
        await officer.GraphQL.MutateAsync("unmergeTheme", new { themeId = theme, reason = "Calls are not letters" }, "theme");
        (await ReadAsync(theme)).ShouldBe("""{"viewCount":1,"viewsBroughtAlong":null,"mergedInto":null}""");

        await officer.GraphQL.MutateAsync("mergeThemes", new { fromIds = new[] { third }, intoId = theme }, "theme");
        await officer.PublishWeWillAsync(theme, Today);
        (await officer.GraphQL.RefusedAsync("unmergeTheme", new { themeId = third, reason = "Too late" })).Code.ShouldBe("DECISION_PUBLISHED_SINCE");

        async Task<string> OpenThemeAsync(string title) => (await officer.GraphQL.MutateAsync(
            "openTheme", new { consultationId = consultation.Id, title, summary = "A point" }, "theme"))["id"]!.GetValue<string>();

        async Task<string> ReadAsync(string id) => (await officer.GraphQL.DataAsync(
            "query($id: ID!) { theme(id: $id) { viewCount viewsBroughtAlong mergedInto { title } } }", new { id }))["theme"]!.ToJsonString();
    }

    [Fact]
    public async Task Two_who_code_at_one_board_see_what_the_other_has_open_and_nobody_else_does()
    {
        var officer = new Officer(_platform);
        var consultation = await officer.OpenConsultationAsync(Today);
        await Submissions.SendAsync(_platform.GraphQL(), consultation.WaveId, "key-1", "One person who calls back.");
        await _platform.CatchUpAsync();
        var view = (await officer.GraphQL.DataAsync(
            "query($id: ID!) { views(consultationId: $id) { nodes { id } } answeredQuestions(consultationId: $id) { views } }", new { id = consultation.Id }));
        view["answeredQuestions"]!.ToJsonString().ShouldBe("""[{"views":1}]""");
        var id = view["views"]!["nodes"]![0]!["id"]!.GetValue<string>();
        var second = _platform.GraphQL($"{Roles.ParticipationOfficer}/2");

        (await OthersAsync(officer.GraphQL, new { consultationId = consultation.Id, viewId = id })).ShouldBe("[]");
        (await OthersAsync(second, new { consultationId = consultation.Id })).ShouldBe($$"""[{"role":"participation-officer","viewId":"{{id}}"}]""");
        await OthersAsync(officer.GraphQL, new { consultationId = consultation.Id, viewId = id, leaves = true });
        (await OthersAsync(second, new { consultationId = consultation.Id })).ShouldBe("[]");

        static async Task<string> OthersAsync(GraphQLClient by, object input) =>
            (await by.MutateAsync("beAtCodingBoard", input, "codingCompany", "others { role viewId }"))["others"]!.ToJsonString();
    }

    private Task<IReadOnlyList<string>> StepsAsync(JsonObject receipt) => Tracking.StepsAsync(_platform.GraphQL(), receipt);
}
