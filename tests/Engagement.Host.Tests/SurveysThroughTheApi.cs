using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using GraphQL.Data;
using Tests.Shared.Hosting;

namespace Engagement.Host.Tests;

/// <summary>Consultations, surveys, paper and published figures as clients of the API work with them, from the first draft to the last figure.</summary>
public sealed class SurveysThroughTheApi(SurveysThroughTheApi.Given given) : IClassFixture<SurveysThroughTheApi.Given>
{
    private const string Tables =
        "tables { name columns { total treatWithCaution } rows { key cells { count percentage withheld } } total refused }";

    private static DateOnly Today => global::Tests.Shared.Hosting.Officer.Today;

    private GraphQLClient Officer => given.Platform.GraphQL("participation-officer");

    private GraphQLClient Analyst => given.Platform.GraphQL("analyst");

    private GraphQLClient Anybody => given.Platform.GraphQL();

    [Fact]
    public async Task A_consultation_is_prepared_opened_paused_given_back_its_days_and_withdrawn()
    {
        var id = await new Officer(given.Platform).DraftCompleteAsync(Today, "A quieter dining hall");
        await Officer.MutateAsync("chooseAudiences", new { consultationId = id, audiences = new[] { "STAFF", "ORGANISATIONS" } }, "consultation");
        await Officer.MutateAsync(
            "recordOptionRejected", new { consultationId = id, option = "Two sittings", reason = "There is no time for them" }, "consultation");
        await Officer.MutateAsync("openConsultation", new { consultationId = id, opensOn = Today, closesOn = Today.AddDays(56) }, "consultation");
        await Officer.MutateAsync("pauseConsultation", new { consultationId = id, reason = "A page was missing" }, "consultation");

        var paused = await Anybody.DataAsync("query($id: ID!) { consultation(id: $id) { state pausedBecause } }", new { id });
        paused["consultation"]!.ToJsonString().ShouldBe("""{"state":"PAUSED","pausedBecause":"A page was missing"}""");

        await Officer.MutateAsync("resumeConsultation", new { consultationId = id, closesOn = Today.AddDays(57) }, "consultation");
        await Officer.MutateAsync("extendClosingDate", new { consultationId = id, closesOn = Today.AddDays(60), reason = "For those who were away" }, "consultation");
        await Officer.MutateAsync(
            "correctClosingDate", new { consultationId = id, closesOn = Today.AddDays(61), reason = "Misprinted", source = "The letter" }, "consultation");
        (await Officer.RefusedAsync("acceptLateSubmissions", new { consultationId = id, until = Today.AddDays(70), forWhom = "Forms in the post", reason = "A strike" }))
            .Code.ShouldBe("NOT_CLOSED");
        (await Officer.RefusedAsync("publishReport", new { consultationId = id, url = "https://council.example.test/report" })).Code.ShouldBe("NOT_CLOSED");
        var seen = await Anybody.DataAsync(
            "query($id: ID!) { consultation(id: $id) { audiences optionsRejected { option } closingDateChanges { was source } } }", new { id });
        seen["consultation"]!["audiences"]!.ToJsonString().ShouldBe("""["ORGANISATIONS","STAFF"]""");
        seen["consultation"]!["optionsRejected"]!.ToJsonString().ShouldBe("""[{"option":"Two sittings"}]""");
        seen["consultation"]!["closingDateChanges"]!.AsArray().Select(change => (string?)change!["source"]).ShouldBe([null, null, "The letter"]);

        await Officer.MutateAsync("withdrawConsultation", new { consultationId = id, reason = "The hall burnt down" }, "consultation");
        var found = await Anybody.DataAsync(
            """{ consultations(search: "dining HALL", audience: STAFF, state: WITHDRAWN) { totalCount nodes { withdrawnBecause } } }""");
        found["consultations"]!.ToJsonString().ShouldBe("""{"totalCount":1,"nodes":[{"withdrawnBecause":"The hall burnt down"}]}""");
    }

