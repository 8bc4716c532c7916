using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Engagement.AccessLog;
using Engagement.Charter;
using Engagement.Common;
using Engagement.InclusionStatements;
using Engagement.LoggedFeedback;
using Engagement.Measures;
using Engagement.Privacy;
using Engagement.Seeder;
using Engagement.Tests.InclusionStatements;
using Engagement.Tests.Integration;
using EventStore;

namespace Engagement.Tests.EvidencePacks;

public sealed partial class WhatIsInAnEvidencePack : PlatformTest
{
    [Fact]
    public async Task A_claim_leads_to_its_events_and_says_which_kind_of_verifier_accepted_it()
    {
        var (activity, claim) = await Platform.ClaimAsync();

        var pack = await Platform.PackAsync(await PackStory.NowAsync());
        var files = PackStory.FilesOf(pack.Archive);

        var row = files.Table("claims").ShouldHaveSingleItem();
        row["claimId"]!.GetValue<Guid>().ShouldBe(claim);
        (row["state"]!.GetValue<string>(), row["checkedBy"]!.GetValue<string>(), row["checkedFor"]!.GetValue<string>()).ShouldBe(("Verified", "Kent PACT", "Families or young people"));
        var events = files.Table("events");
        row["events"]!.GetValue<string>().ShouldBe("E1 E2 E3");
        events.Select(e => e["type"]!.GetValue<string>()).ShouldBe(["activity_held", "claim_made_v2", "claim_verified"]);
        events[1]["streamId"]!.GetValue<Guid>().ShouldBe(activity);
        foreach (var e in events)
        {
            var position = e["position"]!.GetValue<long>();
            (await Platform.Store.Seals.DigestsAsync([position]))[position].ShouldBe(e["sha256"]!.GetValue<string>());
        }

        files["pack.html"].ShouldContain("Include and accept us");
        files["pack.html"].ShouldContain("● Evidenced, 2");
        files["pack.html"].ShouldContain("aria-labelledby=\"table-claims\" class=\"blocks\"", customMessage: "what is too wide for a page is shown as blocks, each value under its name");
        files["pack.html"].ShouldContain("data-of=\"Claimed by\">Kent County Council<");
    }

    [Fact]
    public async Task The_same_moment_gives_the_same_bytes_also_after_more_has_happened()
    {
        var (activity, claim) = await Platform.ClaimAsync();
        var then = await PackStory.NowAsync();
        var first = await Platform.PackAsync(then);

        await Platform.Get<CharterCommands>().DisputeClaimAsync(new DisputeClaim(activity, claim, "Nobody was told", "kent-pact"), PackStory.Parent, default);
        await Platform.ClaimAsync();
        await Platform.OpenAsync();
        var again = await Platform.PackAsync(then);
        var now = await Platform.PackAsync(await PackStory.NowAsync());

        again.Archive.ShouldBe(first.Archive);
        again.ManifestHash.ShouldBe(first.ManifestHash);
        now.ManifestHash.ShouldNotBe(first.ManifestHash);
        PackStory.FilesOf(now.Archive).Values.ShouldAllBe(content => !content.Contains("Nobody was told", StringComparison.Ordinal), "a representative's own words are not in it");
    }

    [Fact]
    public async Task A_moment_in_the_past_gives_the_state_of_then()
    {
        var (activity, claim) = await Platform.ClaimAsync();
        var then = await PackStory.NowAsync();
        await Platform.Get<CharterCommands>().DisputeClaimAsync(new DisputeClaim(activity, claim, "Nobody was told", "kent-pact"), PackStory.Parent, default);
        var now = await PackStory.NowAsync();

        (await StateAsync(then)).ShouldBe(("Verified", 2));
        (await StateAsync(now)).ShouldBe(("Disputed", 0));
        var reads = Platform.Get<CharterReads>();
        (await reads.FindAsAtAsync(activity, then, default)).ShouldNotBeNull().Claims.ShouldHaveSingleItem().State.ShouldBe(ClaimState.Verified);
        (await reads.FindAsAtAsync(activity, then.AddDays(-1), default)).ShouldBeNull();

        async Task<(string, int)> StateAsync(DateTimeOffset asAt)
        {
            var files = PackStory.FilesOf((await Platform.PackAsync(asAt)).Archive);
            return (files.Table("claims")[0]["state"]!.GetValue<string>(), files.Table("scores")[0]["points"]!.GetValue<int>());
        }
    }

