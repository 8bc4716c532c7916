using System.Text.Json.Nodes;
using Engagement.Api.Authorization;
using Engagement.Common;
using Engagement.Feedback;
using Engagement.Participants;
using EventStore;
using GraphQL.Data;
using Microsoft.Extensions.DependencyInjection;
using Tests.Shared.Hosting;

namespace Engagement.Host.Tests;

/// <summary>Views, themes, loops, entries and their figures, as clients of GraphQL work with them: nothing else is needed.</summary>
public sealed class FromWordsToProof(FromWordsToProof.Given given) : IClassFixture<FromWordsToProof.Given>
{
    private const string Thanet = "E07000114";

    private GraphQLClient Officer => given.Officer.GraphQL;

    private GraphQLClient Analyst => given.Platform.GraphQL(Roles.Analyst);

    private GraphQLClient Pact => given.Platform.GraphQL(Roles.PactRepresentative);

    private GraphQLClient Anybody => given.Platform.GraphQL();

    private static DateOnly Today => global::Tests.Shared.Hosting.Officer.Today;

    [Fact]
    public async Task Views_are_coded_coded_again_and_their_themes_described_merged_and_split()
    {
        var consultation = await given.OpenAsync("one", "two", "three", "four");
        var views = await ViewsAsync(consultation.Id);
        var (calls, letters) = (await ThemeAsync(consultation.Id, "Calls"), await ThemeAsync(consultation.Id, "Letters"));
        await Analyst.MutateAsync("codeViews", new { themeId = calls, viewIds = views[..3] }, "theme");
        await Analyst.MutateAsync("codeView", new { viewId = views[3], themeId = letters }, "view");
        await Analyst.MutateAsync("uncodeView", new { viewId = views[3], themeId = letters, why = "By mistake" }, "view");
        (await Analyst.RefusedAsync("codeView", new { viewId = views[0], themeId = calls, expectedVersion = 1 })).Code.ShouldBe("STALE_VERSION");
        (await Analyst.RefusedAsync("quoteView", new { viewId = views[0], themeId = calls, quote = "one" })).Code.ShouldBe("QUOTE_NOT_PERMITTED");
        await Analyst.MutateAsync("codeView", new { viewId = views[3], themeId = letters }, "view");

        await Analyst.MutateAsync("describeTheme", new { themeId = calls, definition = "Who to call", exclude = "Letters" }, "theme");
        await Analyst.MutateAsync("linkThemes", new { themeId = calls, otherThemeId = letters, why = "Both are about being told" }, "theme");
        var part = Id(await Analyst.MutateAsync("splitTheme", new { themeId = calls, title = "Evenings", summary = "Calls at night", viewIds = views[..1] }, "theme"));
        await Analyst.MutateAsync("mergeThemes", new { fromIds = new[] { part }, intoId = letters }, "theme");
        await Officer.MutateAsync("shareThemeBack", new { themeId = letters, route = "At a forum", count = 12 }, "theme");
        (await Officer.RefusedAsync("disposeTheme", new { themeId = letters, disposition = "NOT_ACCEPTED" })).Field.ShouldBe("reason");
        await Officer.MutateAsync("disposeTheme", new { themeId = letters, disposition = "NEEDS_MORE_WORK" }, "theme");
        await given.Platform.CatchUpAsync();

        var theme = (await Officer.DataAsync(
            """
            query($id: ID!) { theme(id: $id) {
              viewCount voices { audience ownVoice trend } breakdown(by: MONTH) { cells { key ownVoice } } linkedTo { title } disposition { disposition }
              history { changes { kind from { title } into { title } } todaysThemes { id } } waitingSince firstSaidAt loop { id } } }
            """,
            new { id = letters }))["theme"]!;
        theme["viewCount"]!.GetValue<int>().ShouldBe(2);
        theme["history"]!["changes"]!.AsArray().Select(change => change!["kind"]!.GetValue<string>()).ShouldBe(["LINKED", "SPLIT", "MERGED"]);
        theme["linkedTo"]![0]!["title"]!.GetValue<string>().ShouldBe("Calls");
        theme["waitingSince"].ShouldNotBeNull();
        (await Officer.DataAsync("query($id: ID!) { themes(consultationId: $id) { totalCount nodes { title } } }", new { id = consultation.Id }))["themes"]!["totalCount"]!
            .GetValue<int>().ShouldBe(2, "the part went into another");

        var sample = Id(await Analyst.MutateAsync("drawCodingSample", new { consultationId = consultation.Id, seed = 7, count = 2 }, "codingSample"));
        var next = await Officer.DataAsync("query($id: ID!) { viewToCodeAgain(sampleId: $id) { viewId text } }", new { id = sample });
        next["viewToCodeAgain"]!["text"].ShouldNotBeNull();
        var again = new { sampleId = sample, viewId = next["viewToCodeAgain"]!["viewId"]!.GetValue<string>(), themeIds = new[] { calls, letters } };
        (await Analyst.RefusedAsync("codeAgain", again)).Code.ShouldBe("SAME_CODER");
        var agreement = await Officer.MutateAsync(
            "codeAgain", again, "codingSample", "codedAgain agreement { views disagreements { viewId secondOnly { id } } themes { theme { title } kappa { count } } }");
        agreement["agreement"]!["disagreements"]!.AsArray().ShouldHaveSingleItem()!["secondOnly"]!.AsArray().Count.ShouldBe(1);
        (await LogAsync()).ShouldContain("viewToCodeAgain", "reading it is put on record");
    }