    [Fact]
    public async Task What_somebody_sent_while_signed_in_is_there_for_them_with_its_state_and_for_nobody_else()
    {
        const string Mine = "{ me { journeys(first: 1) { nodes { reference submittedAt reached next steps { kind at } consultation { title } answers { isAsked } } pageInfo { hasNextPage endCursor } } } }";
        var (parent, other) = (given.Platform.GraphQL("parent-or-carer/journeys"), given.Platform.GraphQL("parent-or-carer/nobody"));
        var officer = new Officer(given.Platform);
        var (first, second) = (await officer.OpenConsultationAsync(Today), await officer.OpenConsultationAsync(Today));
        await Submissions.SendAsync(parent, first.WaveId, "mine");
        var last = await Submissions.SendAsync(parent, second.WaveId, "mine too");

        var page = (await parent.DataAsync(Mine))["me"]!["journeys"]!;
        page["nodes"]![0]!["reference"]!.GetValue<string>().ShouldBe(last["reference"]!.GetValue<string>());
        (page["nodes"]![0]!["reached"]!.GetValue<string>(), page["nodes"]![0]!["next"]!.GetValue<string>()).ShouldBe(("RECEIVED", "READ"));
        page["pageInfo"]!["hasNextPage"]!.GetValue<bool>().ShouldBeTrue();
        var rest = await parent.DataAsync(
            "query($after: String!) { me { journeys(first: 5, after: $after) { nodes { reference } } } }", new { after = page["pageInfo"]!["endCursor"]!.GetValue<string>() });
        rest["me"]!["journeys"]!["nodes"]!.AsArray().ShouldHaveSingleItem();
        (await other.DataAsync(Mine))["me"]!["journeys"]!["nodes"]!.AsArray().ShouldBeEmpty();
        (await Anybody.DataAsync(Mine))["me"]!["journeys"]!["nodes"]!.AsArray().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("NEWEST", "Third", "Second", "First")]
    [InlineData("OPENS", "Second", "Third", "First")]
    [InlineData("CLOSES", "First", "Third", "Second")]
    public async Task Consultations_are_read_in_an_order_page_by_page(string order, params string[] expected)
    {
        var titles = new List<string>();
        string? after = null;
        do
        {
            var page = await Anybody.DataAsync(
                $$"""query($after: String) { consultations(search: "in the order", order: {{order}}, first: 1, after: $after) { nodes { title } pageInfo { hasNextPage endCursor } } }""",
                new { after });
            titles.AddRange(page["consultations"]!["nodes"]!.AsArray().Select(node => node!["title"]!.GetValue<string>().Split(' ')[0]));
            after = page["consultations"]!["pageInfo"]!["hasNextPage"]!.GetValue<bool>() ? page["consultations"]!["pageInfo"]!["endCursor"]!.GetValue<string>() : null;
        }
        while (after is not null);

        titles.ShouldBe(expected);
    }