    [Fact]
    public async Task A_moment_before_anything_was_recorded_says_so_first_and_when_the_log_begins()
    {
        await Platform.ClaimAsync();
        var now = await PackStory.NowAsync();

        var before = PackStory.FilesOf((await Platform.PackAsync(now.AddYears(-1))).Archive);
        var after = PackStory.FilesOf((await Platform.PackAsync(now)).Archive);

        var began = await Platform.ScalarAsync<DateTime>("select timestamp from public.mt_events order by seq_id limit 1");
        var page = before["pack.html"];
        page.ShouldContain($"Nothing was on record at that moment: the log begins on {LondonCalendar.Text(LondonCalendar.DayOf(new DateTimeOffset(began)))}");
        page.IndexOf("Nothing was on record at that moment", StringComparison.Ordinal).ShouldBeLessThan(page.IndexOf("<dl>", StringComparison.Ordinal));
        before["pack.json"].ShouldContain("\"logBegins\"");
        after["pack.html"].ShouldNotContain("Nothing was on record at that moment");
    }

    [Fact]
    public async Task What_is_deleted_between_two_packs_is_told_by_number_and_the_first_stays_what_it_is()
    {
        await Platform.ClaimAsync();
        await FillSealAsync();
        var (_, wave) = await Platform.OpenAsync();
        foreach (var i in Enumerable.Range(0, 12))
            await Platform.SubmitAsync(wave, $"{i}", "We wait for zqx71");
        await Platform.CatchUpAsync();
        var seal = await SealedAsync();
        var then = await PackStory.NowAsync();
        var first = await Platform.PackAsync(then);

        await Platform.Get<RetentionRun>().ExpireAsync(RecordClasses.WordsOfAnswers, Story.Today.AddYears(6), null, default);
        var second = PackStory.FilesOf((await Platform.PackAsync(await PackStory.NowAsync())).Archive);

        var kept = PackStory.FilesOf(first.Archive);
        kept.Table("deleted").ShouldBeEmpty();
        var row = second.Table("deleted").ShouldHaveSingleItem();
        (row["class"]!.GetValue<string>(), row["records"]!.GetValue<int>()).ShouldBe(("Words of answers and notes", 10), "twelve, rounded");
        (await Platform.PackAsync(then)).Archive.ShouldBe(first.Archive, "made again it is the same");
        kept.ProofsOf().Count.ShouldBe(3);
        kept.ProofsOf().ShouldAllBe(one => InclusionProof.Verify(one.Proof, seal.Hash));
        foreach (var e in kept.Table("events"))
            (await Platform.Store.Seals.DigestsAsync([e["position"]!.GetValue<long>()])).Values.ShouldBe([e["sha256"]!.GetValue<string>()]);
    }

    [Fact]
    public async Task Statements_of_commitment_are_in_it_as_they_stood_then()
    {
        var (document, claim) = await Platform.EvidenceStatementAsync();
        var then = await PackStory.NowAsync();
        await Platform.Get<StatementCommands>().VerifyAsync(new VerifyStatementEvidence(document, claim, "kent-pact"), PackStory.Parent, default);

        (await StandingAsync(then)).ShouldBe(("Claimed", 0, 0));
        (await StandingAsync(await PackStory.NowAsync())).ShouldBe(("Evidenced", 1, 1));

        async Task<(string, int, int)> StandingAsync(DateTimeOffset asAt)
        {
            var files = PackStory.FilesOf((await Platform.PackAsync(asAt)).Archive);
            var (statement, counts) = (files.Table("statements").ShouldHaveSingleItem(), files.Table("statement-documents").ShouldHaveSingleItem());
            return (statement["state"]!.GetValue<string>(), statement["accepted"]!.GetValue<int>(), counts["evidenced"]!.GetValue<int>());
        }
    }