    [Fact]
    public async Task A_promise_is_made_kept_published_told_and_confirmed()
    {
        var consultation = await given.OpenAsync("One person to call");
        var (view, theme) = await given.Officer.CodeNewestViewAsync(consultation.Id);
        var loop = Id(await Officer.MutateAsync("openLoop", new { themeId = theme }, "loop"));
        await Officer.MutateAsync(
            "recordDecision",
            new { loopId = loop, outcome = "WE_WILL", decidedOn = Today, maker = "The board", reasons = "It was asked for", alternatives = "A helpline" },
            "loop");
        await Officer.MutateAsync("makeCommitment", new { loopId = loop, text = "Name a contact", ownerRole = "Head", dueOn = Today.AddDays(10) }, "loop");
        await Officer.MutateAsync(
            "rescheduleCommitment", new { loopId = loop, number = 1, dueOn = Today.AddDays(20), reason = "Two schools need longer" }, "loop");
        (await Officer.RefusedAsync("closeLoop", new { loopId = loop })).Code.ShouldBe("LOOP_NOT_CLOSABLE");

        await Officer.MutateAsync(
            "takeAction",
            new { loopId = loop, whatChanged = "All have one", proofUrl = "https://council.example.test/c", takenOn = Today, delivers = new[] { 1 } },
            "loop");
        var words = new { loopId = loop, youSaid = "You want one person", weDid = "Every school has one", audiences = new[] { "PARENTS_AND_CARERS" } };
        await Officer.MutateAsync("draftEntry", words, "loop");
        var waiting = await Pact.DataAsync("{ entriesToRead(first: 50) { nodes { loopId words { youSaid } approvedBy } } }");
        waiting["entriesToRead"]!["nodes"]!.AsArray().Select(one => one!["loopId"]!.GetValue<string>()).ShouldContain(loop);
        (await Pact.RefusedAsync("approveEntry", new { loopId = loop, reader = "YOUNG_PEOPLE" })).Code.ShouldBe("NOT_YOUR_FAMILIES");
        await Pact.MutateAsync("approveEntry", new { loopId = loop, reader = "PARENT_FORUM" }, "entryToRead", "approvedBy");
        var entry = await Officer.MutateAsync(
            "publishEntry", new { loopId = loop, words.youSaid, words.weDid }, "entry", "id slug audiences theme { id } origin { views }");
        entry["theme"]!["id"]!.GetValue<string>().ShouldBe(theme);
        await given.Platform.CatchUpAsync();

        var receipt = given.Receipts[^1];
        var mine = new { entryId = Id(entry), reference = receipt.Reference, secret = receipt.Secret };
        await Eventually.TrueAsync(async () => (await JourneyAsync(receipt))["answers"]!.AsArray().Any(answer => answer!["isAsked"]!.GetValue<bool>()));
        await Anybody.MutateAsync(
            "giveConfirmation", new { mine.entryId, mine.reference, mine.secret, answer = "NO", comment = "Not at ours" }, "entry", "slug");
        (await Anybody.RefusedAsync("giveConfirmation", new { mine.entryId, mine.reference, secret = "wrong", answer = "YES" })).Code.ShouldBe("RECEIPT_NOT_FOUND");
        await Pact.MutateAsync("giveGroupConfirmation", new { mine.entryId, group = "PARENT_FORUM", answer = "YES" }, "entry", "slug");
        await given.Platform.CatchUpAsync();

        var journey = await JourneyAsync(receipt);
        journey["answers"]!.AsArray().ShouldHaveSingleItem()!["given"]!.GetValue<string>().ShouldBe("NO");
        (await JourneyAsync(receipt, asAt: "2020-01-01T00:00:00Z"))["entries"]!.AsArray().ShouldBeEmpty();
        var comments = await Analyst.DataAsync("query($id: ID!) { confirmationComments(loopId: $id) { nodes { answer text } } }", new { id = loop });
        comments["confirmationComments"]!["nodes"]![0]!["text"]!.GetValue<string>().ShouldBe("Not at ours");
        (await LogAsync()).ShouldContain("confirmationComments", "reading them is put on record");

        var seen = (await Officer.DataAsync(
            """
            query($id: ID!) { loop(id: $id) {
              closedAt told { route count } confirmation { yes no byParentForum needsAttention } conditions { allHold missing }
              commitments { number firstDueOn dueOn deliveredOn isLate loop { id } } words { audiences } } }
            """,
            new { id = loop }))["loop"]!;
        seen["conditions"]!["allHold"]!.GetValue<bool>().ShouldBeTrue();
        seen["closedAt"].ShouldNotBeNull();
        seen["confirmation"]!["needsAttention"]!.GetValue<bool>().ShouldBeTrue();
        (seen["commitments"]![0]!["firstDueOn"]!.GetValue<string>(), seen["commitments"]![0]!["dueOn"]!.GetValue<string>())
            .ShouldBe((IsoDay(Today.AddDays(10)), IsoDay(Today.AddDays(20))));

        var then = await Officer.DataAsync(
            "query($id: ID!, $asAt: DateTime!) { loop(id: $id, asAt: $asAt) { state } theme: loop(id: $id) { openedAt theme { id } } }",
            new { id = loop, asAt = "2020-01-01T00:00:00Z" });
        then["loop"].ShouldBeNull("it had not been opened");
        var opened = await Officer.DataAsync(
            "query($loop: ID!, $theme: ID!, $asAt: DateTime!) { loop(id: $loop, asAt: $asAt) { state decision { maker } commitments { number } } theme(id: $theme, asAt: $asAt) { title } }",
            new { loop, theme, asAt = then["theme"]!["openedAt"]!.GetValue<string>() });
        opened["loop"]!.ToJsonString().ShouldBe("""{"state":"OPENED","decision":null,"commitments":[]}""");
        opened["theme"]!["title"].ShouldNotBeNull();

        var facets = (await Anybody.DataAsync(
            "{ entryFacets(state: WE_DID) { states { state count } audiences { audience count } districts { district count } } entries(state: WE_DID) { totalCount } }"))!;
        facets["entryFacets"]!["states"]!.AsArray().Single(one => one!["state"]!.GetValue<string>() == "WE_DID")!["count"]!.GetValue<int>()
            .ShouldBe(facets["entries"]!["totalCount"]!.GetValue<int>());
        facets["entryFacets"]!["audiences"]!.AsArray().Single(one => one!["audience"]!.GetValue<string>() == "PARENTS_AND_CARERS")!["count"]!.GetValue<int>().ShouldBeGreaterThan(0);

        var changed = await Anybody.DataAsync(
            "query($from: Date!) { entries(state: WE_DID, audience: PARENTS_AND_CARERS, from: $from, words: \"school\") { totalCount nodes { slug decision { reasons } } } }",
            new { from = IsoDay(Today.AddDays(-90)) });
        changed["entries"]!["nodes"]!.AsArray().Select(one => one!["slug"]!.GetValue<string>()).ShouldContain(entry["slug"]!.GetValue<string>());

        await Officer.MutateAsync("reopenDecision", new { loopId = loop, reason = "Families say no" }, "loop");
        var board = await Officer.DataAsync("query($id: ID!) { workbench(first: 20) { nodes { kind title loop { id } theme { id } viewId } } loopCounts(consultationId: $id) { closed byState { state count } } }", new { id = consultation.Id });
        board["workbench"]!["nodes"]!.AsArray().Select(item => (item!["kind"]!.GetValue<string>(), item["loop"]?["id"]!.GetValue<string>()))
            .ShouldContain(("DECISION_REOPENED", loop));
        (await given.Platform.GraphQL(Roles.Analyst).DataAsync("query($id: ID!) { viewJourney(viewId: $id) { steps { kind } entries { slug } themes { id } } }", new { id = view }))
            ["viewJourney"]!["themes"]![0]!["id"]!.GetValue<string>().ShouldBe(theme);
    }