    [Fact]
    public async Task A_client_can_show_a_whole_survey_in_each_form_it_is_offered_in()
    {
        var instrument = await BuildSurveyAsync();
        await WriteAsync("EASY_READ", "en", [
            new { key = "school", text = "About school", hint = (string?)null, options = Array.Empty<object>(), scale = (string?)null, symbol = "school" },
            new { key = "safe", text = "My child is safe", hint = (string?)null, options = Array.Empty<object>(), scale = (string?)"agreement-3-easy-read", symbol = "safe", optionSymbols = new[] { new { key = "not-sure", symbol = "not-sure" } } },
            new { key = "kind", text = "What kind of school?", hint = (string?)null, options = Array.Empty<object>(), scale = (string?)null },
            new { key = "days", text = "How many days?", hint = (string?)null, options = Array.Empty<object>(), scale = (string?)null },
        ]);
        var own = await Officer.RefusedAsync("approveRendition", Approval());
        await given.Platform.GraphQL("participation-officer/2").MutateAsync("approveRendition", Approval(), "instrument");
        await Officer.MutateAsync("publishInstrumentVersion", new { instrumentId = instrument }, "instrument");
        var wave = await RunAsync(instrument, "Parents, this term");

        var shown = await Anybody.DataAsync(
            """
            query($id: ID!) { wave(id: $id) { offeredIn { kind language }
              standard: questionnaire { ...all } easy: questionnaire(rendition: EASY_READ) { ...all } none: questionnaire(rendition: TRANSLATION, language: "pa") { ...all } } }
            fragment all on Questionnaire {
              sections { key title symbol shownWhen { questionKey anyOf } }
              questions { key kind text section optional scale { key } shownWhen { questionKey anyOf } range { least most wholeNumbers } options { key isOtherAnswer } symbol optionSymbols { key symbol } } }
            """,
            new { id = wave });

        own.Code.ShouldBe("APPROVER_IS_AUTHOR");
        var (standard, easy) = (shown["wave"]!["standard"]!, shown["wave"]!["easy"]!);
        shown["wave"]!["none"].ShouldBeNull();
        shown["wave"]!["offeredIn"]!.ToJsonString().ShouldBe("""[{"kind":"STANDARD","language":"en"},{"kind":"EASY_READ","language":"en"}]""");
        standard["sections"]!.ToJsonString().ShouldBe("""[{"key":"school","title":"School","symbol":null,"shownWhen":[]}]""");
        standard["questions"]!.AsArray().Select(question => question!["key"]!.GetValue<string>()).ShouldBe(["safe", "kind", "days"]);
        standard["questions"]![0]!["options"]!.AsArray()[^1]!.ToJsonString().ShouldBe("""{"key":"not-sure","isOtherAnswer":true}""");
        standard["questions"]![2]!.ToJsonString().ShouldBe(
            """{"key":"days","kind":"NUMBER","text":"How many days a week?","section":"school","optional":true,"scale":null,"shownWhen":[{"questionKey":"kind","anyOf":["special"]}],"range":{"least":0,"most":5,"wholeNumbers":true},"options":[],"symbol":null,"optionSymbols":[]}""");
        easy["sections"]![0]!["symbol"]!.GetValue<string>().ShouldBe("school");
        easy["questions"]![0]!["symbol"]!.GetValue<string>().ShouldBe("safe");
        easy["questions"]![0]!["optionSymbols"]!.ToJsonString().ShouldBe("""[{"key":"not-sure","symbol":"not-sure"}]""");
        (easy["questions"]![0]!["scale"]!["key"]!.GetValue<string>(), easy["questions"]![0]!["text"]!.GetValue<string>())
            .ShouldBe(("agreement-3-easy-read", "My child is safe"));

        object Approval() => new { instrumentId = instrument, rendition = new { kind = "EASY_READ", language = "en" }, instrumentVersion = 1, approvedByRole = "Reader" };

        Task WriteAsync(string kind, string language, object[] items) => Officer.MutateAsync(
            "writeRendition", new { instrumentId = instrument, rendition = new { kind, language }, instrumentVersion = 1, items }, "instrument");
    }