    [Fact]
    public async Task Events_that_were_sealed_by_then_come_with_proofs_that_verify_against_the_seal()
    {
        await Platform.ClaimAsync();
        var before = await PackStory.NowAsync();
        await FillSealAsync();
        var latest = await SealedAsync();
        var after = await PackStory.NowAsync();

        var files = PackStory.FilesOf((await Platform.PackAsync(after)).Archive);

        var proofs = files.ProofsOf();
        proofs.Select(one => one.Event).ShouldBe(["E1", "E2", "E3"]);
        proofs.ShouldAllBe(one => InclusionProof.Verify(one.Proof, latest.Hash));
        files.Table("events").ShouldAllBe(e => e["sealHash"]!.GetValue<string>() == latest.Hash);
        PackStory.FilesOf((await Platform.PackAsync(before)).Archive).ProofsOf().ShouldBeEmpty("no seal had been made by then, and a pack of then must stay the same");
    }

    [Fact]
    public async Task A_pack_of_one_service_holds_only_what_is_about_it()
    {
        var (activity, _) = await Platform.ClaimAsync();
        await Platform.ClaimAsync();
        var now = await PackStory.NowAsync();

        var one = PackStory.FilesOf((await Platform.PackAsync(now, activity)).Archive);
        var all = PackStory.FilesOf((await Platform.PackAsync(now)).Archive);

        one.Table("claims").ShouldHaveSingleItem()["activityId"]!.GetValue<Guid>().ShouldBe(activity);
        all.Table("claims").Count.ShouldBe(2);
        one.Keys.ShouldNotContain("csv/measures.csv");
        all.Keys.ShouldContain("csv/measures.csv");
        await Should.ThrowAsync<ThingNotFoundException>(() => Platform.PackAsync(now.AddDays(-1), activity));
    }

    [Fact]
    public async Task Every_file_is_named_by_the_manifest_and_has_its_hash()
    {
        await Platform.ClaimAsync();

        var pack = await Platform.PackAsync(await PackStory.NowAsync());
        var files = PackStory.FilesOf(pack.Archive);

        pack.ManifestHash.ShouldBe(HashOf(files["manifest.json"]));
        var named = System.Text.Json.Nodes.JsonNode.Parse(files["manifest.json"])!["files"]!.AsArray().Select(file => file!["name"]!.GetValue<string>());
        named.ShouldBe(files.Keys.Where(name => name is not ("manifest.json" or "SHA256SUMS")), ignoreOrder: true);
        foreach (var table in files.Keys.Where(name => name.StartsWith("csv/", StringComparison.Ordinal)))
            files["pack.html"].ShouldContain(table, customMessage: "each table says which file is behind it");
    }

    // The demonstration has small groups on purpose.
    [Fact]
    public async Task No_small_number_of_people_is_in_any_of_its_forms()
    {
        await DemonstrationData.LoadAsync(Platform.Services);
        var lastQuarter = Story.Today.AddDays(-100);
        foreach (var i in Enumerable.Range(0, 3))
            await Platform.Get<LogCommands>().LogAsync(new LogFeedback(FeedbackKind.Complaint, "therapies", $"Nobody rang back {i}", lastQuarter, null), Story.Officer, default);

        var files = PackStory.FilesOf((await Platform.PackAsync(await PackStory.NowAsync())).Archive);

        files.Table("complaints")[^1]["complaints"]!.ToString().ShouldBe("[c]");
        var people = files.Table("released-figures").Select(row => row["count"]!.ToString())
            .Concat(files.Table("complaints").SelectMany(row => row.Where(cell => cell.Key != "quarter").Select(cell => cell.Value!.ToString())));
        people.Where(count => count.All(char.IsAsciiDigit)).Select(count => int.Parse(count, CultureInfo.InvariantCulture)).ShouldAllBe(count => count % 5 == 0 && (count == 0 || count >= 10));
        files.Table("measure-periods").ShouldAllBe(row => row["base"] == null || !Digit().IsMatch(row["base"]!.ToString().Replace("30", "", StringComparison.Ordinal)));
        files.Values.ShouldAllBe(content => !content.Contains("Nobody rang back", StringComparison.Ordinal), "what families said is in none of them");
    }

