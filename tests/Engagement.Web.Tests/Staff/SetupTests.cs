using System.Net;

namespace Engagement.Web.Tests.Staff;

public sealed class SetupTests
{
    private const string Proposal = """{ "text": "Short breaks on Saturdays.", "reasons": "Families asked.", "impacts": null, "publishedAt": "2026-09-01T09:00:00Z" }""";

    [Fact]
    public async Task A_consultation_is_drafted_and_leads_on_to_its_tasks()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("DraftConsultation", $$"""{ "draftConsultation": { "consultation": { "id": "Q29uMQ", "slug": "{{Replies.Slug}}" }, "errors": null } }""");
        using var officer = await host.Visit().OpenAsync("/staff/consultations/new");

        await officer.PressAsync("Draft the consultation", ("title", "Short breaks"), ("ownerRole", "SEND Officer"), ("decisionMaker", "Cabinet Member"),
            ("decisionExpectedOn", "2027-01-15"), ("audienceIncludesChildren", "true"));

        officer.Address.ShouldBe($"{ConsultationReplies.Setup}?done=drafted");
        officer.Text(".done").ShouldStartWith("The draft is there.");
        host.GraphQL.LastInput("DraftConsultation").GetProperty("audienceIncludesChildren").GetBoolean().ShouldBeTrue();
        host.GraphQL.LastInput("DraftConsultation").TryGetProperty("expectedVersion", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_draft_needs_a_title_a_day_and_whom_it_asks_while_who_decides_can_be_added_later()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync("/staff/consultations/new");

        await officer.PressAsync("Draft the consultation", ("title", "Short breaks"), ("ownerRole", "SEND Officer"));

        officer.Problems.ShouldBe(["Enter the day on which the decision is expected", "Say whether children or young people are asked"]);
        officer.Document.QuerySelector("#title")!.GetAttribute("value").ShouldBe("Short breaks");
    }

    [Fact]
    public async Task Each_task_says_whether_it_is_done_and_what_it_needs()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ConsultationFile", ConsultationReplies.Draft(children: true)).Data("ConsultationWaves", ConsultationReplies.Waves());
        using var officer = await host.Visit().OpenAsync(ConsultationReplies.Setup);