    [Fact]
    public async Task A_new_version_is_edited_beside_the_one_that_people_answer()
    {
        var instrument = await BuildSurveyAsync();
        await Officer.MutateAsync("publishInstrumentVersion", new { instrumentId = instrument }, "instrument");
        (await Officer.RefusedAsync("removeQuestion", new { instrumentId = instrument, key = "days" })).Message
            .ShouldBe("This survey is open. Make a new version for the next wave");

        await Officer.MutateAsync("draftInstrumentVersion", new { instrumentId = instrument }, "instrument");
        await Officer.MutateAsync("changeQuestion", new
        {
            instrumentId = instrument,
            key = "days",
            kind = "NUMBER",
            text = "On how many days?",
            optional = true,
            section = "school",
            range = new { least = 0, most = 7, wholeNumbers = true },
        }, "instrument");
        var draft = await DraftAsync();
        await Officer.MutateAsync("declareContinuity", new { instrumentId = instrument, key = "days", continuity = "NOT_COMPARABLE" }, "instrument");
        await Officer.MutateAsync("publishInstrumentVersion", new { instrumentId = instrument }, "instrument");

        draft["draft"]!["changes"]!.ToJsonString().ShouldBe("""[{"key":"days","kind":"CHANGED"}]""");
        draft["draft"]!["blocks"]![0]!["message"]!.GetValue<string>().ShouldBe("Say of each changed question whether it still asks the same: days");
        var published = await DraftAsync();
        published["draft"].ShouldBeNull();
        published["versions"]!.AsArray().Select(version => version!["number"]!.GetValue<int>()).ShouldBe([1, 2]);
        var hidden = await Anybody.SendAsync("query($id: ID!) { instrument(id: $id) { title draft { instrumentVersion } } }", new { id = instrument });
        hidden["errors"]![0]!["extensions"]!["code"]!.GetValue<string>().ShouldBe("AUTH_NOT_AUTHENTICATED");

        async Task<JsonNode> DraftAsync() => (await Officer.DataAsync(
            "query($id: ID!) { instrument(id: $id) { versions { number } draft { changes { key kind } blocks { message } } } }", new { id = instrument }))["instrument"]!;
    }

    [Fact]
    public async Task Somebody_without_an_account_comes_back_to_their_answers_with_the_receipt()
    {
        var begun = await Anybody.MutateAsync("saveDraft", Filled("draft", "Something I began"), "receipt", "reference secret");
        var kept = await Anybody.DataAsync(
            "query($reference: String!, $secret: String!) { savedDraft(reference: $reference, secret: $secret) { form { answers { questionKey text } } wave { id } } }", Receipt());
        var sent = await Anybody.MutateAsync("submitResponse", Filled("draft", "What I mean"), "receipt", "reference secret");
        await Anybody.MutateAsync("amendResponse", Amended("What I mean now"), "ownResponse", "amendedAt");
        var own = await OwnAsync();
        var taken = await Anybody.MutateAsync("withdrawResponse", Receipt(), "responseTakenBack", "staysInTotals message response { isWithdrawn }");

        kept["savedDraft"]!["form"]!["answers"]!.AsArray()[^1]!.ToJsonString().ShouldBe("""{"questionKey":"better","text":"Something I began"}""");
        sent.ToJsonString().ShouldBe(begun.ToJsonString(), "the receipt stays the same");
        own!["form"]!["answers"]!.AsArray()[^1]!["text"]!.GetValue<string>().ShouldBe("What I mean now");
        taken.ToJsonString().ShouldBe("""{"staysInTotals":false,"message":null,"response":{"isWithdrawn":true}}""");
        (await Anybody.RefusedAsync("amendResponse", Amended("Once more"))).Code.ShouldBe("RESPONSE_WITHDRAWN");
        (await Anybody.RefusedAsync("withdrawResponse", new { reference = begun["reference"]!.GetValue<string>(), secret = "not the secret" })).Code.ShouldBe("RECEIPT_UNKNOWN");
        (await OwnAsync("not the secret")).ShouldBeNull();

        object Receipt() => new { reference = begun["reference"]!.GetValue<string>(), secret = begun["secret"]!.GetValue<string>() };

        object Filled(string key, string words) => Submissions.Input(given.Consultation.WaveId, key, words);

        object Amended(string words) => new
        {
            reference = begun["reference"]!.GetValue<string>(),
            secret = begun["secret"]!.GetValue<string>(),
            answers = new object[] { new { questionKey = "confident", optionKey = "agree" }, new { questionKey = "phase", optionKey = "primary" }, new { questionKey = "better", text = words } },
        };

        async Task<JsonNode?> OwnAsync(string? secret = null) => (await Anybody.DataAsync(
            "query($reference: String!, $secret: String!) { ownResponse(reference: $reference, secret: $secret) { form { answers { questionKey text } } } }",
            new { reference = begun["reference"]!.GetValue<string>(), secret = secret ?? begun["secret"]!.GetValue<string>() }))["ownResponse"];
    }