    [Fact]
    public async Task Which_themes_of_a_district_wait_for_an_answer_and_which_promises_are_late_is_one_query()
    {
        var theme = await given.WaitingThemeAsync("Short breaks", daysAgo: 61, Thanet);
        await given.WaitingThemeAsync("Too new", daysAgo: 5, Thanet);
        var late = await given.LateLoopAsync();

        var found = await Analyst.DataAsync(
            """
            query($district: String!) {
              themes(district: $district, answered: false, waitingDays: 60, order: OLDEST) { totalCount nodes { id title waitingSince } }
              commitments(lateOnly: true) { nodes { number ownerRole isLate loop { id theme { title } } } }
            }
            """,
            new { district = Thanet });

        found["themes"]!["nodes"]!.AsArray().ShouldHaveSingleItem()!["id"]!.GetValue<string>().ShouldBe(NodeId.Encode("Theme", theme));
        found["commitments"]!["nodes"]!.AsArray().ShouldHaveSingleItem()!["loop"]!["id"]!.GetValue<string>().ShouldBe(NodeId.Encode("Loop", late));
        var commissioner = await given.Platform.GraphQL(Roles.Commissioner).DataAsync(
            "query($district: String!) { themes(district: $district) { totalCount } }", new { district = Thanet });
        commissioner["themes"]!["totalCount"]!.GetValue<int>().ShouldBe(0, "one view of a place could tell who said it");
    }