    [Fact]
    public async Task The_page_says_of_each_table_what_it_is_and_needs_nothing_but_itself()
    {
        await DemonstrationData.LoadAsync(Platform.Services);

        var html = PackStory.FilesOf((await Platform.PackAsync(await PackStory.NowAsync())).Archive)["pack.html"];

        foreach (var part in new[] { "charter", "statements", "loops", "participation", "measures", "actions", "governance", "complaints", "deleted", "proofs", "files", "check" })
            html.ShouldContain($"<section id=\"{part}\"");
        // Each part is folded away under its head, also where there is no script, and the beginning is not.
        html.Split("<details>").Length.ShouldBe(13);
        html.IndexOf("<details", StringComparison.Ordinal).ShouldBeGreaterThan(html.IndexOf("<nav aria-label=\"Contents\">", StringComparison.Ordinal));
        html.ShouldContain("<section id=\"charter\" aria-labelledby=\"charter-title\">\n<details>\n<summary><h2 id=\"charter-title\">");
        html.ShouldContain("details::details-content { content-visibility: visible");
        html.ShouldNotContain("<script");
        html.ShouldNotContain("src=");
        html.ShouldContain("default-src 'none'");
        html.ShouldContain("@page { size: A4 landscape");
        html.ShouldContain("thead { display: table-header-group; }");
    }

    [Fact]
    public async Task The_first_page_says_whose_it_is_what_for_and_as_at_when()
    {
        await Platform.ClaimAsync();
        var asAt = await PackStory.NowAsync();

        var html = PackStory.FilesOf((await Platform.PackAsync(asAt)).Archive)["pack.html"];

        var first = html[..html.IndexOf("<h2", StringComparison.Ordinal)];
        first.ShouldContain("Kent County Council and its partners: special educational needs and disabilities");
        first.ShouldContain("An inspection of the whole partnership");
        first.ShouldContain($"{LondonCalendar.Text(LondonCalendar.DayOf(asAt))}, {LondonCalendar.TimeText(asAt)} (London)");
        first.ShouldContain("<dt>Made</dt>");
        html.ShouldNotContain("made up");
    }

    [Fact]
    public async Task What_is_made_up_says_so_on_the_page_on_every_sheet_and_in_the_files()
    {
        var before = await PackStory.NowAsync();
        await DemonstrationData.LoadAsync(Platform.Services);

        var files = PackStory.FilesOf((await Platform.PackAsync(await PackStory.NowAsync())).Archive);

        files["pack.html"].ShouldContain("<aside class=\"demonstration\"");
        files["pack.html"].ShouldContain("@top-left { content: \"Demonstration.");
        files["pack.json"].ShouldContain("\"isDemonstration\": true");
        files["manifest.json"].ShouldContain("\"isDemonstration\": true");
        PackStory.FilesOf((await Platform.PackAsync(before)).Archive)["manifest.json"].ShouldContain("\"isDemonstration\": true", customMessage: "what was recorded by any moment is beside people who are made up");
    }