    [Fact]
    public async Task Somebody_with_an_account_answers_once_and_an_officer_takes_out_what_does_not_count()
    {
        var parent = given.Platform.GraphQL("parent-or-carer/one-answer");
        var receipt = await Submissions.SendAsync(parent, given.Consultation.WaveId, "account-1");
        (await parent.RefusedAsync("submitResponse", Submissions.Input(given.Consultation.WaveId, "account-2"))).Code.ShouldBe("ALREADY_ANSWERED");

        var found = await Officer.DataAsync(
            "query($reference: String!) { responsesByReference(reference: $reference) { id channel voided wave { id } } }", new { reference = receipt["reference"]!.GetValue<string>() });
        var response = found["responsesByReference"]!.AsArray().ShouldHaveSingleItem()!;
        var voided = await Officer.MutateAsync("voidResponse", new { responseId = response["id"]!.GetValue<string>(), reason = "DUPLICATE" }, "response", "voided");

        response["wave"]!["id"]!.GetValue<string>().ShouldBe(given.Consultation.WaveId);
        voided["voided"]!.GetValue<string>().ShouldBe("DUPLICATE");
    }

    [Fact]
    public async Task Forms_on_paper_count_when_two_people_have_typed_them_alike_or_as_a_whole_file()
    {
        var instrument = await BuildSurveyAsync();
        await Officer.MutateAsync("publishInstrumentVersion", new { instrumentId = instrument }, "instrument");
        var wave = await RunAsync(instrument, "On paper");
        var colleague = given.Platform.GraphQL("analyst/second-pair-of-eyes");

        (await KeyAsync(Officer, "agree"))["state"]!.GetValue<string>().ShouldBe("WAITS_FOR_CHECK");
        (await KeyAsync(colleague, "disagree")).ToJsonString().ShouldBe("""{"state":"DIFFERS","differing":["safe"],"reference":null}""");
        var waiting = await Officer.DataAsync(
            "query($id: ID!) { paperForms(waveId: $id) { nodes { formNumber state differing keyedBy { id } } } typist { id } }", new { id = wave });
        waiting["paperForms"]!["nodes"]!.AsArray().ShouldHaveSingleItem()!["keyedBy"]!["id"]!.GetValue<string>().ShouldBe(waiting["typist"]!["id"]!.GetValue<string>());
        (await KeyAsync(colleague, "agree"))["reference"]!.GetValue<string>().ShouldStartWith("SEND-");

        var typist = waiting["typist"]!["id"]!.GetValue<string>();
        var wrong = await ImportAsync($"form,received,safe,kind\nB-1,{Today:yyyy-MM-dd},agree,special\nB-2,{Today:yyyy-MM-dd},perhaps,special\n");
        var right = await ImportAsync($"form,received,safe,kind\nB-1,{Today:yyyy-MM-dd},agree,special\nB-2,{Today:yyyy-MM-dd},disagree,special\n");
        await given.Platform.CatchUpAsync();

        wrong["taken"]!.GetValue<int>().ShouldBe(0);
        wrong["problems"]!.AsArray().ShouldHaveSingleItem()!.ToJsonString().ShouldBe("""{"row":3,"column":"safe","problem":"There is no such answer to this question"}""");
        right["taken"]!.GetValue<int>().ShouldBe(2);
        var results = await Analyst.DataAsync(
            """
            query($id: ID!) { waveResults(waveId: $id) { voice { audience proxy } responses questions { key base options { key count } } }
              resultBreakdown(waveId: $id, questionKey: "safe", by: CHANNEL) { groups table { total } } }
            """,
            new { id = wave });
        var voice = results["waveResults"]!.AsArray().ShouldHaveSingleItem()!;
        (voice["voice"]!["audience"]!.GetValue<string>(), voice["responses"]!.GetValue<int>()).ShouldBe(("PARENTS_AND_CARERS", 3));
        voice["questions"]![0]!["options"]!.AsArray().Where(option => option!["count"]!.GetValue<int>() > 0).Select(option => $"{option!["key"]} {option["count"]}")
            .ShouldBe(["agree 2", "disagree 1"]);
        results["resultBreakdown"]![0]!["table"].ShouldBeNull("three people are too few to be broken down, for officers too");

        Task<JsonObject> KeyAsync(GraphQLClient who, string option) => who.MutateAsync(
            "keyPaperForm",
            new
            {
                waveId = wave,
                formNumber = "A-1",
                receivedOn = Today,
                answers = new object[] { new { questionKey = "safe", optionKey = option }, new { questionKey = "kind", optionKey = "mainstream" } },
            },
            "paperOutcome",
            "state differing reference");

        Task<JsonObject> ImportAsync(string file) => colleague.MutateAsync(
            "importPaperBatch", new { waveId = wave, file, keyedBy = typist }, "batchReport", "taken problems { row column problem }");
    }