    [Fact]
    public async Task Feedback_points_are_recorded_rated_closed_and_counted()
    {
        var month = new DateOnly(Today.Year, Today.Month, 1).AddMonths(-1);
        object Reached(string reference) => new { caseReference = reference, point = 4, reachedOn = IsoDay(month.AddDays(3)) };
        await SucceedAsync(Officer, "recordPointReached", Reached("KCC-1"));
        await SucceedAsync(Officer, "recordPointReached", Reached("KCC-2"));
        await SucceedAsync(Anybody, "giveSatisfaction", new { caseReference = "kcc 1", point = 4, satisfaction = "FULLY_SATISFIED" });
        (await Anybody.RefusedAsync("giveSatisfaction", new { caseReference = "KCC-9", point = 4, satisfaction = "NEITHER" })).Code.ShouldBe("POINT_NOT_REACHED");
        await Analyst.MutateAsync("collateMonth", new { month = IsoDay(month) }, "feedbackPointMonth", "month");
        await SucceedAsync(Anybody, "giveSatisfaction", new { caseReference = "KCC-2", point = 4, satisfaction = "NEITHER" });
        await given.Platform.CatchUpAsync();

        var data = await Analyst.DataAsync(
            """
            query($from: Date!, $to: Date!) {
              feedbackPointMonths(from: $from, to: $from) { hasChangedSince points { point reached rated } collation { collatedAt version } }
              feedbackPointFigures(from: $from, to: $to) { headlineCoverage points { point rated netSatisfaction } }
              engagementMetrics { participation { ratings } }
            }
            """,
            new { from = IsoDay(month), to = IsoDay(Today) });

        var closed = data["feedbackPointMonths"]!.AsArray().ShouldHaveSingleItem()!;
        closed["hasChangedSince"]!.GetValue<bool>().ShouldBeTrue();
        closed["points"]![3]!["rated"]!.GetValue<int>().ShouldBe(1);
        data["feedbackPointFigures"]!["points"]![3]!["rated"]!.GetValue<int>().ShouldBe(2);
        var corrected = await Analyst.MutateAsync(
            "correctCollation", new { month = IsoDay(month), reason = "A late answer" }, "feedbackPointMonth", "points { rated } collation { corrections { reason } }");
        corrected["points"]![3]!["rated"]!.GetValue<int>().ShouldBe(2);
    }