        officer.Texts(".task .govuk-tag").ShouldBe(["Done", "To do", "Optional", "To do", "Optional", "Optional", "To do", "To do", "To do"]);
        officer.Text("#versions .rows__note").ShouldBe("Easy Read is needed, because children or young people are asked.");
        officer.Text("main .govuk-body").ShouldBe("4 tasks are still to be done, then its dates. Nobody but staff sees it until it is opened.");
    }

    [Fact]
    public async Task A_draft_can_be_written_anew_until_it_opens()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ConsultationFile", ConsultationReplies.Draft()).Data("ChangeConsultationDraft", Replies.Done("changeConsultationDraft", "consultation", ConsultationReplies.Id));
        using var officer = await host.Visit().OpenAsync(ConsultationReplies.Setup);
        await officer.OpenAsync(officer.Document.QuerySelector("#about a")!.GetAttribute("href")!);

        officer.Document.QuerySelector("#title")!.GetAttribute("value").ShouldBe("Short breaks at the weekend");
        officer.Document.QuerySelectorAll(".govuk-summary-list").ShouldBeEmpty("the form holds it already");
        host.GraphQL.Data("ChangeConsultationDraft", Replies.Refused("changeConsultationDraft", "consultation", "STALE_VERSION", "Somebody else changed this", null));
        await officer.PressAsync("Save the draft", ("title", "Short breaks for all"));
        officer.Texts(".govuk-summary-list__value")[0].ShouldBe("Short breaks at the weekend", "what somebody else left stands beside what was written");
        officer.Document.QuerySelector("#title")!.GetAttribute("value").ShouldBe("Short breaks for all");
        host.GraphQL.Data("ChangeConsultationDraft", Replies.Done("changeConsultationDraft", "consultation", ConsultationReplies.Id));
        await officer.PressAsync("Save the draft", ("title", "Short breaks for all"), ("decisionMaker", "Cabinet"));

        officer.Text(".done").ShouldBe("Saved.");
        var input = host.GraphQL.LastInput("ChangeConsultationDraft");
        (input.GetProperty("title").GetString(), input.GetProperty("decisionMaker").GetString(), input.GetProperty("expectedVersion").GetInt32()).ShouldBe(("Short breaks for all", "Cabinet", 1));
        input.GetProperty("ownerRole").GetString().ShouldNotBeNullOrEmpty("what was not touched is sent as it stood");
    }

    [Fact]
    public async Task A_refusal_to_open_for_want_of_who_decides_leads_to_the_form_that_adds_them()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ConsultationFile", ConsultationReplies.Draft(Proposal))
            .Data("OpenConsultation", Replies.Refused("openConsultation", "consultation", "DECISION_MAKER_MISSING", "Add the decision-maker before you open this consultation", null));
        using var officer = await host.Visit().OpenAsync(ConsultationReplies.Setup);

        await officer.PressAsync("Open the consultation", ("opensOn", "2026-12-01"), ("closesOn", "2027-02-01"));

        officer.Text("#about-error").ShouldBe("Error: Add the decision-maker before you open this consultation");
        officer.Document.QuerySelector(".govuk-error-summary a")!.GetAttribute("href").ShouldEndWith($"{ConsultationReplies.Setup}/about");
    }

    [Fact]
    public async Task A_draft_leads_to_its_pages_as_people_will_see_them_and_those_say_that_they_are_a_draft()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ConsultationFile", ConsultationReplies.Draft(children: true))
            .Data("ConsultationWaves", ConsultationReplies.Waves(ConsultationReplies.ScheduledWave.Replace("\"audience\"", "\"instrument\": { \"id\": \"SW5zMQ\" }, \"audience\"", StringComparison.Ordinal)))
            .Data("Consultation", Replies.Consultation("DRAFT")).Data("ConsultationEntries", Replies.Entries());
        using var officer = await host.Visit().OpenAsync(ConsultationReplies.Setup);

        officer.Texts("main .choices a").ShouldBe(
        [
            "The page for everybody", "The page for children and young people", "Try the survey as people see it: Plans and waits",
            "The survey on paper, as a draft: Plans and waits",
        ]);
        await officer.OpenAsync(officer.Document.QuerySelector("main .choices a")!.GetAttribute("href")!);
        officer.Text("main .words").ShouldStartWith("This is a draft. Only staff see this page.");
    }

    [Fact]
    public async Task When_all_is_there_the_page_says_so()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ConsultationFile", ConsultationReplies.Draft(Proposal, equality: "\"https://council.example.test/e\"",
            renditions: """{ "kind": "PAPER", "language": "en", "approvedByRole": "Print room", "url": null }""")).Data("ConsultationWaves", ConsultationReplies.Waves(ConsultationReplies.ScheduledWave));
        using var officer = await host.Visit().OpenAsync(ConsultationReplies.Setup);

        officer.Text("main .govuk-body").ShouldBe("Everything is there but its dates. Set them below, and open it.");
        officer.Text("#survey .rows__note").ShouldBe("Parents, autumn.");
    }

    [Fact]
    public async Task Easy_Read_counts_once_it_can_be_read()
    {
        await using var host = await StartAsync();
        string With(string url) => ConsultationReplies.Draft(Proposal, children: true, renditions: $$"""{ "kind": "EASY_READ", "language": "en", "approvedByRole": "Panel", "url": {{url}} }""");
        host.GraphQL.Data("ConsultationFile", With("null"));
        using var officer = await host.Visit().OpenAsync(ConsultationReplies.Setup);
        officer.Text("#versions .rows__note").ShouldBe("Easy Read is needed, because children or young people are asked.");
        (await officer.OpenAsync($"{ConsultationReplies.Setup}/versions")).Text("main").ShouldContain("It does not count: no address says where it can be read.");
        officer.Text("main").ShouldContain("Easy Read, English");

        host.GraphQL.Data("ConsultationFile", With("\"https://council.example.test/easy\""));
        (await officer.OpenAsync(ConsultationReplies.Setup)).Text("#versions .rows__note").ShouldBe("Easy Read.");
    }

    [Fact]
    public async Task Who_is_asked_shows_as_it_is_also_before_anybody_chose()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ConsultationFile", ConsultationReplies.Draft(Proposal));
        using var officer = await host.Visit().OpenAsync($"{ConsultationReplies.Setup}/audiences");
        officer.Document.QuerySelectorAll("input[name=audiences][checked]").Select(box => box.GetAttribute("value")).ShouldBe(["PARENTS_AND_CARERS", "ORGANISATIONS", "STAFF"], ignoreOrder: true);
        officer.Text("main").ShouldContain("everybody is asked but children and young people.");

        host.GraphQL.Data("ConsultationFile", ConsultationReplies.Draft(Proposal, children: true));
        (await officer.OpenAsync($"{ConsultationReplies.Setup}/audiences")).Document.QuerySelectorAll("input[name=audiences][checked]").Length.ShouldBe(4);
    }

    [Fact]
    public async Task Whoever_is_asked_has_a_survey_or_the_page_says_so()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ConsultationFile", ConsultationReplies.Draft(Proposal, children: true)).Data("ConsultationWaves", ConsultationReplies.Waves(ConsultationReplies.ScheduledWave));
        using var officer = await host.Visit().OpenAsync(ConsultationReplies.Setup);

        officer.Text("#survey .rows__note").ShouldBe(
            "Parents, autumn. No survey asks children and young people, though the consultation does. Schedule one for them, or change who is asked.");
        host.GraphQL.Data("ConsultationWaves", ConsultationReplies.Waves(ConsultationReplies.ScheduledWave.Replace("\"PARENTS_AND_CARERS\"", "null", StringComparison.Ordinal)));
        (await officer.OpenAsync(ConsultationReplies.Setup)).Text("#survey .rows__note").ShouldBe("Parents, autumn.");
    }

    [Theory]
    [InlineData("proposal", "Save the proposal", "PublishProposal", "publishProposal", "text", "Short breaks on Sundays.")]
    [InlineData("options", "Record this option", "RecordOptionRejected", "recordOptionRejected", "option", "Breaks in the holidays only.")]
    [InlineData("equality", "Link the analysis", "LinkEqualityAnalysis", "linkEqualityAnalysis", "url", "https://council.example.test/equality")]
    [InlineData("versions", "Add this version", "AddRendition", "addRendition", "approvedByRole", "Easy Read panel")]
    public async Task Each_task_is_one_short_form_that_explains_its_rule(string task, string button, string operation, string mutation, string field, string value)
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ConsultationFile", ConsultationReplies.Draft(Proposal)).Data(operation, Replies.Done(mutation, "consultation", ConsultationReplies.Id));
        using var officer = await host.Visit().OpenAsync($"{ConsultationReplies.Setup}/{task}");

        officer.Text("details summary").ShouldBe("The law behind it");
        officer.Text("details .indented").ShouldNotBeEmpty();
        await officer.PressAsync(button, (field, value), ("kind", "EASY_READ"));

        officer.Address.ShouldBe($"{ConsultationReplies.Setup}?done={task}");
        host.GraphQL.LastInput(operation).GetProperty(field).GetString().ShouldBe(value);
        host.GraphQL.LastInput(operation).GetProperty("consultationId").GetString().ShouldBe(ConsultationReplies.Id);
        host.GraphQL.LastInput(operation).GetProperty("expectedVersion").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task A_proposal_is_there_to_be_changed_and_what_is_left_empty_is_not_sent()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ConsultationFile", ConsultationReplies.Draft(Proposal)).Data("PublishProposal", Replies.Done("publishProposal", "consultation", ConsultationReplies.Id));
        using var officer = await host.Visit().OpenAsync($"{ConsultationReplies.Setup}/proposal");

        officer.Text("#reasons").ShouldBe("Families asked.");
        await officer.PressAsync("Save the proposal");

        var input = host.GraphQL.LastInput("PublishProposal");
        input.GetProperty("text").GetString().ShouldBe("Short breaks on Saturdays.");
        input.TryGetProperty("impacts", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Who_is_asked_is_ticked()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ConsultationFile", ConsultationReplies.Draft()).Data("ChooseAudiences", Replies.Done("chooseAudiences", "consultation", ConsultationReplies.Id));
        using var officer = await host.Visit().OpenAsync($"{ConsultationReplies.Setup}/audiences");

        var form = officer.Document.Forms.Single(one => one.GetAttribute("action")!.EndsWith("/audiences", StringComparison.Ordinal));
        var hidden = Visitor.FieldsOf(form).Where(field => field.Key != "audiences");
        await officer.PostAsync(form.GetAttribute("action")!, [.. hidden, KeyValuePair.Create("audiences", "PARENTS_AND_CARERS"), KeyValuePair.Create("audiences", "STAFF"), KeyValuePair.Create("audiences", "MARTIANS")]);

        host.GraphQL.LastInput("ChooseAudiences").GetProperty("audiences").EnumerateArray().Select(one => one.GetString()).ShouldBe(["PARENTS_AND_CARERS", "STAFF"]);
    }

    [Fact]
    public async Task What_it_is_about_is_ticked_and_nothing_need_be()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ConsultationFile", ConsultationReplies.Draft()).Data("SayWhatItIsAbout", Replies.Done("sayWhatItIsAbout", "consultation", ConsultationReplies.Id));
        using var officer = await host.Visit().OpenAsync($"{ConsultationReplies.Setup}/subject");

        await officer.PressAsync("Save what it is about", ("about", "TRAVEL"), ("districts", "E07000114"));

        var sent = host.GraphQL.LastInput("SayWhatItIsAbout");
        (sent.GetProperty("about")[0].GetString(), sent.GetProperty("districts")[0].GetString()).ShouldBe(("TRAVEL", "E07000114"));
        officer.Text(".done").ShouldBe("What it is about is saved.");

        await officer.OpenAsync($"{ConsultationReplies.Setup}/subject");
        await officer.PressAsync("Save what it is about");
        host.GraphQL.LastInput("SayWhatItIsAbout").GetProperty("about").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_survey_is_scheduled_from_questions_that_are_published()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ConsultationFile", ConsultationReplies.Draft()).Data("ScheduleWave", Replies.Done("scheduleWave", "scheduledWave", ConsultationReplies.WaveId));
        using var officer = await host.Visit().OpenAsync($"{ConsultationReplies.Setup}/survey");

        officer.Texts("#instrumentId option").ShouldBe(["Choose", "Plans and waits (version 2)"]);
        await officer.PressAsync("Schedule the survey", ("title", "Parents"), ("audience", "PARENTS_AND_CARERS"));
        officer.Problems.ShouldBe(["Choose which questions are asked"]);
        await officer.PressAsync("Schedule the survey", ("instrumentId", "SW5zMQ"));

        officer.Text(".done").ShouldBe("The survey is scheduled. It is opened with the consultation.");
        var input = host.GraphQL.LastInput("ScheduleWave");
        (input.GetProperty("title").GetString(), input.GetProperty("audience").GetString(), input.GetProperty("frequency").GetString()).ShouldBe(("Parents", "PARENTS_AND_CARERS", "ONCE"));
        input.TryGetProperty("opensOn", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Opening_says_what_will_happen_and_opens_the_surveys_with_it()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ConsultationFile", ConsultationReplies.Draft(Proposal)).Data("ConsultationWaves", ConsultationReplies.Waves(ConsultationReplies.ScheduledWave))
            .Data("OpenConsultation", Replies.Done("openConsultation", "consultation", ConsultationReplies.Id)).Data("OpenScheduledWave", Replies.Done("openScheduledWave", "scheduledWave", ConsultationReplies.WaveId));
        using var officer = await host.Visit().OpenAsync(ConsultationReplies.Setup);
        officer.Texts(".govuk-inset-text li").ShouldContain("The proposal cannot be changed any more, and the closing date only moves later.");
        officer.Texts(".govuk-inset-text li")[^1].ShouldStartWith("About 1,240 people have asked to hear by e-mail when something like this opens. They are told on its first day. As it does not say what it is about");

        host.GraphQL.Data("ConsultationAtAGlance", ConsultationReplies.Glance());
        await officer.PressAsync("Open the consultation", ("opensOn", "2026-12-01"), ("closesOn", "2027-01-30"));

        officer.Address.ShouldBe($"{ConsultationReplies.Overview}?done=opened");
        host.GraphQL.LastInput("OpenConsultation").GetProperty("closesOn").GetString().ShouldBe("2027-01-30");
        host.GraphQL.LastInput("OpenConsultation").TryGetProperty("shorterThanSixWeeksBecause", out _).ShouldBeFalse();
        host.GraphQL.LastInput("OpenScheduledWave").GetProperty("waveId").GetString().ShouldBe(ConsultationReplies.WaveId);
    }

    [Fact]
    public async Task Few_who_are_told_of_the_opening_are_not_counted_and_the_announced_consultation_says_so_too()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ConsultationFile", ConsultationReplies.File("COMING", rest: """, "about": ["TRAVEL"], "districts": []""")).Data("ToldOfOpening", """{ "toldOfOpening": null }""");
        using var officer = await host.Visit().OpenAsync(ConsultationReplies.Overview);
        const string Told = "Fewer than 10 people have asked to hear by e-mail when something like this opens. They are told on its first day.";
        officer.Texts("main p").ShouldContain(Told);

        host.GraphQL.Data("ConsultationFile", ConsultationReplies.File());
        (await officer.OpenAsync(ConsultationReplies.Overview)).Texts("main p").ShouldNotContain(Told);
    }

    [Theory]
    [InlineData("1240", "300", "15", "About 1,240 people were told by e-mail that it opened, because they had asked to hear of things like this. About 300 of the e-mails are still to be sent. About 15 did not arrive.")]
    [InlineData("null", "null", "null", "Fewer than 10 people were told by e-mail that it opened, because they had asked to hear of things like this.")]
    public async Task An_open_consultation_says_how_many_were_told_of_it(string told, string waiting, string notTaken, string said)
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ConsultationFile", ConsultationReplies.File()).Data(
            "ConsultationAtAGlance",
            ConsultationReplies.Glance().TrimEnd()[..^1] + $$""", "openingNotices": { "told": {{told}}, "waiting": {{waiting}}, "notTaken": {{notTaken}} } }""");

        using var officer = await host.Visit().OpenAsync(ConsultationReplies.Overview);

        officer.Texts("main p").ShouldContain(said);
        host.GraphQL.Executed.Select(asked => asked.Operation).ShouldNotContain("ToldOfOpening");
    }

    [Fact]
    public async Task A_survey_that_could_not_be_opened_with_it_is_said_so_and_can_be_opened_alone()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ConsultationFile", ConsultationReplies.Draft(Proposal)).Data("ConsultationWaves", ConsultationReplies.Waves(ConsultationReplies.ScheduledWave))
            .Reply("OpenConsultation", _ =>
            {
                host.GraphQL.Data("ConsultationFile", ConsultationReplies.File());
                return $$"""{ "data": {{Replies.Done("openConsultation", "consultation", ConsultationReplies.Id)}} }""";
            })
            .Data("OpenScheduledWave", Replies.Refused("openScheduledWave", "scheduledWave", "INSTRUMENT_NOT_PUBLISHED", "Publish the survey's questions before you open it", "instrumentId"))
            .Data("ConsultationAtAGlance", ConsultationReplies.Glance(ConsultationReplies.ScheduledWave));
        using var officer = await host.Visit().OpenAsync(ConsultationReplies.Setup);

        await officer.PressAsync("Open the consultation", ("opensOn", "2026-12-01"), ("closesOn", "2027-01-30"));

        officer.Text(".done").ShouldStartWith("The consultation is open, but a survey of it is not.");
        officer.Texts(".govuk-inset-text a").ShouldBe(["Open Parents, autumn"]);
    }

    [Theory]
    [InlineData("REASONS_MISSING", "Add the reasons for the proposal before you open this consultation", "proposal")]
    [InlineData("EQUALITY_ANALYSIS_MISSING", "Link the equality analysis before you open this consultation", "equality")]
    [InlineData("EASY_READ_MISSING", "Add an Easy Read version", "versions")]
    public async Task What_stops_the_opening_stands_at_the_task_that_mends_it(string code, string message, string task)
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ConsultationFile", ConsultationReplies.Draft()).Data("OpenConsultation", Replies.Refused("openConsultation", "consultation", code, message, null));
        using var officer = await host.Visit().OpenAsync(ConsultationReplies.Setup);

        await officer.PressAsync("Open the consultation", ("opensOn", "2026-12-01"), ("closesOn", "2027-01-30"));

        officer.Problems.ShouldBe([message]);
        officer.Document.QuerySelector(".govuk-error-summary a")!.GetAttribute("href").ShouldBe($"{ConsultationReplies.Setup}/{task}");
        officer.Text($"#{task} .govuk-error-message").ShouldBe($"Error: {message}");
        officer.Document.QuerySelector("#closesOn")!.GetAttribute("value").ShouldBe("2027-01-30");
    }

    [Fact]
    public async Task The_address_of_a_refused_opening_leads_back_to_the_tasks()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync($"{ConsultationReplies.Setup}/open");

        officer.Address.ShouldBe(ConsultationReplies.Setup);
    }

    [Fact]
    public async Task A_short_consultation_is_explained_at_its_field()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ConsultationFile", ConsultationReplies.Draft(Proposal)).Data("OpenConsultation", Replies.Refused(
            "openConsultation", "consultation", "SHORT_CONSULTATION_UNEXPLAINED", "Explain why the consultation is shorter than 6 weeks", "shorterThanSixWeeksBecause"));
        using var officer = await host.Visit().OpenAsync(ConsultationReplies.Setup);

        await officer.PressAsync("Open the consultation", ("opensOn", "2026-12-01"), ("closesOn", "2026-12-20"));

        officer.Text("#shorterThanSixWeeksBecause-error").ShouldBe("Error: Explain why the consultation is shorter than 6 weeks");
    }

    [Fact]
    public async Task Once_it_is_open_the_proposal_has_no_form_and_there_is_nothing_to_open()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync($"{ConsultationReplies.Setup}/proposal");

        officer.Texts(".govuk-inset-text li").ShouldBe(["The consultation has been opened. People answer the proposal as it is."]);
        await officer.OpenAsync(ConsultationReplies.Setup);
        officer.Texts("main button").ShouldBe(["Sign out"]);
    }

    [Fact]
    public async Task Who_only_reads_drafts_sees_the_tasks_and_no_form()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ConsultationFile", ConsultationReplies.Draft(me: """{ "role": "analyst", "permissions": ["consultations.read-drafts", "metrics.read"] }"""));
        using var analyst = await host.Visit().OpenAsync(ConsultationReplies.Setup);

        analyst.Texts(".task a").ShouldBeEmpty();
        analyst.Texts("main button").ShouldBe(["Sign out"]);
        (await analyst.OpenAsync($"{ConsultationReplies.Setup}/proposal")).Response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("null", false, new[] { "Open it", "Say how many are invited" })]
    [InlineData("""{ "id": "V2F2ZTox", "state": "OPEN", "instrumentVersion": 1, "opensOn": "2026-09-23", "closesOn": "2026-11-10", "closedOn": null, "isPaused": false }""", false, new[] { "Ask the newest version", "Say how many are invited", "Give people longer" })]
    [InlineData("""{ "id": "V2F2ZTox", "state": "OPEN", "instrumentVersion": 2, "opensOn": "2026-09-23", "closesOn": "2026-11-10", "closedOn": null, "isPaused": false }""", true, new[] { "Say how many are invited" })]
    [InlineData("""{ "id": "V2F2ZTox", "state": "CLOSED", "instrumentVersion": 2, "opensOn": "2026-09-23", "closesOn": "2026-11-10", "closedOn": null, "isPaused": false }""", false, new[] { "Open it again", "Note the close in its history" })]
    public async Task Only_what_can_be_done_with_a_survey_as_it_stands_is_offered(string opened, bool ofConsultation, string[] offered)
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("StaffWave", ConsultationReplies.Wave(opened, ofConsultation));
        using var officer = await host.Visit().OpenAsync($"/staff/waves/{ConsultationReplies.WaveId}");

        officer.Texts("main .rows__item").ShouldBe(offered);
    }

    [Fact]
    public async Task A_survey_is_opened_against_the_people_it_could_reach()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("StaffWave", ConsultationReplies.Wave("null")).Data("OpenScheduledWave", Replies.Done("openScheduledWave", "scheduledWave", ConsultationReplies.WaveId));
        using var officer = await host.Visit().OpenAsync($"/staff/waves/{ConsultationReplies.WaveId}/open");

        await officer.PressAsync("Open the survey", ("denominatorSetId", "U2V0MQ"));

        officer.Text(".done").ShouldBe("The survey is open from its first day.");
        host.GraphQL.LastInput("OpenScheduledWave").GetProperty("denominatorSetId").GetString().ShouldBe("U2V0MQ");
    }

    [Fact]
    public async Task How_many_are_invited_is_a_number()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("FixInvitationList", Replies.Done("fixInvitationList", "scheduledWave", ConsultationReplies.WaveId));
        using var officer = await host.Visit().OpenAsync($"/staff/waves/{ConsultationReplies.WaveId}/invitations");

        await officer.PressAsync("Save the invitation list", ("invited", "many"));
        officer.Problems.ShouldBe(["Enter how many people are invited, in figures"]);
        await officer.PressAsync("Save the invitation list", ("invited", "1,400"), ("undeliverable", "60"));

        host.GraphQL.LastInput("FixInvitationList").GetProperty("invited").GetInt32().ShouldBe(1400);
        host.GraphQL.LastInput("FixInvitationList").GetProperty("expectedVersion").GetInt32().ShouldBe(3);
    }

    [Fact]
    public async Task A_survey_of_a_consultation_has_its_dates_and_says_where_they_are_moved()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("StaffWave", ConsultationReplies.Wave(ofConsultation: true));
        using var officer = await host.Visit().OpenAsync($"/staff/waves/{ConsultationReplies.WaveId}/extend");

        officer.Texts(".govuk-inset-text li").ShouldBe(["It has the dates of its consultation. Extend or correct them there."]);
    }

    [Fact]
    public async Task A_survey_that_stands_by_itself_has_dates_of_its_own()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ScheduleWave", Replies.Done("scheduleWave", "scheduledWave", ConsultationReplies.WaveId));
        using var officer = await host.Visit().OpenAsync("/staff/waves/new");

        await officer.PressAsync("Schedule the survey", ("instrumentId", "SW5zMQ"), ("title", "Staff"), ("audience", "STAFF"), ("opensOn", "2026-12-01"), ("closesOn", "2026-12-20"));

        officer.Address.ShouldBe($"/staff/waves/{ConsultationReplies.WaveId}?done=scheduled");
        host.GraphQL.LastInput("ScheduleWave").GetProperty("opensOn").GetString().ShouldBe("2026-12-01");
        host.GraphQL.LastInput("ScheduleWave").TryGetProperty("consultationId", out _).ShouldBeFalse();
    }

    private static Task<PagesHost> StartAsync() => ConsultationTests.StartAsync();
}