    [Fact]
    public async Task Figures_are_drafted_approved_by_another_and_frozen_for_anybody_to_read_and_check()
    {
        var survey = await new Officer(given.Platform).OpenConsultationAsync(Today, "Figures for everybody");
        for (var i = 0; i < 14; i++)
            await Anybody.MutateAsync("submitResponse", Submissions.Input(survey.WaveId, $"figures-{i}", option: i < 2 ? "disagree" : "agree"), "receipt", "reference");
        await given.Platform.CatchUpAsync();

        var subject = new { waveResults = new { waveId = survey.WaveId, crossed = new[] { new { question = "confident", by = "CHANNEL" } } } };
        var draft = await Analyst.MutateAsync("draftRelease", new { title = "What parents said", subject }, "release", "id version state isYourDraft figures subject { wave { id } crossed { by } }");
        var id = draft["id"]!.GetValue<string>();
        var decider = given.Platform.GraphQL("decision-maker");
        var preview = await decider.DataAsync("query($id: ID!) { releasePreview(id: $id) { name rows { key } } }", new { id });
        var before = await Anybody.DataAsync(
            $$"""query($id: ID!, $wave: ID!) { release(id: $id) { id } releases(search: "parents said") { nodes { id } } wave(id: $wave) { releases { id } } }""", new { id, wave = survey.WaveId });
        var early = await decider.RefusedAsync("publishRelease", new { releaseId = id });
        await decider.MutateAsync("approveRelease", new { releaseId = id, expectedVersion = draft["version"]!.GetValue<int>() }, "release");
        await decider.MutateAsync("publishRelease", new { releaseId = id }, "release");

        draft["isYourDraft"]!.GetValue<bool>().ShouldBeTrue();
        draft["figures"].ShouldBeNull();
        draft["subject"]!["crossed"]!.ToJsonString().ShouldBe("""[{"by":"CHANNEL"}]""");
        before.ToJsonString().ShouldBe("""{"release":null,"releases":{"nodes":[]},"wave":{"releases":[]}}""");
        early.Code.ShouldBe("RELEASE_NOT_APPROVED");
        var published = (await Anybody.DataAsync(
            $$"""query($wave: ID!) { wave(id: $wave) { releases { state hash figures policy { name version hideUnder } {{Tables}} } } }""", new { wave = survey.WaveId }))
            ["wave"]!["releases"]!.AsArray().ShouldHaveSingleItem()!;
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(published["figures"]!.GetValue<string>()))).ShouldBe(published["hash"]!.GetValue<string>());
        published["policy"]!["hideUnder"]!.GetValue<int>().ShouldBe(10);
        var confident = published["tables"]!.AsArray().First(table => table!["name"]!.GetValue<string>().EndsWith(" confident", StringComparison.Ordinal))!;
        confident["rows"]!.AsArray().Single(row => row!["key"]!.GetValue<string>() == "disagree")!["cells"]!.ToJsonString()
            .ShouldBe("""[{"count":null,"percentage":null,"withheld":"COUNT"}]""");
        preview["releasePreview"]!.AsArray().Select(table => table!["name"]!.GetValue<string>()).ShouldBe(published["tables"]!.AsArray().Select(table => table!["name"]!.GetValue<string>()));
        var verified = await Analyst.DataAsync("query($id: ID!) { releaseVerification(id: $id) { isUntouched isReproduced } }", new { id });
        verified["releaseVerification"]!.ToJsonString().ShouldBe("""{"isUntouched":true,"isReproduced":true}""");
        (await Analyst.RefusedAsync("draftRelease", new { title = "Again", subject })).Message.ShouldBe("These figures have been released. Say why you revise them");
    }

    [Fact]
    public async Task What_is_nested_takes_as_many_statements_for_many_as_for_one()
    {
        const string Document =
            """
            query($first: Int!) { consultations(first: $first) { nodes { title wave { id } releases { id }
              waves { consultation { title } instrument { title versions { number } } offeredIn { kind } questionnaire { questions { key } } releases { revises { id } } } } } }
            """;
        foreach (var title in new[] { "Nested", "Nested too", "Nested again", "Nested once more" })
            await new Officer(given.Platform).OpenConsultationAsync(Today, title);

        Statements.ShouldNotGrow(await CountAsync(1), await CountAsync(4));

        Task<int> CountAsync(int first) => Statements.CountAsync(() => given.Platform.GraphQL().DataAsync(Document, new { first }));
    }

    [Theory]
    [InlineData("query { consultations(after: \"tampered\") { nodes { id } } }", "CURSOR_INVALID")]
    [InlineData("query { consultations(first: 1, order: CLOSES, last: 1) { nodes { id } } }", "PAGING")]
    [InlineData("query { releases(before: \"x\", last: 1) { nodes { id } } }", "PAGING_BACKWARDS_UNSUPPORTED")]
    [InlineData("query { wave(id: \"{foreign}\") { id } }", "ID")]
    [InlineData("query { release(id: \"nonsense\") { id } }", "ID")]
    [InlineData("query { waveResults(waveId: \"{nothing}\") { responses } }", "NOT_FOUND")]
    [InlineData("query { resultBreakdown(waveId: \"{wave}\", questionKey: \"better\", by: CHANNEL) { groups } }", "QUESTION_NOT_BROKEN_DOWN")]
    [InlineData("query { releaseVerification(id: \"{noRelease}\") { isUntouched } }", "NOT_FOUND")]
    public async Task Bad_input_is_answered_with_what_is_wrong(string document, string code)
    {
        var answer = await Analyst.SendAsync(document
            .Replace("{foreign}", given.Consultation.Id, StringComparison.Ordinal)
            .Replace("{wave}", given.Consultation.WaveId, StringComparison.Ordinal)
            .Replace("{nothing}", NodeId.Encode("Wave", Guid.CreateVersion7()), StringComparison.Ordinal)
            .Replace("{noRelease}", NodeId.Encode("Release", Guid.CreateVersion7()), StringComparison.Ordinal));

        answer["errors"]![0]!["extensions"]!["code"]!.GetValue<string>().ShouldContain(code);
    }

    [Fact]
    public async Task Text_that_is_too_long_and_lists_without_end_are_refused_in_words()
    {
        (await Officer.RefusedAsync("draftInstrument", new { title = new string('a', 301) })).Code.ShouldBe("TEXT_TOO_LONG");
        (await Officer.RefusedAsync("draftInstrument", new { title = "\u0000 \u0001" })).Code.ShouldBe("TITLE_MISSING");
        (await Anybody.RefusedAsync("submitResponse", new
        {
            waveId = given.Consultation.WaveId,
            idempotencyKey = "too-long",
            answers = new object[] { new { questionKey = "confident", optionKey = "agree" }, new { questionKey = "phase", optionKey = "primary" }, new { questionKey = "better", text = new string('a', 5_001) } },
        })).Code.ShouldBe("ANSWER_TOO_LONG");
        (await Analyst.RefusedAsync("loadDenominatorSet", new
        {
            title = "Nobody",
            source = "Nowhere",
            asAt = "2024-06-01",
            reading = "None",
            total = 1,
            groups = Enumerable.Range(0, 501).Select(i => new { dimension = "NEED", key = $"k{i}", count = 0 }),
        })).Code.ShouldBe("TOO_MANY_GROUPS");
    }

    /// <summary>A statement about a section of school, a choice, and a number that is asked after one of the choices.</summary>
    private async Task<string> BuildSurveyAsync()
    {
        var instrument = (await Officer.MutateAsync("draftInstrument", new { title = "School" }, "instrument"))["id"]!.GetValue<string>();
        await Officer.MutateAsync("addSection", new { instrumentId = instrument, key = "school", title = "School" }, "instrument");
        await Officer.MutateAsync("addStatement", new { instrumentId = instrument, key = "safe", text = "My child feels safe at school" }, "instrument");
        await Officer.MutateAsync(
            "addQuestion",
            new
            {
                instrumentId = instrument,
                key = "kind",
                kind = "SINGLE_CHOICE",
                text = "What kind of school is it?",
                section = "school",
                options = new[] { new { key = "mainstream", label = "Mainstream" }, new { key = "special", label = "Special" } },
            },
            "instrument");
        await Officer.MutateAsync(
            "addQuestion",
            new
            {
                instrumentId = instrument,
                key = "days",
                kind = "NUMBER",
                text = "How many days a week?",
                section = "school",
                optional = true,
                range = new { least = 0, most = 5, wholeNumbers = true },
                shownWhen = new[] { new { questionKey = "kind", anyOf = new[] { "special" } } },
            },
            "instrument");
        return instrument;
    }

    /// <summary>Schedules a wave that stands by itself, with its invitations and whom it could have reached, and opens it.</summary>
    private async Task<string> RunAsync(string instrument, string title)
    {
        var set = await Analyst.MutateAsync(
            "loadDenominatorSet",
            new { title, source = "The school census", asAt = "2024-06-01", reading = "With plans", total = 20_000, groups = Array.Empty<object>() },
            "denominatorSet",
            "id");
        var wave = (await Officer.MutateAsync(
            "scheduleWave",
            new { instrumentId = instrument, title, audience = "PARENTS_AND_CARERS", frequency = "TERMLY", opensOn = Today, closesOn = Today.AddDays(20) },
            "scheduledWave",
            "id"))["id"]!.GetValue<string>();
        await Officer.MutateAsync("fixInvitationList", new { waveId = wave, invited = 40, undeliverable = 2 }, "scheduledWave");
        var opened = await Officer.MutateAsync(
            "openScheduledWave",
            new { waveId = wave, denominatorSetId = set["id"]!.GetValue<string>() },
            "scheduledWave",
            "title frequency invitations { invited } denominatorSet { total } wave { state instrumentVersion }");
        opened["wave"]!["state"]!.GetValue<string>().ShouldBe("OPEN");
        opened["denominatorSet"]!["total"]!.GetValue<int>().ShouldBe(20_000);
        await Officer.MutateAsync("extendWave", new { waveId = wave, closesOn = Today.AddDays(25), reason = "It was the holidays" }, "scheduledWave");
        return wave;
    }

    /// <summary>A platform with an open consultation, and three that open and close on other days.</summary>
    public sealed class Given : IAsyncLifetime
    {
        public RunningPlatform Platform { get; private set; } = null!;

        public OpenedConsultation Consultation { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Platform = await RunningPlatform.StartAsync();
            var officer = new Officer(Platform);
            Consultation = await officer.OpenConsultationAsync(Today);
            foreach (var (title, opens, closes) in new[] { ("First", 1, 50), ("Second", 3, 70), ("Third", 2, 60) })
            {
                var id = await officer.DraftCompleteAsync(Today, $"{title} in the order");
                await officer.GraphQL.MutateAsync(
                    "openConsultation", new { consultationId = id, opensOn = Today.AddDays(opens), closesOn = Today.AddDays(closes) }, "consultation");
            }
        }

        public async Task DisposeAsync() => await Platform.DisposeAsync();
    }
}
