using System.Text.Json.Nodes;
using Engagement.Api.Authorization;
using Npgsql;
using Tests.Shared.Hosting;

namespace Engagement.Host.Tests;

/// <summary>Reading views is itself recorded, whichever way they are read, and the privacy officer sees it.</summary>
public sealed class WhoReadViews : IAsyncLifetime
{
    private const string Views = "query($id: ID!) { views(consultationId: $id) { nodes { id text } edges { node { text } } } }";

    private RunningPlatform _platform = null!;
    private OpenedConsultation _consultation = null!;

    private static DateOnly Today => Officer.Today;

    public async Task InitializeAsync()
    {
        _platform = await RunningPlatform.StartAsync();
        _consultation = await new Officer(_platform).OpenConsultationAsync(Today);
        foreach (var key in new[] { "one", "two", "three" })
            await Submissions.SendAsync(_platform.GraphQL(), _consultation.WaveId, key);
        await _platform.CatchUpAsync();
    }

    public async Task DisposeAsync() => await _platform.DisposeAsync();

    [Fact]
    public async Task A_page_of_views_is_one_entry_with_their_number_and_nothing_of_their_words()
    {
        await _platform.GraphQL(Roles.Analyst).DataAsync(Views, new { id = _consultation.Id });

        var entry = (await LogAsync()).ShouldHaveSingleItem()!;
        entry["role"]!.GetValue<string>().ShouldBe(Roles.Analyst);
        entry["count"]!.GetValue<int>().ShouldBe(3);
        (entry["kind"]!.GetValue<string>(), entry["purpose"]!.GetValue<string>()).ShouldBe(("VIEWS_READ", "views"));
        entry.ToJsonString().ShouldNotContain("quiet room");
    }

    [Fact]
    public async Task Reading_by_id_or_as_the_result_of_a_command_is_recorded_too()
    {
        var analyst = _platform.GraphQL(Roles.Analyst);
        var read = await analyst.DataAsync(Views, new { id = _consultation.Id });
        var view = read["views"]!["nodes"]![0]!["id"]!.GetValue<string>();

        await analyst.DataAsync("query($id: ID!) { node(id: $id) { ... on View { text } } }", new { id = view });
        await analyst.DataAsync("query($id: ID!) { nodes(ids: [$id, $id]) { id } }", new { id = view });
        await analyst.MutateAsync("markViewNotCodable", new { viewId = view, reason = "It makes no point." }, "view", "text");

        (await LogAsync()).Select(entry => (entry!["purpose"]!.GetValue<string>(), entry["count"]!.GetValue<int>()))
            .ShouldBe([("view", 1), ("nodes", 2), ("node", 1), ("views", 3)]);
    }

    [Fact]
    public async Task What_is_refused_or_empty_is_no_reading()
    {
        await _platform.GraphQL(Roles.Commissioner).SendAsync(Views, new { id = _consultation.Id });
        await _platform.GraphQL(Roles.Analyst).DataAsync(
            "query($id: ID!) { views(consultationId: $id, state: WITHDRAWN) { nodes { text } } }", new { id = _consultation.Id });

        (await LogAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_record_nothing_is_shown()
    {
        await using var source = NpgsqlDataSource.Create(_platform.ConnectionString);
        await using var broken = source.CreateCommand("alter table engagement.access_log add constraint none check (count < 0)");
        await broken.ExecuteNonQueryAsync();

        var answer = await _platform.GraphQL(Roles.Analyst).SendAsync(Views, new { id = _consultation.Id });

        answer["errors"]!.AsArray().ShouldNotBeEmpty();
        answer["data"]?["views"].ShouldBeNull();
        answer.ToJsonString().ShouldNotContain("quiet room");
    }

    private async Task<JsonArray> LogAsync()
    {
        var log = await _platform.GraphQL(Roles.PrivacyOfficer).DataAsync("{ accessLog(first: 20) { nodes { kind at role actor { id } consultation { id } count purpose } totalCount } }");
        return log["accessLog"]!["nodes"]!.AsArray();
    }
}