    [Fact]
    public async Task Its_summary_gives_the_numbers_of_its_parts()
    {
        await DemonstrationData.LoadAsync(Platform.Services);
        var (activity, claim) = await Platform.ClaimAsync();
        await Platform.ClaimAsync();
        await Platform.Get<CharterCommands>().DisputeClaimAsync(new DisputeClaim(activity, claim, "Nobody was told", "kent-pact"), PackStory.Parent, default);
        await Platform.EvidenceStatementAsync();
        await Platform.Get<MeasureCommands>().LoadAsync(new LoadMeasures(), Story.Officer, default);

        var files = PackStory.FilesOf((await Platform.PackAsync(await PackStory.NowAsync())).Archive);

        var (cells, claims) = (files.Table("cells"), files.Table("claims"));
        int Points(int points) => cells.Count(cell => cell["points"]?.GetValue<int>() == points);
        var disputed = With(cells, "state", "Disputed");
        files.Numbers("charter").ShouldBe(
        [
            2, cells.Count(cell => cell["points"] is not null), Points(2), Points(1), disputed, Points(0) - disputed,
            claims.Count, With(claims, "state", "Verified"), With(claims, "state", "Made"), With(claims, "state", "Disputed"), With(claims, "state", "Withdrawn"), With(claims, "state", "Expired"),
        ]);
        files.Numbers("charter").ShouldBe([2, 8, 1, 0, 1, 6, 2, 1, 0, 1, 0, 0], "two services with one principle, each with a claim, of which one is disputed");
        var statements = files.Table("statements");
        files.Numbers("statements").ShouldBe(
            [statements.Count, 1, With(statements, "state", "Evidenced"), With(statements, "state", "Claimed"), With(statements, "state", "Disputed"), With(statements, "state", "None")]);
        var loops = files.Table("loops");
        var figures = files.Table("loop-figures").ToDictionary(row => row["figure"]!.GetValue<string>(), row => row["value"]!.ToString());
        files.Numbers("loops").ShouldBe(
        [
            loops.Count, With(loops, "answer", "We did"), With(loops, "answer", "We will"), With(loops, "answer", "We cannot"), loops.Count(loop => loop["answer"] is null),
            .. new[] { "Due by that day", "Closed of those that were due", "Confirmed" }.Select(figure => int.Parse(figures[figure], CultureInfo.InvariantCulture)),
        ]);
        loops.ShouldContain(loop => loop["answer"] != null);
        var measures = files.Table("measures");
        files.Numbers("measures").ShouldBe(
            [53, .. new[] { "Green", "Amber", "Red", "Query", "Not rated" }.Select(rating => With(measures, "rating", rating)), measures.Count(measure => measure["period"] is null)]);

        static int With(IEnumerable<System.Text.Json.Nodes.JsonObject> rows, string column, string value) => rows.Count(row => row[column]?.ToString() == value);
    }

    [Fact]
    public async Task Scores_are_in_percent_and_what_is_unclear_in_a_measure_is_in_plain_words()
    {
        await Platform.ClaimAsync();
        await Platform.Get<MeasureCommands>().LoadAsync(new LoadMeasures(), Story.Officer, default);

        var files = PackStory.FilesOf((await Platform.PackAsync(await PackStory.NowAsync())).Archive);

        // 2 of the 8 points of one principle at four stages.
        files.Table("scores").ShouldHaveSingleItem()["scorePercentage"]!.GetValue<int>().ShouldBe(25);
        var html = files["pack.html"];
        html.ShouldContain("Score 25%: 2 of 8 points.");
        html.ShouldContain("it sets no targets");
        html.ShouldNotContain("in seed");
        html.ShouldNotContain("count in name");
        html.ShouldContain("aria-labelledby=\"table-measures\" class=\"fixed\"", customMessage: "its columns stand where they stand, also where a value is missing");
    }

    [Fact]
    public async Task Hashes_are_in_the_annexes_only()
    {
        await DemonstrationData.LoadAsync(Platform.Services);
        await Platform.ClaimAsync();
        await FillSealAsync();
        await SealedAsync();

        var html = PackStory.FilesOf((await Platform.PackAsync(await PackStory.NowAsync())).Archive)["pack.html"];

        Hash().Match(html).Index.ShouldBeGreaterThan(html.IndexOf("<section id=\"proofs\"", StringComparison.Ordinal));
        html.ShouldContain("href=\"#E1\"");
        html.ShouldContain("id=\"E1\"");
    }

    private static string HashOf(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));

    // A seal is made when this many events are there, without waiting for its minute.
    private async Task FillSealAsync()
    {
        await using var session = Platform.Store.LightweightSession();
        session.Events.Append(Guid.NewGuid(), [.. Enumerable.Range(0, 1_100).Select(_ => new ViewsRead(null, "analyst", null, 1, "views", null))]);
        await session.SaveChangesAsync(default);
    }

    private async Task<Seal> SealedAsync()
    {
        for (var attempt = 0; attempt < 300; attempt++)
        {
            if (await Platform.Store.Seals.LatestAsync() is { } seal)
                return seal;

            await Task.Delay(100);
        }

        throw new TimeoutException("Nothing was sealed.");
    }

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Hash();

    [GeneratedRegex("[0-9]")]
    private static partial Regex Digit();
}
