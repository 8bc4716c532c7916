using System.Net;
using System.Text.Json;

namespace Engagement.Web.Tests.Staff;

public sealed class LoopTests
{
    private const string Address = "/staff/loops/TG9vcDE";

    [Fact]
    public async Task The_board_has_a_column_for_each_state_and_says_what_is_overdue_in_words()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync("/staff/loops");

        officer.Texts(".figures div").ShouldBe(["Open12", "Overdue5", "Somebody is not answered1", "Closed4", "Confirmed by families2"]);
        officer.Texts(".loop-board h2").ShouldBe(
            ["Needs a decision (0)", "Decided (0)", "Promised (9)", "Done, not published (0)", "Published (0)", "Published and told (0)"]);
        officer.Text(".loop-board li").ShouldBe("Letters are hard to follow Overdue since 4 April 2026. Words wait for a reader.");
        officer.Document.QuerySelector(".loop-board__column .rows__note > a")!.GetAttribute("href").ShouldBe("/staff/loops?state=Committed");
        var asked = host.GraphQL.Executed.Last(e => e.Operation == "LoopBoard").Variables;
        (asked.GetProperty("isClosed").GetBoolean(), asked.GetProperty("overdueOnly").GetBoolean()).ShouldBe((false, false));
    }

    [Fact]
    public async Task Hundreds_of_loops_are_a_list_with_pages_and_what_was_looked_for_stays_in_the_address()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync("/staff/loops?state=Committed&which=overdue&words=letters&owner=Head%20of%20Service&consultation=Q29uMQ&order=last");

        var asked = host.GraphQL.Executed.Last(e => e.Operation == "LoopList").Variables;
        asked.GetProperty("state").GetString().ShouldBe("COMMITTED");
        asked.GetProperty("words").GetString().ShouldBe("letters");
        asked.GetProperty("ownerRole").GetString().ShouldBe("Head of Service");
        asked.GetProperty("consultationId").GetString().ShouldBe("Q29uMQ");
        asked.GetProperty("order").GetString().ShouldBe("DUE_LAST");
        asked.GetProperty("overdueOnly").GetBoolean().ShouldBeTrue();
        officer.Text("main h2").ShouldBe("47 loops: promised");
        officer.Texts(".rows .govuk-tag").ShouldBe(["Promised", "Overdue", "Words wait for a reader"]);
        officer.Document.QuerySelector(".older a")!.GetAttribute("href")
            .ShouldBe("/staff/loops?words=letters&consultation=Q29uMQ&state=Committed&which=overdue&owner=Head%20of%20Service&order=last&after=next");
    }

    [Fact]
    public async Task Where_nothing_is_found_it_says_what_to_do()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("LoopList", LoopReplies.List());

        (await host.Visit().OpenAsync("/staff/loops?view=list")).Text(".nothing").ShouldStartWith("There is no open loop. Start one from a theme");
        (await host.Visit().OpenAsync("/staff/loops?view=list&words=x")).Text(".nothing").ShouldStartWith("There is no such loop.");
    }

    [Fact]
    public async Task Promises_are_listed_by_their_day_with_what_was_promised_first()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync("/staff/loops/promises?which=late&from=2026-01-01&to=nonsense");

        var asked = host.GraphQL.Executed.Last(e => e.Operation == "Promises").Variables;
        asked.GetProperty("lateOnly").GetBoolean().ShouldBeTrue();
        asked.GetProperty("dueFrom").GetString().ShouldBe("2026-01-01");
        asked.GetProperty("dueTo").ValueKind.ShouldBe(JsonValueKind.Null, "it is no day");
        officer.Texts(".rows > li .govuk-body").ShouldBe(["Late Was due 30 April 2026 First promised for 31 March 2026", "Kept 2 March 2026"]);
    }

    [Fact]
    public async Task A_loop_offers_the_steps_that_can_come_next_and_only_the_next_is_open()
    {
        await using var host = await StartAsync();
        (await StepsAsync(LoopReplies.Loop())).ShouldBe(["Record the decision*"]);
        (await StepsAsync(LoopReplies.Loop("DECIDED", LoopReplies.WeWill, LoopReplies.NotPromised)))
            .ShouldBe(["Make the promise*", "Record what changed", "Look at the decision again"]);
        (await StepsAsync(LoopReplies.Promised())).ShouldBe(
            ["Make another promise", "Move a promise to another day", "Record what changed", "Publish “you said, we did”*", "Look at the decision again"]);
        (await StepsAsync(LoopReplies.Loop("DECIDED", LoopReplies.WeCannot, LoopReplies.Done)))
            .ShouldBe(["Publish “you said, we did”*", "Look at the decision again"]);

        async Task<IReadOnlyList<string>> StepsAsync(string loop)
        {
            host.GraphQL.Data("Loop", loop);
            using var officer = await host.Visit().OpenAsync(Address);
            return [.. officer.Document.QuerySelectorAll(".loop-step").Select(step => step.QuerySelector("h3")!.TextContent + (step.LocalName == "section" ? "*" : ""))];
        }
    }

    [Fact]
    public async Task The_progress_names_what_is_done_and_what_comes_next()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Loop", LoopReplies.Loop("DECIDED", LoopReplies.WeWill, LoopReplies.NotPromised));
        using var officer = await host.Visit().OpenAsync(Address);

        officer.Texts(".progress li").ShouldBe(
            ["Decision Done", "Promise Next", "What changed Not yet", "Published Not yet", "Families told Not yet", "Closed Not yet"]);
    }

    [Fact]
    public async Task All_that_became_of_the_theme_is_on_the_page_with_its_dates()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Loop", LoopReplies.Loop("TOLD", LoopReplies.WeWill, LoopReplies.Undelivered, $"{LoopReplies.Promise}, {LoopReplies.SecondPromise}", LoopReplies.Action,
            LoopReplies.PublishedWeWill, "\"WE_WILL\"", words: LoopReplies.Words, told: """{ "at": "2026-02-02T09:00:00Z", "count": 12, "route": "tracking page" }""",
            reopened: $$"""{ "reason": "New money.", "reopenedAt": "2026-01-25T09:00:00Z", "decision": {{LoopReplies.WeCannot.Replace("2026-01-29", "2026-01-15", StringComparison.Ordinal)}}, "confirmation": {{LoopReplies.NoAnswers}} }"""));
        using var officer = await host.Visit().OpenAsync(Address);

        officer.Text("main").ShouldContain("Response to the theme: Partly accepted, 20 January 2026. Some letters are set by law.");
        officer.Document.QuerySelector("a[href='/staff/themes/VGgx']").ShouldNotBeNull();
        officer.Texts(".rows__note").ShouldContain("Promise 1. Head of Service. Due by 30 April 2026. First promised for 31 March 2026. Late");
        officer.Text("main").ShouldContain("Last told: 12 people by tracking page, on 2 February 2026");
        officer.Text("main").ShouldContain("It was taken to SEND Improvement Board");
        officer.Document.QuerySelector("[aria-labelledby=history] a")!.GetAttribute("href").ShouldStartWith("/staff/history/", customMessage: "all of it, from the log");
    }

    [Fact]
    public async Task A_decision_is_recorded_with_everything_it_needs()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("RecordDecision", Replies.Done("recordDecision", "loop", "TG9vcDE"))
            .Data("Loop", LoopReplies.Loop(report: """{ "version": 2, "publishedAt": "2026-01-20T09:00:00Z", "url": "https://council.example.test/report" }"""));
        using var officer = await host.Visit().OpenAsync(Address);

        await officer.PressAsync("Record the decision", ("outcome", "WE_WILL"), ("decidedOn", "2026-01-28"), ("maker", "Cabinet Member"),
            ("reasons", "It helps."), ("alternatives", "None, because there is one letter."), ("reportVersionRead", "2"));

        officer.Text(".done").ShouldBe("The decision is recorded.");
        var input = host.GraphQL.LastInput("RecordDecision");
        input.GetProperty("outcome").GetString().ShouldBe("WE_WILL");
        input.GetProperty("decidedOn").GetString().ShouldBe("2026-01-28");
        input.GetProperty("reportVersionRead").GetInt32().ShouldBe(2);
        input.GetProperty("expectedVersion").GetInt32().ShouldBe(5);
        input.GetProperty("idempotencyKey").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task An_empty_decision_is_asked_for_field_by_field()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync(Address);

        await officer.PressAsync("Record the decision", ("decidedOn", "yesterday"));

        officer.Problems.ShouldBe(
        [
            "Choose what was decided", "Enter the day of the decision", "Enter who decided", "Enter the reasons",
            "Enter the other options you considered, or say there were none and why",
        ]);
        foreach (var link in officer.Document.QuerySelectorAll(".govuk-error-summary a"))
            officer.Document.QuerySelector(link.GetAttribute("href")!).ShouldNotBeNull();
        host.GraphQL.Executed.ShouldNotContain(e => e.Operation == "RecordDecision");
    }

    [Fact]
    public async Task A_refusal_stands_at_the_field_of_the_form_that_was_sent()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Loop", LoopReplies.Promised())
            .Data("TakeAction", Replies.Refused("takeAction", "loop", "PROOF_MISSING", "Add what changed.", "proofUrl"));
        using var officer = await host.Visit().OpenAsync(Address);

        await officer.PressAsync("Save what changed", ("whatChanged", "A new first page."), ("proofUrl", "ftp://x"), ("takenOn", "2026-03-02"));

        officer.Text("#action-proofUrl-error").ShouldBe("Error: Add what changed.");
        officer.Document.QuerySelector("#action-proofUrl")!.GetAttribute("value").ShouldBe("ftp://x");
        officer.Text("#action-whatChanged").ShouldBe("A new first page.");
        officer.Text("#commitment-text").ShouldBeEmpty();
        host.GraphQL.LastInput("TakeAction").GetProperty("delivers").ValueKind.ShouldBe(JsonValueKind.Null, "there is one promise, and it is that one");
    }

    [Fact]
    public async Task Where_several_are_promised_it_is_said_which_one_is_kept_and_which_one_moves()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Loop", LoopReplies.Promised($"{LoopReplies.Promise}, {LoopReplies.SecondPromise}"))
            .Data("TakeAction", Replies.Done("takeAction", "loop", "TG9vcDE")).Data("RescheduleCommitment", Replies.Done("rescheduleCommitment", "loop", "TG9vcDE"));
        using var officer = await host.Visit().OpenAsync(Address);

        await officer.PressAsync(
            "Save what changed", ("whatChanged", "A new first page."), ("proofUrl", "https://x.example.test"), ("takenOn", "2026-03-02"), ("delivers", "2"));
        host.GraphQL.LastInput("TakeAction").GetProperty("delivers").EnumerateArray().Select(number => number.GetInt32()).ShouldBe([2]);
        await officer.PressAsync("Save the new date", ("dueOn", "2027-05-01"));
        officer.Problems.ShouldBe(["Choose the promise that moves", "Enter why it moves"]);
        await officer.PressAsync("Save the new date", ("number", "1"), ("dueOn", "2027-05-01"), ("reason", "Empty posts."));

        officer.Text(".done").ShouldBe("The promise has its new date. The first one stays on record.");
        var input = host.GraphQL.LastInput("RescheduleCommitment");
        (input.GetProperty("number").GetInt32(), input.GetProperty("reason").GetString()).ShouldBe((1, "Empty posts."));
    }

    [Fact]
    public async Task A_promise_that_is_kept_is_published_anew_and_not_in_the_old_words()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Loop", LoopReplies.Loop(
            "ACTED", LoopReplies.WeWill, LoopReplies.Done, "", LoopReplies.Action, LoopReplies.PublishedWeWill, "\"WE_WILL\"", words: LoopReplies.Words));
        using var officer = await host.Visit().OpenAsync(Address);

        officer.Texts("section.loop-step h3").ShouldBe(["Publish it again, brought up to date"]);
        officer.Text("#entry-youSaid").ShouldBe("Letters are long.");
        officer.Text("#entry-weDid").ShouldBe("Every letter has one plain first page.");
        officer.Text("#entry-weDid0").ShouldBeEmpty("the Easy Read version said the old thing");
    }

    [Fact]
    public async Task Words_are_drafted_in_several_forms_for_a_family_reader()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Loop", LoopReplies.Promised()).Data("DraftEntry", Drafted(6));
        using var officer = await host.Visit().OpenAsync(Address);

        await officer.PressAsync("Save a draft for a family reader", ("youSaid", "Letters are long."), ("weDid", "We will shorten them."),
            ("youSaid0", "Letters are too long."), ("kind1", "TRANSLATION"), ("weDid1", "Skrócimy je."));
        officer.Problems.ShouldBe(["Enter the answer in this version too", "Enter the language as a code, such as pl or pa", "Enter what people said in this version too"]);
        officer.Text("#entry-youSaid0").ShouldBe("Letters are too long.");
        await officer.PressAsync("Save a draft for a family reader", ("weDid0", "We will make them short."), ("language1", "pl"), ("youSaid1", "Listy są długie."), ("districts", "E07000105"));

        officer.Text(".done").ShouldStartWith("The words are saved and wait for a family reader.");
        var input = host.GraphQL.LastInput("DraftEntry");
        input.GetProperty("renditions").EnumerateArray().Select(r => $"{r.GetProperty("kind")} {r.GetProperty("language")}: {r.GetProperty("weDid")}")
            .ShouldBe(["EASY_READ en: We will make them short.", "TRANSLATION pl: Skrócimy je."]);
        input.GetProperty("districts")[0].GetString().ShouldBe("E07000105");
        host.GraphQL.Executed.ShouldNotContain(e => e.Operation == "PublishEntry");
    }

    [Fact]
    public async Task Published_with_other_versions_the_words_are_drafted_first_so_that_none_is_lost()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Loop", LoopReplies.Promised()).Data("DraftEntry", Drafted(6)).Data("PublishEntry", """{ "publishEntry": { "entry": { "slug": "x" }, "errors": null } }""");
        using var officer = await host.Visit().OpenAsync(Address);

        await officer.PressAsync("Publish", ("youSaid", "Letters are long."), ("weDid", "We will shorten them."),
            ("youSaid0", "Letters are too long."), ("weDid0", "We will make them short."), ("approvedBy", "PARENT_FORUM"));

        officer.Text(".done").ShouldBe("Published. Everyone can see it now.");
        host.GraphQL.LastInput("DraftEntry").GetProperty("expectedVersion").GetInt32().ShouldBe(5);
        host.GraphQL.LastInput("PublishEntry").GetProperty("expectedVersion").GetInt32().ShouldBe(6);
        host.GraphQL.LastInput("PublishEntry").GetProperty("approvedBy").GetString().ShouldBe("PARENT_FORUM");
    }

    [Fact]
    public async Task Words_that_a_reader_has_signed_are_published_as_they_are()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Loop", LoopReplies.Promised(draft: LoopReplies.Words, approvedBy: "\"PARENT_FORUM\"")).Data("PublishEntry", """{ "publishEntry": { "entry": { "slug": "x" }, "errors": null } }""");
        using var officer = await host.Visit().OpenAsync(Address);

        officer.Texts(".tile .quiet").ShouldBe(["Standard English", "Easy Read"]);
        officer.Texts(".tile .tile__note").ShouldBe(["7 words in 2 sentences. The longest has 4.", "9 words in 2 sentences. The longest has 5."]);
        await officer.PressAsync("Publish");

        host.GraphQL.LastInput("PublishEntry").GetProperty("weDid").GetString().ShouldBe("We will shorten them.");
        host.GraphQL.Executed.ShouldNotContain(e => e.Operation == "DraftEntry", "drafted again they would have to be read again");
    }

    [Fact]
    public async Task Signed_words_that_could_not_be_published_keep_all_their_versions()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Loop", LoopReplies.Promised(draft: LoopReplies.Words, approvedBy: "\"PARENT_FORUM\""))
            .Data("PublishEntry", Replies.Refused("publishEntry", "entry", "THEME_MERGED", "This theme was merged.", null));
        using var officer = await host.Visit().OpenAsync(Address);

        await officer.PressAsync("Publish");

        officer.Problems.ShouldBe(["This theme was merged."]);
        officer.Text("#entry-weDid0").ShouldBe("We will make them short.");
        officer.Texts("section.loop-step h3").ShouldBe(["Publish “you said, we did”"]);
    }

    [Fact]
    public async Task Published_words_are_put_right_with_words_that_a_reader_has_signed_and_a_reason()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Loop", Published(LoopReplies.Words)).Data("CorrectEntry", """{ "correctEntry": { "entry": { "slug": "x" }, "errors": null } }""").Data("DraftEntry", Drafted(6));
        using var officer = await host.Visit().OpenAsync(Address);

        await officer.PressAsync("Save as a draft to be read", ("weDid", "We will make them shorter."));
        host.GraphQL.LastInput("DraftEntry").GetProperty("weDid").GetString().ShouldBe("We will make them shorter.");
        await officer.PressAsync("Publish the correction");
        officer.Problems.ShouldBe(["Enter what was wrong"]);
        await officer.PressAsync("Publish the correction", ("reason", "A wrong word."));

        officer.Text(".done").ShouldBe("The correction is published, with its reason on record.");
        host.GraphQL.LastInput("CorrectEntry").GetProperty("reason").GetString().ShouldBe("A wrong word.");
    }

    [Fact]
    public async Task Whom_one_told_is_recorded_and_what_closing_lacks_is_said()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Loop", Published()).Data("RecordTelling", Replies.Done("recordTelling", "loop", "TG9vcDE"));
        using var officer = await host.Visit().OpenAsync(Address);

        officer.Texts("[aria-labelledby=close] li").ShouldContain("families have not been told yet");
        await officer.PressAsync("Save that they were told", ("route", "Letter"), ("count", "a few"));

        host.GraphQL.LastInput("RecordTelling").GetProperty("count").GetInt32().ShouldBe(0, "the API says what is wrong with it");
        host.GraphQL.LastInput("RecordTelling").GetProperty("route").GetString().ShouldBe("Letter");
    }

    [Fact]
    public async Task What_families_answered_is_shown_and_their_words_only_when_they_are_asked_for()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Loop", LoopReplies.Loop("TOLD", LoopReplies.WeWill, LoopReplies.NothingMissing, action: LoopReplies.Action, entry: LoopReplies.PublishedWeWill, publishedAs: "\"WE_DID\"",
            words: LoopReplies.Words, closedAt: "\"2026-03-05T09:00:00Z\"", askedAt: "\"2026-03-05T09:00:00Z\"", attentionSince: "\"2026-03-06T09:00:00Z\"",
            confirmation: """{ "yes": 4, "partly": 1, "no": 2, "byParentForum": "PARTLY", "byYoungPeople": null }"""))
            .Data("LoopComments", """{ "confirmationComments": { "nodes": [{ "answer": "NO", "text": "Nothing has changed for us.", "at": "2026-03-06T09:00:00Z" }] } }""");
        using var officer = await host.Visit().OpenAsync(Address);

        officer.Texts("[aria-labelledby=answered] .figures div").ShouldBe(["Yes4", "In part1", "No2"]);
        officer.Text("[aria-labelledby=answered]").ShouldContain("Kent PACT: It answers us in part");
        officer.Text("[aria-labelledby=answered]").ShouldContain("Since 6 March 2026 somebody who said no waits to be heard.");
        host.GraphQL.Executed.ShouldNotContain(e => e.Operation == "LoopComments");
        await officer.OpenAsync(officer.Document.QuerySelector("[aria-labelledby=answered] a")!.GetAttribute("href")!.Split('#')[0]);

        officer.Text("[aria-labelledby=answered] .rows li").ShouldBe("Nothing has changed for us. It does not answer them. 6 March 2026.");
    }

    [Fact]
    public async Task A_decision_is_opened_again_with_a_reason_after_it_is_said_what_that_does()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Loop", LoopReplies.Promised()).Data("ReopenDecision", Replies.Done("reopenDecision", "loop", "TG9vcDE"));
        using var officer = await host.Visit().OpenAsync(Address);

        officer.Text("[aria-labelledby=close]").ShouldContain("What families and their groups confirmed counts no more.");
        await officer.PressAsync("Open the decision again");
        officer.Problems.ShouldBe(["Enter the reason for looking at this decision again"]);
        await officer.PressAsync("Open the decision again", ("reason", "New money."));

        officer.Text(".done").ShouldStartWith("The decision is looked at again.");
    }

    [Fact]
    public async Task The_second_of_two_officers_sees_what_the_first_did_and_keeps_their_own_words()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync(Address);
        host.GraphQL.Data("RecordDecision", Stale("recordDecision", "loop")).Data("LoopBefore", LoopReplies.Loop())
            .Data("Loop", LoopReplies.Loop("DECIDED", LoopReplies.WeWill, LoopReplies.NotPromised, version: 6));

        await officer.PressAsync("Record the decision", ("outcome", "WE_CANNOT"), ("decidedOn", "2026-01-28"), ("maker", "Cabinet Member"),
            ("reasons", "It costs too much."), ("alternatives", "None, because there is one letter."));

        officer.Problems.ShouldHaveSingleItem().ShouldStartWith("Someone else changed this");
        officer.Texts("[aria-labelledby=meanwhile] li").ShouldBe(["The decision was recorded: We will. Families could not tell what would happen next."]);
        officer.Text("[aria-labelledby=meanwhile]").ShouldContain("Reasons: It costs too much.", Case.Sensitive, "the form is gone, because the step is taken");
        host.GraphQL.Executed.Last(e => e.Operation == "LoopBefore").Variables.GetProperty("asAt").GetDateTimeOffset().ShouldBeLessThan(DateTimeOffset.UtcNow);
    }

    [Fact]
    public async Task Where_the_step_can_still_be_taken_the_form_comes_back_as_it_was_and_can_be_sent_again()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Loop", LoopReplies.Promised());
        using var officer = await host.Visit().OpenAsync(Address);
        host.GraphQL.Data("PublishEntry", Stale("publishEntry", "entry")).Data("LoopBefore", LoopReplies.Promised())
            .Data("Loop", LoopReplies.Promised($"{LoopReplies.Promise}, {LoopReplies.SecondPromise}", version: 6));

        await officer.PressAsync("Publish", ("youSaid", "Letters are long."), ("weDid", "We will cut them."));
        officer.Texts("[aria-labelledby=meanwhile] li").ShouldBe(["A promise was made: We will test them with families. Head of Inclusion, by 31 March 2027."]);
        officer.Text("#entry-weDid").ShouldBe("We will cut them.");
        host.GraphQL.Data("PublishEntry", """{ "publishEntry": { "entry": { "slug": "x" }, "errors": null } }""");
        await officer.PressAsync("Publish");

        officer.Text(".done").ShouldBe("Published. Everyone can see it now.");
        host.GraphQL.LastInput("PublishEntry").GetProperty("expectedVersion").GetInt32().ShouldBe(6);
    }

    [Theory]
    [InlineData("TOLD", 6, 6)]
    [InlineData("TOLD", 7, 5)]
    [InlineData("ACTED", 6, 5)]
    public async Task Only_that_people_were_told_meanwhile_does_not_make_a_page_stale(string state, int versionNow, int versionLastSent)
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Loop", LoopReplies.Promised(state: "PUBLISHED")).Data("LoopBefore", LoopReplies.Promised(state: "PUBLISHED")).Reply("TakeAction", variables =>
        {
            host.GraphQL.Data("Loop", LoopReplies.Promised(state: state, version: versionNow));
            var data = variables.GetProperty("input").GetProperty("expectedVersion").GetInt32() == versionNow
                ? Replies.Done("takeAction", "loop", "TG9vcDE")
                : Stale("takeAction", "loop");
            return $$"""{ "data": {{data}} }""";
        });
        using var officer = await host.Visit().OpenAsync(Address);

        await officer.PressAsync("Save what changed", ("whatChanged", "A new first page."), ("proofUrl", "https://x.example.test"), ("takenOn", "2026-03-02"));

        host.GraphQL.LastInput("TakeAction").GetProperty("expectedVersion").GetInt32().ShouldBe(versionLastSent);
        officer.Problems.Count.ShouldBe(versionLastSent == versionNow ? 0 : 1);
        // A version is nothing that a link could lead to.
        officer.Document.QuerySelectorAll(".govuk-error-summary a").ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_may_only_read_a_loop_is_offered_no_step()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Loop", LoopReplies.Promised().Replace(LoopReplies.Officer, LoopReplies.Representative, StringComparison.Ordinal));
        using var representative = await host.Visit().OpenAsync(Address);

        representative.Texts(".loop-step").ShouldBeEmpty();
        representative.Text(".govuk-inset-text").ShouldStartWith("Your role can read this loop.");
        host.GraphQL.Data("Loop", LoopReplies.Loop(me: LoopReplies.Facilitator));
        (await host.Visit().OpenAsync(Address)).Response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_step_that_there_is_not_is_no_page()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync(Address);

        await officer.PostAsync($"{Address}/forget", []);

        officer.Response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static string Published(string draft = "null") => LoopReplies.Loop(
        "PUBLISHED", LoopReplies.WeWill, LoopReplies.Undelivered, LoopReplies.Promise, entry: LoopReplies.PublishedWeWill, publishedAs: "\"WE_WILL\"", draft: draft,
        approvedBy: draft == "null" ? "null" : "\"YOUNG_PEOPLE\"", words: LoopReplies.Words);

    private static string Drafted(int version) => $$"""{ "draftEntry": { "loop": { "id": "TG9vcDE", "version": {{version}} }, "errors": null } }""";

    private static string Stale(string mutation, string thing) =>
        Replies.Refused(mutation, thing, "STALE_VERSION", "Someone else changed this while you were working. Read it again and repeat your change.", "expectedVersion");

    private static async Task<PagesHost> StartAsync()
    {
        var host = await PagesHost.StartAsync();
        LoopReplies.Set(host.GraphQL);
        return host;
    }
}
