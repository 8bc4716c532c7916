using System.Net;
using static Engagement.Web.Tests.Pact.PactReplies;
using static Engagement.Web.Tests.Staff.CharterReplies;

namespace Engagement.Web.Tests.Staff;

public sealed class CharterTests
{
    private const string Reader = """ "charter.read" """;
    private const string Commissioner = """ "charter.read", "charter.claim" """;
    private const string Verifier = """ "charter.read", "charter.verify" """;

    [Fact]
    public async Task The_table_says_how_every_principle_stands_at_every_stage_in_words_and_symbols()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync(Address);

        officer.Texts("thead th").ShouldBe(["Principle", "Analyse", "Plan", "Do", "Review"]);
        officer.Texts("tbody tr:first-child td")[0].ShouldBe("◐ Partly: Listen to us, Analyse 2 proposed");
        officer.Texts("tbody tr:nth-child(2) td")[2].ShouldBe("○ None: Let us lead, Do to agree");
        officer.Texts("tbody tr:last-child td").ShouldBe(["Charter not kept", "Not kept so far", "Not begun", "Not begun"]);
        officer.Text("main").ShouldContain("6%: 1 of 16 points, over the 8 cells that apply.");
        officer.Text("main").ShouldContain("The lowest cell: Let us lead, Do.");
        officer.Text("main").ShouldContain("parents and carers and children and young people; Thanet; every phase of education; every kind of need");
        officer.Document.QuerySelector("tbody td a")!.GetAttribute("href").ShouldBe(Cell);
    }

    [Fact]
    public async Task The_list_says_how_far_each_service_is_and_what_waits()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync("/staff/charter?words=contract&stage=plan&show=to-check");

        officer.Texts(".rows__title").ShouldBe(["A new contract for therapies"]);
        officer.Text(".rows__tag").ShouldBe("In Plan");
        officer.Texts(".work__figures dt").ShouldBe(["Score", "To check"]);
        officer.Texts(".work__figures dd")[0].ShouldBe("6%");
        var asked = host.GraphQL.Executed.Last(one => one.Operation == "CommissioningActivities").Variables;
        (asked.GetProperty("words").GetString(), asked.GetProperty("stage").GetString(), asked.GetProperty("toCheck").GetBoolean()).ShouldBe(("contract", "PLAN", true));

        host.GraphQL.Data("CommissioningActivities", List("", 0));
        (await officer.OpenAsync("/staff/charter")).Text(".nothing").ShouldStartWith("Nothing is commissioned yet.");
    }

    [Fact]
    public async Task A_service_is_started_with_whom_it_would_touch()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("StartCommissioning", Refused("startCommissioning", "AFFECTED_PEOPLE_MISSING", "Say which families would be affected", "\"audiences\""));
        using var officer = await host.Visit().OpenAsync("/staff/charter/new");

        await officer.PressAsync("Start it", ("title", "A new contract"), ("service", "therapies"));
        officer.Problems.ShouldBe(["Choose an edition"]);
        await officer.PressAsync("Start it", ("charterEditionId", EditionId));
        officer.Text("#audiences-error").ShouldBe("Error: Say which families would be affected");
        host.GraphQL.Data("StartCommissioning", OfficerReplies.Made("startCommissioning", "commissioningActivity", Id));
        await officer.PressAsync("Start it", ("audiences", "YOUNG_PEOPLE"), ("districts", "E07000114"));

        officer.Text(".done").ShouldStartWith("It is started, and is in Analyse.");
        var sent = host.GraphQL.LastInput("StartCommissioning");
        (sent.GetProperty("title").GetString(), sent.GetProperty("charterEditionId").GetString()).ShouldBe(("A new contract", EditionId));
        sent.GetProperty("people").GetProperty("audiences")[0].GetString().ShouldBe("YOUNG_PEOPLE");
        sent.GetProperty("people").GetProperty("districts")[0].GetString().ShouldBe("E07000114");
    }

    [Fact]
    public async Task A_stage_is_completed_and_the_next_one_begins()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("CompleteStage", Done("completeStage")).Data("EnterStage", Refused("enterStage", "STAGE_SKIPPED", "The next one is Do", "\"stage\""));
        using var officer = await host.Visit().OpenAsync(Address);

        await officer.PressAsync("Complete Plan");
        officer.Text(".done").ShouldBe("The stage is completed.");
        host.GraphQL.LastInput("CompleteStage").GetProperty("expectedVersion").GetInt32().ShouldBe(7);

        host.GraphQL.Data("CommissioningActivity", Page(One(Claim(), stage: "null")));
        await officer.OpenAsync(Address);
        await officer.PressAsync("Begin it");
        officer.Problems.ShouldBe(["Choose a stage"]);
        await officer.PressAsync("Begin it", ("stage", "review"));
        officer.Problems.ShouldBe(["The next one is Do"]);
        host.GraphQL.LastInput("EnterStage").GetProperty("stage").GetString().ShouldBe("REVIEW");
    }

    [Fact]
    public async Task What_is_proposed_says_why_and_is_claimed_with_an_explanation()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("MakeClaim", Refused("makeClaim", "EXPLANATION_MISSING", "Say how this shows that the principle was kept", "\"explanation\""));
        using var officer = await host.Visit().OpenAsync(Cell);
        officer.Text("main").ShouldContain("Why: What families wrote was there. (Rule 1/youth-listen-analyse-topic)");
        officer.Text("main").ShouldContain("These words are ours");

        await officer.OpenAsync(officer.Document.QuerySelectorAll("main a").Single(link => link.TextContent.StartsWith("Claim it", StringComparison.Ordinal)).GetAttribute("href")!);
        await officer.PressAsync("Claim it", ("organisation", "health"));
        officer.Text("#explanation-error").ShouldBe("Error: Say how this shows that the principle was kept");
        host.GraphQL.Data("MakeClaim", Done("makeClaim"));
        await officer.PressAsync("Claim it", ("explanation", "They wrote the questions"));

        officer.Text(".done").ShouldBe("It is claimed, and waits for a representative of families.");
        var sent = host.GraphQL.LastInput("MakeClaim");
        new[] { "principle", "stage", "evidenceKind", "evidenceId", "explanation", "organisation", "rule" }.Select(name => sent.GetProperty(name).GetString())
            .ShouldBe(["listen", "ANALYSE", "ACTIVITY_HELD", "RXZpZDE", "They wrote the questions", "health", "1/youth-listen-analyse-topic"]);
    }

    [Fact]
    public async Task What_is_no_evidence_is_not_taken_with_a_reason()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("RejectEvidence", Done("rejectEvidence"));
        using var officer = await host.Visit().OpenAsync($"{Cell}/reject?{Evidence}");

        await officer.PressAsync("Do not take it", ("reason", "It was about another service"));

        officer.Text(".done").ShouldStartWith("It is not taken, and will not be proposed here again.");
        host.GraphQL.LastInput("RejectEvidence").GetProperty("reason").GetString().ShouldBe("It was about another service");
        officer.Text("details.more:last-of-type").ShouldContain("About another service.");
    }

    [Fact]
    public async Task Other_evidence_is_looked_for_among_all_that_reached_people_who_would_be_affected()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync($"{Cell}/find?words=workshop&kind=activity-held");

        officer.Texts(".rows__title").ShouldBe(["Workshop on waiting"]);
        officer.Text(".rows__note").ShouldBe("An activity was held · 2 March 2026 · parents and carers · co-designing");
        var asked = host.GraphQL.Executed.Last(one => one.Operation == "ClaimableEvidence").Variables;
        (asked.GetProperty("words").GetString(), asked.GetProperty("kind").GetString()).ShouldBe(("workshop", "ACTIVITY_HELD"));
        officer.Document.QuerySelector(".older a")!.GetAttribute("href")!.ShouldContain("words=workshop&kind=activity-held&after=older");
    }

    [Fact]
    public async Task A_representative_accepts_a_claim_or_says_why_not()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("CharterCell", CellOf(One(Claim()), Me(Verifier, "verifier"))).Data("CommissioningActivity", Page(One(Claim()), Me(Verifier, "verifier")))
            .Data("VerifyClaim", Done("verifyClaim"))
            .Data("DisputeClaim", Refused("disputeClaim", "REASON_REQUIRED", "Say why you do not accept this", "\"reason\""));
        using var verifier = await host.Visit().OpenAsync($"{Address}/check");
        verifier.Texts("main h2").ShouldBe(["One claim", "One cell that is said not to apply"]);

        await verifier.OpenAsync(verifier.Document.QuerySelector(".rows__title a")!.GetAttribute("href")!);
        verifier.Text("#organisation").ShouldBe("You speak for Kent PACT.", "there is nothing to choose");
        await verifier.PressAsync("Record it");
        verifier.Problems.ShouldBe(["Say whether you accept it"]);
        await verifier.PressAsync("Record it", ("answer", "no"));
        verifier.Text("#verify-reason-error").ShouldBe("Error: Say why you do not accept this");
        await verifier.PressAsync("Record it", ("answer", "yes"));

        verifier.Text(".done").ShouldStartWith("You accept it.");
        var sent = host.GraphQL.LastInput("VerifyClaim");
        (sent.GetProperty("claimId").GetString(), sent.GetProperty("organisation").GetString()).ShouldBe((ClaimId, "kent-pact"));
    }

    [Fact]
    public async Task Who_claims_is_told_why_there_is_nothing_to_accept()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("CharterCell", CellOf(One(Claim(yours: true)), Me(Commissioner)));
        using var officer = await host.Visit().OpenAsync(ClaimAddress);

        officer.Text("main").ShouldContain("A representative of families says whether they accept it. Nobody else can: those who claim do not judge their own.");
        officer.Document.QuerySelector("[name=answer]").ShouldBeNull();
    }

    [Fact]
    public async Task Whoever_made_a_claim_does_not_look_at_it_and_can_take_it_back()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("CharterCell", CellOf(One(Claim("DISPUTED", "\"Nobody was told\"", "{ \"name\": \"Kent PACT\" }", yours: true)))).Data("WithdrawClaim", Done("withdrawClaim"));
        using var officer = await host.Visit().OpenAsync(ClaimAddress);
        officer.Text("main").ShouldContain("You gave this evidence. Somebody else has to look at it.");
        officer.Text("main").ShouldContain("Disputed because Nobody was told");

        await officer.PressAsync("Take it back", ("reason", "They are right"));

        officer.Text(".done").ShouldBe("The claim is taken back.");
        host.GraphQL.LastInput("WithdrawClaim").GetProperty("reason").GetString().ShouldBe("They are right");
    }

    [Fact]
    public async Task The_account_says_for_whom_somebody_speaks_and_who_speaks_for_nobody_is_told_whom_to_ask()
    {
        await using var host = await StartAsync();
        await SeesAsync(Council, "You speak for Kent County Council. A representative of another organisation looks at it.");
        await SeesAsync("", "Your account does not say for which organisation you speak, so you cannot do this.");

        host.GraphQL.Data("CharterCell", CellOf(One(Claim()), Me(Verifier, "verifier", $"{Council}, {CharterReplies.Pact}")));
        using var verifier = await host.Visit().OpenAsync(ClaimAddress);
        verifier.Text("main").ShouldContain("You speak for Kent County Council too. Somebody of another organisation has to look at this.");
        host.GraphQL.Data("CharterCell", CellOf(One(Claim()), Me(Verifier, "verifier", Health)));
        (await verifier.OpenAsync(ClaimAddress)).Text("main").ShouldContain("Your account does not let you speak for families or young people");
        verifier.Texts("main button").ShouldNotContain("Record it");

        async Task SeesAsync(string organisations, string words)
        {
            host.GraphQL.Data("EvidenceToClaim", ToClaim(Me(Commissioner, organisations: organisations)));
            using var officer = await host.Visit().OpenAsync($"{Cell}/claim?{Evidence}");
            officer.Text("main").ShouldContain(words);
            officer.Document.QuerySelectorAll("#organisation option").ShouldBeEmpty();
            officer.Texts("main button").Contains("Claim it").ShouldBe(organisations.Length > 0);
        }
    }

    [Fact]
    public async Task A_claim_that_somebody_else_changed_comes_back_with_what_was_entered()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("VerifyClaim", Refused("verifyClaim", "STALE_VERSION", "It has changed", "\"expectedVersion\""));
        using var verifier = await host.Visit().OpenAsync(ClaimAddress);

        await verifier.PressAsync("Record it", ("answer", "yes"));

        verifier.Problems.ShouldBe(["It has changed"]);
        verifier.Text(".govuk-inset-text").ShouldStartWith("Somebody changed this while you were here.");
        verifier.Document.QuerySelector("input[name=answer][checked]")!.GetAttribute("value").ShouldBe("yes");
    }

    [Fact]
    public async Task A_cell_does_not_apply_once_a_representative_agrees()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("MarkNotApplicable", Done("markNotApplicable")).Data("AnswerNotApplicable", Done("answerNotApplicable")).Data("MarkApplicable", Done("markApplicable"));
        using var officer = await host.Visit().OpenAsync($"{Address}/cells/lead/plan");
        await officer.PressAsync("Ask a representative to agree", ("reason", "Decided by law"), ("organisation", "health"));
        officer.Text(".done").ShouldStartWith("A representative of families is asked.");
        host.GraphQL.LastInput("MarkNotApplicable").GetProperty("reason").GetString().ShouldBe("Decided by law");

        await officer.OpenAsync($"{Address}/cells/lead/do/agree");
        officer.Heading.ShouldBe("Does “Let us lead” apply at Do?");
        await officer.PressAsync("Record it", ("answer", "yes"));
        officer.Text(".done").ShouldBe("Your answer is recorded.");
        host.GraphQL.LastInput("AnswerNotApplicable").GetProperty("agrees").GetBoolean().ShouldBeTrue();

        await officer.PressAsync("It does apply after all");
        officer.Text(".done").ShouldBe("It counts again.");
    }

    [Fact]
    public async Task What_somebody_has_answered_is_not_asked_again()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("CharterCell", CellOf(One(Claim(), notApplicable: "AGREED")));
        using var verifier = await host.Visit().OpenAsync($"{Address}/cells/lead/do/agree");

        verifier.Heading.ShouldBe("Let us lead");
        verifier.Text(".govuk-inset-text").ShouldContain("A representative of Kent PACT agrees. It does not count.");
    }

    [Fact]
    public async Task Another_edition_says_which_decisions_and_which_cells_change()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync($"{Address}/rescore?edition=RWRpdDI");

        officer.Text(".govuk-list--bullet li").ShouldBe("Analyse: charter kept by What young people expect; charter not kept by What young people expect");
        officer.Text("main").ShouldContain("No principle of the other edition continues “Let us lead”");
        officer.Texts("table")[1].ShouldBe("2 cells stand otherwise Principle Stage As it was By the other edition Listen to us Analyse ◐ Partly ● EvidencedLet us lead Plan New principle ○ None");
        host.GraphQL.Executed.Last(one => one.Operation == "RescoredActivity").Variables.GetProperty("again").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task An_edition_says_what_it_promises_whose_words_those_are_and_who_keeps_to_it()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("SignUpToCharter", Refused("signUpToCharter", "ALREADY_SIGNED_UP", "This group has signed up to this edition", "\"group\""));
        using var officer = await host.Visit().OpenAsync($"/staff/charter/editions/{EditionId}");
        officer.Texts("main h2").ShouldBe(["1. Listen to us", "2. Let us lead", "A group signs up"]);
        officer.Text("main").ShouldContain("The criteria are in our words: the source gives the principle alone.");
        officer.Text("main").ShouldContain("Improvement Board, since 8 September 2024");

        await officer.PressAsync("Record it", ("group", "Improvement Board"));
        officer.Text("#group-error").ShouldBe("Error: This group has signed up to this edition");
        host.GraphQL.Data("SignUpToCharter", Done("signUpToCharter"));
        await officer.PressAsync("Record it", ("group", "Health Board"));
        officer.Text(".done").ShouldBe("The group is recorded.");
    }

    [Fact]
    public async Task An_edition_is_typed_looked_at_once_more_and_adopted_with_what_each_principle_continues()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("AdoptCharterEdition", OfficerReplies.Made("adoptCharterEdition", "charterEdition", EditionId));
        using var officer = await host.Visit().OpenAsync("/staff/charter/editions/new");

        await officer.PressAsync(
            "Check it", ("before", EditionId), ("charter", "Youth charter"), ("title", "Next edition"), ("from", "2027-01-01"), ("source", "Agreed by the board"), ("words", "Listen to us"));
        officer.Problems.ShouldBe(["Say whose words they are", "Say by what it is seen whether “Listen to us” is kept: below it, a line with a hyphen for each criterion"]);
        await officer.PressAsync("Check it", ("whose", "criteria-ours"), ("words", "Listen to us\n- Each point gets an answer\n• We see what changed\n\nLearn with us\n- We look back together"));

        officer.Text("h1").ShouldBe("Check the edition");
        officer.Texts("main h2").ShouldBe(["1. Listen to us", "2. Learn with us"]);
        officer.Texts("main li").ShouldBe(["Each point gets an answer", "We see what changed", "We look back together"]);
        officer.Document.QuerySelectorAll("input[type=checkbox][checked]").Select(box => $"{box.GetAttribute("name")} {box.GetAttribute("value")}").ShouldBe(["continues-0 listen"]);

        await officer.PressAsync("Change the words");
        officer.Text("#words").ShouldContain("Learn with us");
        await officer.PressAsync("Check it");
        await officer.PressAsync("Adopt it", ("continues-1", "lead"));

        officer.Text(".done").ShouldBe("The edition is adopted. Record the groups that keep to it.");
        var sent = host.GraphQL.LastInput("AdoptCharterEdition");
        (sent.GetProperty("charterEditionBeforeId").GetString(), sent.GetProperty("from").GetString()).ShouldBe((EditionId, "2027-01-01"));
        var principles = sent.GetProperty("principles");
        // A principle that continues one alone keeps its key, so that the rules of evidence go on.
        principles[0].GetProperty("key").GetString().ShouldBe("listen");
        principles[1].GetProperty("key").GetString().ShouldBe("lead");
        (principles[0].GetProperty("isOurs").GetBoolean(), principles[0].GetProperty("criteria")[1].GetProperty("isOurs").GetBoolean()).ShouldBe((false, true));
        principles[0].GetProperty("criteria")[1].GetProperty("key").GetString().ShouldBe("listen-2");
    }

    [Fact]
    public async Task What_is_refused_of_an_edition_is_mended_where_it_was_typed()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("AdoptCharterEdition", Refused("adoptCharterEdition", "CRITERION_KEYS", "Give each criterion its words", "\"principles\""));
        using var officer = await host.Visit().OpenAsync("/staff/charter/editions/new");

        await officer.PressAsync(
            "Check it", ("charter", "Youth charter"), ("title", "First"), ("from", "2027-01-01"), ("source", "Ours"), ("whose", "ours"), ("words", "Équité!\n- It is seen\nÉquité!\n- It is seen"));
        await officer.PressAsync("Adopt it");

        officer.Text("#words-error").ShouldBe("Error: Give each criterion its words");
        host.GraphQL.LastInput("AdoptCharterEdition").GetProperty("principles").EnumerateArray().Select(one => one.GetProperty("key").GetString()).ShouldBe(["quit", "quit-2"]);

        host.GraphQL.Data("NewEdition", $$"""{ {{Me(Reader, "analyst")}}, "charterEditions": { "nodes": [] } }""");
        (await officer.OpenAsync("/staff/charter/editions/new")).Response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Each_sees_what_is_theirs_to_do()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("CommissioningActivity", Page(One(Claim()), Me(Reader, "analyst"))).Data("CharterCell", CellOf(One(Claim()), Me(Reader, "analyst")));
        using var reader = await host.Visit().OpenAsync(Address);
        reader.Texts("main button").ShouldBe(["Sign out", "Show"]);
        await reader.OpenAsync(Cell);
        reader.Texts("main button").ShouldBe(["Sign out"]);
        reader.Document.QuerySelectorAll("main a").ShouldNotContain(link => link.TextContent.StartsWith("Claim it", StringComparison.Ordinal));
        await reader.OpenAsync(ClaimAddress);
        reader.Texts("main button").ShouldBe(["Sign out"]);

        host.GraphQL.Data("CharterCell", CellOf(One(Claim()), Me(Commissioner)));
        (await reader.OpenAsync($"{Address}/cells/lead/do/agree")).Response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        host.GraphQL.Data("CommissioningActivity", Page(One(Claim()), Me("\"loops.read\"")));
        (await reader.OpenAsync(Address)).Response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        host.GraphQL.Data("CommissioningActivity", Page("null"));
        (await reader.OpenAsync(Address)).Response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await reader.OpenAsync($"{Address}/cells/listen/dance")).Response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_service_is_seen_as_it_was_on_record_on_a_day()
    {
        await using var host = await StartAsync();
        using var reader = await host.Visit().OpenAsync(Address);

        await reader.OpenAsync($"{Address}?asAt=2026-07-31");

        host.GraphQL.Executed.Last(e => e.Operation == "CommissioningActivity").Variables.GetProperty("asAt").GetString().ShouldBe("2026-07-31T23:00:00Z", "midnight in Kent, in summer");
        reader.Text(".govuk-caption-l").ShouldBe("As it was on record at the end of 31 July 2026");
        reader.Document.QuerySelectorAll(".charter-grid a").ShouldBeEmpty("nothing can be done with what was");
        host.GraphQL.Data("CommissioningActivity", Page("null"));
        (await reader.OpenAsync($"{Address}?asAt=2019-01-01")).Heading.ShouldBe("Nothing of this service was on record then");
    }

    [Theory]
    [InlineData("2090-01-01")]
    [InlineData("soon")]
    public async Task A_day_to_come_has_no_record(string day)
    {
        await using var host = await StartAsync();
        using var reader = await host.Visit().OpenAsync($"{Address}?asAt={day}");

        reader.Text(".govuk-error-summary__list").ShouldBe("Choose a day that is today or earlier");
    }

    private static async Task<PagesHost> StartAsync()
    {
        var host = await PagesHost.StartAsync();
        CharterReplies.Set(host.GraphQL);
        return host;
    }
}
