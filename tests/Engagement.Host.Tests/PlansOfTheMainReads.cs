using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Engagement.Api.Authorization;
using Engagement.Host.Tests.People;
using Engagement.Seeder;
using Npgsql;
using Tests.Shared.Hosting;

namespace Engagement.Host.Tests;

/// <summary>
/// What grows with the number of people is read by an index. The statements are those that requests really send; each is planned for any values over tables
/// of a county that has talked for years, by the planner as it comes.
/// </summary>
public sealed partial class PlansOfTheMainReads(PlansOfTheMainReads.Given given) : IClassFixture<PlansOfTheMainReads.Given>
{
    private const int Rows = 200_000;

    // Of the tables beside those below: enough for the planner to tell.
    private const int FewerRows = 50_000;

    private static readonly string[] Most = ["mt_events", "views", "contributions"];

    // To sort more than this share of a table is to read the table.
    private const double LargePart = 0.01;

    private static readonly string[] Large =
    [
        "mt_events", "mt_streams", "mt_doc_receipt", "views", "view_themes", "view_facts", "view_codings", "view_progress", "acts", "counted_responses",
        "contributions", "contribution_supports", "access_log", "subject_keys",
    ];

    [Fact]
    public async Task No_list_and_no_lookup_reads_a_whole_table()
    {
        (await given.SizesAsync()).ShouldAllBe(table => table.Rows >= (Most.Contains(table.Name) ? Rows : FewerRows) * 0.95, "or the planner was told nothing");
        var statements = await given.StatementsAsync();

        statements.Count.ShouldBeGreaterThan(20);
        (await WholeTablesAsync(statements)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_index_that_is_missing_is_noticed()
    {
        var statements = await given.StatementsAsync();

        (await WholeTablesAsync(statements, "drop index engagement.views_newest, engagement.views_newest_in_state, engagement.views_oldest")).ShouldContain(found => found.StartsWith("views", StringComparison.Ordinal));
        (await WholeTablesAsync(statements, "drop index engagement.contributions_thread")).ShouldContain(found => found.StartsWith("contributions", StringComparison.Ordinal));
    }

    /// <param name="statements">What was sent.</param>
    /// <param name="damage">What is done to the database first, for as long as this takes.</param>
    private async Task<List<string>> WholeTablesAsync(IEnumerable<string> statements, string? damage = null)
    {
        await using var connection = new NpgsqlConnection(given.Platform.ConnectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();

        // Rows that workers share would be told for each of them.
        await RunAsync("set local plan_cache_mode = force_generic_plan; set local max_parallel_workers_per_gather = 0; set local search_path = engagement, public");
        if (damage is not null)
            await RunAsync(damage);
        var sizes = (await given.SizesAsync()).ToDictionary(table => table.Name, table => (double)table.Rows);
        var found = new List<string>();
        foreach (var statement in statements.Where(IsRead))
        {
            await RunAsync($"prepare asked as {statement}");
            var parameters = Parameters().Matches(statement).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)).DefaultIfEmpty().Max();
            var values = parameters == 0 ? "" : $"({string.Join(", ", Enumerable.Repeat("null", parameters))})";
            await using (var explain = new NpgsqlCommand($"explain (format json) execute asked{values}", connection))
            {
                using var plan = JsonDocument.Parse((string)(await explain.ExecuteScalarAsync())!);
                found.AddRange(ReadWhole(plan.RootElement[0].GetProperty("Plan"), sizes).Select(one => $"{one}: {statement}"));
            }

            await RunAsync("deallocate asked");
        }

        await transaction.RollbackAsync();
        return found;

        async Task RunAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection) { AllResultTypesAreUnknown = true };
            await command.ExecuteNonQueryAsync();
        }
    }

    private static bool IsRead(string statement) =>
        statement.TrimStart().StartsWith("select", StringComparison.OrdinalIgnoreCase) && !statement.Contains(';', StringComparison.Ordinal);

    /// <summary>The large tables that a plan reads whole, or in large part only to sort what it read.</summary>
    private static IEnumerable<string> ReadWhole(JsonElement node, Dictionary<string, double> sizes, bool isSorted = false, bool isCounted = false)
    {
        var kind = node.GetProperty("Node Type").GetString()!;
        if (node.TryGetProperty("Relation Name", out var relation) && sizes.TryGetValue(relation.GetString()!, out var size))
        {
            var rows = node.GetProperty("Plan Rows").GetDouble();
            if (kind == "Seq Scan" || (isSorted && rows > size * LargePart))
                yield return $"{relation.GetString()} by {kind} of {rows} rows{(isSorted ? ", sorted" : "")}";
        }

        if (!node.TryGetProperty("Plans", out var parts))
            yield break;

        // A limit below it leaves a sort little to do, and what is counted is read whatever the order.
        var below = (kind == "Sort" && !isCounted) || (isSorted && kind != "Limit");
        foreach (var table in parts.EnumerateArray().SelectMany(part => ReadWhole(part, sizes, below, isCounted: kind == "Aggregate")))
            yield return table;
    }

    [GeneratedRegex(@"\$(\d+)")]
    private static partial Regex Parameters();

    /// <summary>A platform with the demonstration, a forum that is used, and of everything that grows with people so many rows.</summary>
    public sealed class Given : IAsyncLifetime
    {
        private IReadOnlyList<string>? _statements;

        internal RunningPlatform Platform { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Platform = await RunningPlatform.StartAsync();
            await DemonstrationData.LoadAsync(Platform.Services, DemonstrationProfile.Small);
            var forum = await ForumOfTheCouncil.OpenAsync(Platform);
            var post = await forum.PostShownAsync(null, "A post");
            await forum.PostShownAsync(Roles.ParentOrCarer, "A comment", post);
            await forum.PostAsync(null, "What waits");
            await Platform.GraphQL(Roles.ParentOrCarer).MutateAsync("supportContribution", new { contributionId = post }, "contribution", "id");
            await Platform.GraphQL(Roles.Analyst).DataAsync("{ views(first: 1) { nodes { text } } }");
            await Platform.CatchUpAsync();
            _statements = await AskAsync(forum.Id);
            await MultiplyAsync();
        }

        public async Task DisposeAsync() => await Platform.DisposeAsync();

        internal Task<IReadOnlyList<string>> StatementsAsync() => Task.FromResult(_statements!);

        internal async Task<IReadOnlyList<(string Name, long Rows)>> SizesAsync()
        {
            await using var source = NpgsqlDataSource.Create(Platform.ConnectionString);
            await using var command = source.CreateCommand("select relname, reltuples::bigint from pg_class where relkind = 'r' and relname = any($1)");
            command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = Large });
            await using var rows = await command.ExecuteReaderAsync();
            var sizes = new List<(string, long)>();
            while (await rows.ReadAsync())
                sizes.Add((rows.GetString(0), rows.GetInt64(1)));
            return sizes;
        }

        private async Task<IReadOnlyList<string>> AskAsync(string forum)
        {
            var ids = await Platform.GraphQL(Roles.ParticipationOfficer).DataAsync("{ consultations(first: 1) { nodes { id } } scheduledWaves(first: 1) { nodes { id } } }");
            string Id(string list) => ids[list]!["nodes"]![0]!["id"]!.GetValue<string>();
            var (consultation, wave) = (Id("consultations"), Id("scheduledWaves"));
            const string Page = "nodes { slug quotes consultation { title } }";
            (string? Role, string Document)[] reads =
            [
                (null, $"{{ entries(first: 20) {{ {Page} }} }}"),
                (null, $"{{ entries(first: 20, words: \"school\", state: WE_DID, audience: PARENTS_AND_CARERS, district: \"E07000114\") {{ {Page} }} entryFacets(words: \"school\") {{ states {{ count }} }} }}"),
                (null, "{ forums(first: 3) { nodes { topics(first: 3) { nodes { posts(first: 3) { nodes { text supporters comments(first: 3) { nodes { text } } } } } } } } }"),
                (null, $"{{ transparencyReports(forumId: \"{forum}\", first: 12) {{ nodes {{ month }} }} }}"),
                (null, "{ journey(reference: \"AAAA-AAAA\", secret: \"AAAA-AAAA-AAAA-AAAA\") { steps { kind } } }"),
                (Roles.ParentOrCarer, "{ me { journeys(first: 5) { nodes { reached answers { isAsked } } } } ownContributions(first: 5) { nodes { text } } }"),
                (Roles.Analyst, $"{{ views(consultationId: \"{consultation}\", first: 20) {{ nodes {{ id text themes {{ title }} }} }} }}"),
                (Roles.Analyst, $"{{ views(consultationId: \"{consultation}\", state: CODED, order: OLDEST, first: 20) {{ nodes {{ id }} }} }}"),
                (Roles.Analyst, $"{{ unfinishedViews(consultationId: \"{consultation}\", first: 20) {{ nodes {{ __typename }} }} }}"),
                (Roles.Analyst, $"{{ engagementMetrics(consultationId: \"{consultation}\") {{ __typename }} waveResults(waveId: \"{wave}\") {{ responses }} }}"),
                (Roles.ParticipationOfficer, "{ themes(first: 20) { nodes { title viewCount firstSaidAt loop { state } } } }"),
                (Roles.ParticipationOfficer, "{ workbench(first: 20) { nodes { kind } } }"),
                (Roles.ParticipationOfficer, "{ workbenchGroups(each: 8) { count { count } first { kind } } }"),
                (Roles.Moderator, $"{{ moderationQueue(forumId: \"{forum}\", first: 20) {{ nodes {{ __typename }} }} moderationLedger(forumId: \"{forum}\", first: 20) {{ nodes {{ __typename }} }} }}"),
                (Roles.SafeguardingLead, "{ safeguardingItems(first: 20) { nodes { topic { question } } } safeguardingHolds(first: 20) { nodes { reviewOn } } }"),
                (Roles.PrivacyOfficer, "{ accessLog(first: 20) { nodes { kind consultation { title } } } }"),
            ];

            var statements = new List<string>();
            foreach (var (role, document) in reads)
            {
                statements.AddRange(await Statements.OfAsync(async () =>
                {
                    var answer = await Platform.GraphQL(role).SendAsync(document);
                    answer["errors"].ShouldBeNull($"{document}: {answer["errors"]}");
                }));
            }

            return [.. statements.Distinct()];
        }

        /// <summary>
        /// As many copies of each row as it takes. What is unique is made so for each copy, and ids in the same way everywhere, so that what belonged together
        /// still does; consultations and other ids that many share are new only for each of five parts, as a county has had so many of them.
        /// </summary>
        private async Task MultiplyAsync()
        {
            await using var source = NpgsqlDataSource.Create(Platform.ConnectionString);
            await using var command = source.CreateCommand(
                """
                do $$
                declare
                    named text; definition text; later text[]; copies bigint; there bigint; names text; made text;
                begin
                    set local session_replication_role = replica;
                    set local synchronous_commit = off;
                    set local maintenance_work_mem = '256MB';
                    foreach named in array string_to_array('TABLES', ',') loop
                        execute format('select count(*) from %s', named::regclass) into there;
                        if there = 0 then raise exception 'There is nothing in %', named; end if;
                        copies := ceil(case when named = any(string_to_array('MOST', ',')) then ROWS else FEWER end::numeric / there);

                        -- An index is built faster at the end than row by row.
                        later := array[]::text[];
                        for definition, names in
                            select pg_get_indexdef(i.indexrelid), i.indexrelid::regclass::text from pg_index i where i.indrelid = named::regclass and not i.indisunique
                        loop
                            later := later || definition;
                            execute 'drop index ' || names;
                        end loop;

                        select string_agg(quote_ident(a.attname), ', ' order by a.attnum),
                               string_agg(case
                                   when a.atttypid = 'uuid'::regtype then
                                       format('md5(%1$I::text || %2$s)::uuid', a.attname, case when u.is_unique then 'n' else '(n % 5)' end)
                                   when not u.is_unique then format('%I', a.attname)
                                   when a.atttypid in ('bigint'::regtype, 'integer'::regtype) and u.is_alone then format('%1$I + n * (select max(%1$I) from %2$s)', a.attname, named)
                                   when a.atttypid in ('text'::regtype, 'varchar'::regtype) and u.is_alone then format('%I || n', a.attname)
                                   when a.atttypid = 'bytea'::regtype then format('%I || int8send(n)', a.attname)
                                   else format('%I', a.attname) end, ', ' order by a.attnum)
                        into names, made
                        from pg_attribute a
                        cross join lateral (
                            select coalesce(bool_or(true), false) as is_unique,
                                   coalesce(bool_or(not exists (
                                       select from pg_attribute o where o.attrelid = i.indrelid and o.attnum = any(i.indkey) and o.atttypid = 'uuid'::regtype)), false) as is_alone
                            from pg_index i where i.indrelid = a.attrelid and i.indisunique and a.attnum = any(i.indkey)) u
                        where a.attrelid = named::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = '';
                        execute format('insert into %1$s (%2$s) select %3$s from (select * from %1$s) t cross join generate_series(1, %4$s) n', named, names, made, copies);
                        foreach definition in array later loop
                            execute definition;
                        end loop;
                    end loop;
                end $$;

                -- Of most rows: a small sample would tell the planner something else each time.
                set default_statistics_target = 300;
                analyze;
                reset default_statistics_target;
                """.Replace("TABLES", string.Join(',', Large.Select(Schema)), StringComparison.Ordinal).Replace("MOST", string.Join(',', Most.Select(Schema)), StringComparison.Ordinal).Replace("ROWS", $"{Rows}", StringComparison.Ordinal)
                    .Replace("FEWER", $"{FewerRows}", StringComparison.Ordinal));
            command.CommandTimeout = 300;
            await command.ExecuteNonQueryAsync();
        }

        private static string Schema(string table) => table.StartsWith("mt_", StringComparison.Ordinal) ? $"public.{table}" : $"engagement.{table}";
    }
}