    [Fact]
    public async Task Figures_are_of_any_moment_and_cut_as_one_asks()
    {
        var consultation = await given.OpenAsync("one", "two");
        await given.Platform.CatchUpAsync();
        const string Document =
            """
            query($id: ID!, $asAt: DateTime) {
              engagementMetrics(consultationId: $id, asAt: $asAt) { responses views }
              participation(by: CHANNEL, consultationId: $id, asAt: $asAt) { key figures { responses contributions attendance } }
              viewFigures(by: AUDIENCE, consultationId: $id, asAt: $asAt) { key figures { all unread } }
              loopFigures(consultationId: $id, asAt: $asAt) { loops closure { due share } confirmation { share } }
              timeToDecision(consultationId: $id, asAt: $asAt) { medianDays oldestOpenDays views }
              responseRates(consultationId: $id, asAt: $asAt) { waveId countable percentage }
              consultationOverview(consultationId: $id) { responses unreadViews blocksReport loops { closed } }
            }
            """;

        var now = await Analyst.DataAsync(Document, new { id = consultation.Id });
        var then = await Analyst.DataAsync(Document, new { id = consultation.Id, asAt = "2020-01-01T00:00:00Z" });

        (now["engagementMetrics"]!["responses"]!.GetValue<int>(), then["engagementMetrics"]!["responses"]!.GetValue<int>()).ShouldBe((2, 0));
        now["viewFigures"]![0]!["figures"]!["unread"]!.GetValue<int>().ShouldBe(2);
        now["timeToDecision"]!["views"]!.GetValue<int>().ShouldBe(2);
        now["consultationOverview"]!["unreadViews"]!.GetValue<int>().ShouldBe(2);

        var named = await Analyst.DataAsync(
            "query($id: ID!) { consultation(id: $id) { title } participation(by: CONSULTATION, consultationId: $id) { label } viewFigures(by: CONSULTATION, consultationId: $id) { label } }",
            new { id = consultation.Id });
        var title = named["consultation"]!["title"]!.GetValue<string>();
        (named["participation"]![0]!["label"]!.GetValue<string>(), named["viewFigures"]![0]!["label"]!.GetValue<string>()).ShouldBe((title, title), "a key alone says nothing to anybody");
    }

    /// <summary>However many themes there are, and whatever is asked of each of them.</summary>
    [Fact]
    public async Task A_long_list_with_everything_in_it_takes_as_many_statements_as_a_short_one()
    {
        var consultation = await given.OpenAsync("a", "b", "c", "d");
        foreach (var (view, i) in (await ViewsAsync(consultation.Id)).Select((view, i) => (view, i)))
        {
            var theme = await ThemeAsync(consultation.Id, $"Theme {i}");
            await Analyst.MutateAsync("codeView", new { viewId = view, themeId = theme }, "view");
            await given.Officer.PublishWeWillAsync(theme, Today);
        }

        await given.Platform.CatchUpAsync();
        const string Document =
            """
            query($id: ID!, $first: Int!) {
              themes(consultationId: $id, first: $first) { nodes {
                viewCount firstSaidAt waitingSince voices { ownVoice } district: breakdown(by: DISTRICT) { cells { ownVoice } } history { todaysThemes { title } }
                consultation { title } loop { conditions { missing } commitments { loop { id } } entry { quotes origin { views } theme { title } } } } }
              views(consultationId: $id, first: $first) { nodes { suggestions { theme { title } } themes { title loop { id } } } }
            }
            """;
        Task<int> CountAsync(int first) => Statements.CountAsync(() => Analyst.DataAsync(Document, new { id = consultation.Id, first }));

        await CountAsync(1);
        Statements.ShouldNotGrow(await CountAsync(1), await CountAsync(4));
    }

