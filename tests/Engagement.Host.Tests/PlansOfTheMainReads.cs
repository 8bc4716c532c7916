using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Engagement.Api.Authorization;
using Engagement.Seeder;
using Npgsql;
using Tests.Shared.Hosting;

namespace Engagement.Host.Tests;

/// <summary>
/// What grows with the number of people is read by an index. The statements are those that requests really send; each is planned for any values, by a
/// planner that reads a whole table only where there is no other way.
/// </summary>
public sealed partial class PlansOfTheMainReads : IAsyncLifetime
{
    private static readonly string[] Large =
    [
        "mt_events", "mt_streams", "views", "view_themes", "contributions", "contribution_supports", "acts", "view_facts", "view_codings",
        "view_progress", "counted_responses", "access_log", "subject_keys",
    ];

    private RunningPlatform _platform = null!;

    public async Task InitializeAsync()
    {
        _platform = await RunningPlatform.StartAsync();
        await DemonstrationData.LoadAsync(_platform.Services, DemonstrationProfile.Small);
        await _platform.CatchUpAsync();
    }

    public async Task DisposeAsync() => await _platform.DisposeAsync();

    [Fact]
    public async Task No_list_and_no_lookup_reads_a_whole_table()
    {
        var consultation = (await _platform.GraphQL().DataAsync("{ consultations(first: 1) { nodes { id slug } } }"))["consultations"]!["nodes"]![0]!["id"]!.GetValue<string>();
        (string? Role, string Document)[] reads =
        [
            (null, "{ entries(first: 20) { nodes { slug quotes consultation { title } } } }"),
            (null, "{ forums(first: 3) { nodes { topics(first: 3) { nodes { posts(first: 3) { nodes { text comments(first: 3) { nodes { text } } } } } } } } }"),
            (null, "{ journey(reference: \"AAAA-AAAA\", secret: \"AAAA-AAAA-AAAA-AAAA\") { steps { kind } } }"),
            (Roles.Analyst, $"{{ views(consultationId: \"{consultation}\", first: 20) {{ nodes {{ id text themes {{ title }} }} }} }}"),
            (Roles.Analyst, $"{{ unfinishedViews(consultationId: \"{consultation}\", first: 20) {{ nodes {{ __typename }} }} }}"),
            (Roles.ParticipationOfficer, "{ themes(district: \"E07000114\", waitingDays: 60, first: 20) { nodes { title loop { state } } } }"),
            (Roles.ParticipationOfficer, "{ workbench(first: 20) { nodes { kind } } }"),
            (Roles.Moderator, "{ moderationQueue(first: 20) { nodes { __typename } } }"),
        ];

        var statements = new List<string>();
        foreach (var (role, document) in reads)
            statements.AddRange(await Statements.OfAsync(() => _platform.GraphQL(role).SendAsync(document)));

        statements.Count.ShouldBeGreaterThan(reads.Length);
        (await WholeTablesAsync(statements.Distinct())).ShouldBeEmpty();
    }

    private async Task<List<string>> WholeTablesAsync(IEnumerable<string> statements)
    {
        await using var connection = new NpgsqlConnection(_platform.ConnectionString);
        await connection.OpenAsync();
        await RunAsync("set enable_seqscan = off; set plan_cache_mode = force_generic_plan; set search_path = engagement, public");
        var found = new List<string>();
        foreach (var statement in statements.Where(text => text.TrimStart().StartsWith("select", StringComparison.OrdinalIgnoreCase) && !text.Contains(';', StringComparison.Ordinal)))
        {
            await RunAsync($"prepare asked as {statement}");
            var parameters = Parameters().Matches(statement).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)).DefaultIfEmpty().Max();
            var values = parameters == 0 ? "" : $"({string.Join(", ", Enumerable.Repeat("null", parameters))})";
            await using (var explain = new NpgsqlCommand($"explain (format json) execute asked{values}", connection))
            {
                using var plan = JsonDocument.Parse((string)(await explain.ExecuteScalarAsync())!);
                found.AddRange(ReadWhole(plan.RootElement[0].GetProperty("Plan")).Intersect(Large).Select(table => $"{table}: {statement}"));
            }

            await RunAsync("deallocate asked");
        }

        return found;

        async Task RunAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection) { AllResultTypesAreUnknown = true };
            await command.ExecuteNonQueryAsync();
        }
    }

    private static IEnumerable<string> ReadWhole(JsonElement node)
    {
        if (node.GetProperty("Node Type").GetString() == "Seq Scan")
            yield return node.GetProperty("Relation Name").GetString()!;
        if (!node.TryGetProperty("Plans", out var parts))
            yield break;
        foreach (var table in parts.EnumerateArray().SelectMany(ReadWhole))
            yield return table;
    }

    [GeneratedRegex(@"\$(\d+)")]
    private static partial Regex Parameters();
}