    [Theory]
    [InlineData("{ themes(after: \"bm90LWEtY3Vyc29y\") { nodes { id } } }", "CURSOR_INVALID")]
    [InlineData("{ commitments(after: \"IjIwMjQtOTktOTlfeF8xIg\") { nodes { number } } }", "CURSOR_INVALID")]
    [InlineData("{ views(after: \"IngiIg\") { nodes { id } } }", "CURSOR_INVALID")]
    [InlineData("{ loops(consultationId: \"bm90aGluZw\") { nodes { id } } }", null)]
    [InlineData("{ themes(consultationId: \"Vmlldzox\", waitingDays: -2147483648, district: \"\\u0000\", words: \"' or (\") { totalCount } }", null)]
    [InlineData("{ themes(waitingDays: 2147483647, words: \"\\u0000 \\\"\", standing: true) { totalCount } }", "")]
    [InlineData("{ views(words: \"(((\\\" or -\", district: \"\\u0000x\") { totalCount } }", "")]
    [InlineData("{ commitments(ownerRole: \"\\u0000\", dueFrom: \"9999-12-31\", dueTo: \"0001-01-01\", first: 50) { totalCount } }", "")]
    [InlineData("{ loops(words: \"(((\\\" or -\", ownerRole: \"\\u0000\") { totalCount } }", "")]
    [InlineData("{ feedbackPointMonths(from: \"9999-12-31\", to: \"9999-12-31\") { month } }", "")]
    [InlineData("{ timeToDecision(asAt: \"9999-12-31T00:00:00Z\", from: \"9999-12-31\") { views } }", "")]
    [InlineData("{ loopFigures(asAt: \"0001-01-01T00:00:00Z\") { loops } }", "")]
    public async Task What_nobody_would_send_is_answered_with_a_code_of_its_own(string document, string? code)
    {
        var answer = await Analyst.SendAsync(document);

        string[] codes = [.. (answer["errors"]?.AsArray() ?? []).Select(error => error!["extensions"]!["code"]!.GetValue<string>())];
        codes.ShouldNotContain("INTERNAL", answer.ToJsonString());
        if (code == "")
            codes.ShouldBeEmpty(answer.ToJsonString());
        else if (code is not null)
            codes.ShouldBe([code]);
        else
            codes.ShouldNotBeEmpty();
    }

    private static string Id(JsonObject thing) => thing["id"]!.GetValue<string>();

    private static string IsoDay(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static async Task SucceedAsync(GraphQLClient client, string mutation, object input)
    {
        var data = await client.DataAsync(
            $"mutation($input: {char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input!) {{ {mutation}(input: $input) {{ success errors {{ ... on Error {{ code }} }} }} }}",
            new { input });
        data[mutation]!["success"]?.GetValue<bool>().ShouldBe(true, data.ToJsonString());
    }

    private async Task<string> ThemeAsync(string consultation, string title) =>
        Id(await Analyst.MutateAsync("openTheme", new { consultationId = consultation, title, summary = $"What people said of {title}" }, "theme"));

    private async Task<string[]> ViewsAsync(string consultation)
    {
        await given.Platform.CatchUpAsync();
        var data = await Analyst.DataAsync("query($id: ID!) { views(consultationId: $id, order: OLDEST) { nodes { id source audience } } }", new { id = consultation });
        return [.. data["views"]!["nodes"]!.AsArray().Select(view => view!["id"]!.GetValue<string>())];
    }

    private async Task<JsonNode> JourneyAsync((string Reference, string Secret) receipt, string? asAt = null)
    {
        var data = await Anybody.DataAsync(
            """
            query($reference: String!, $secret: String!, $asAt: DateTime) { journey(reference: $reference, secret: $secret, asAt: $asAt) {
              entries { slug } answers { entry { id } isAsked given } } }
            """,
            new { reference = receipt.Reference, secret = receipt.Secret, asAt });
        return data["journey"]!;
    }

    private async Task<IReadOnlyList<string>> LogAsync()
    {
        var log = await given.Platform.GraphQL(Roles.PrivacyOfficer).DataAsync("{ accessLog(first: 50) { nodes { purpose } } }");
        return [.. log["accessLog"]!["nodes"]!.AsArray().Select(entry => entry!["purpose"]!.GetValue<string>())];
    }

    /// <summary>One platform for all of them.</summary>
    public sealed class Given : IAsyncLifetime
    {
        private readonly List<(string Reference, string Secret)> _receipts = [];

        internal RunningPlatform Platform { get; private set; } = null!;

        internal Officer Officer { get; private set; } = null!;

        internal IReadOnlyList<(string Reference, string Secret)> Receipts => _receipts;

        public async Task InitializeAsync()
        {
            Platform = await RunningPlatform.StartAsync();
            Officer = new Officer(Platform);
        }

        public async Task DisposeAsync() => await Platform.DisposeAsync();

        /// <summary>A consultation in which these words were said.</summary>
        internal async Task<OpenedConsultation> OpenAsync(params string[] words)
        {
            var consultation = await Officer.OpenConsultationAsync(Today, $"About {words[0]} {Guid.CreateVersion7():N}");
            foreach (var said in words)
            {
                var receipt = await Submissions.SendAsync(Platform.GraphQL(), consultation.WaveId, Guid.CreateVersion7().ToString("N"), said);
                _receipts.Add((receipt["reference"]!.GetValue<string>(), receipt["secret"]!.GetValue<string>()));
            }

            return consultation;
        }

        /// <summary>A standing theme of some time ago, with a view from a district.</summary>
        internal async Task<Guid> WaitingThemeAsync(string title, int daysAgo, string district)
        {
            var then = DateTimeOffset.UtcNow.AddDays(-daysAgo);
            var commands = Platform.Services.GetRequiredService<FeedbackCommands>();
            var theme = await commands.OpenThemeAsync(new OpenTheme(null, title, title), new CommandContext("officer", OccurredAt: then), default);
            var view = Guid.CreateVersion7();
            var (key, keep) = Platform.Services.GetRequiredService<SubjectKeys>().Create(Guid.CreateVersion7());
            await using (var session = Platform.Services.GetRequiredService<DocumentStore>().LightweightSession())
            {
                session.Events.StartStream<View>(
                    view,
                    new ViewCaptured(
                        new ViewSource(ViewSourceKind.ActivityNote, Guid.CreateVersion7(), null),
                        null, key.Seal("Words"), then, Audience.ParentsAndCarers, false, district, null, null));
                session.QueueSqlCommand(keep);
                await session.SaveChangesAsync();
            }

            await commands.CodeViewAsync(new CodeView(view, theme), new CommandContext("officer"), default);
            await Platform.CatchUpAsync();
            return theme;
        }

        /// <summary>A loop whose promise was due a week ago.</summary>
        internal async Task<Guid> LateLoopAsync()
        {
            var commands = Platform.Services.GetRequiredService<FeedbackCommands>();
            var then = new CommandContext("officer", OccurredAt: DateTimeOffset.UtcNow.AddDays(-30));
            var day = Today.AddDays(-30);
            var loop = await commands.OpenLoopAsync(new OpenLoop(await commands.OpenThemeAsync(new OpenTheme(null, "Late", "Late"), then, default)), then, default);
            await commands.RecordDecisionAsync(new RecordDecision(loop, DecisionOutcome.WeWill, day, "Board", "Asked for", "None: it is simple", null), then, default);
            await commands.MakeCommitmentAsync(new MakeCommitment(loop, "Soon", "Head", day.AddDays(23)), then, default);
            return loop;
        }
    }
}
