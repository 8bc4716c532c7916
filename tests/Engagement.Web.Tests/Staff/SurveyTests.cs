using System.Net;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Engagement.Web.Staff.Surveys;
using static Engagement.Web.Tests.Staff.SurveyReplies;

namespace Engagement.Web.Tests.Staff;

public sealed class SurveyTests
{
    private static readonly string[] TheirWords = ["Do you go by bus or taxi?"];

    [Fact]
    public async Task Only_those_who_read_or_write_surveys_see_them()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("StaffMe", Moderator);
        using var person = await host.Visit().OpenAsync("/staff/surveys");
        person.Response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        host.GraphQL.Data("StaffMe", """{ "me": null }""");
        await person.OpenAsync(Address);
        person.Address.ShouldStartWith("/sign-in?return=");
    }

    [Fact]
    public async Task The_list_says_of_each_survey_how_far_it_is_and_where_it_is_asked()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync("/staff/surveys?search=school");

        officer.Texts(".rows__title").ShouldBe(["Getting to school", "Short breaks"]);
        officer.Texts(".rows .govuk-tag").ShouldBe(["Draft 2", "Version 1", "Open now", "Draft"]);
        officer.Texts(".rows__note")[0].ShouldEndWith("Begun on 1 September 2026. Open: Getting to school and college.");
        officer.Texts(".rows__note")[1].ShouldEndWith("Nobody can be asked until it is published.");
        officer.Document.QuerySelector(".older a")!.GetAttribute("href").ShouldBe("/staff/surveys?search=school&after=next");
        host.GraphQL.Executed.First(e => e.Operation == "SurveyList").Variables.GetProperty("search").GetString().ShouldBe("school");
    }

    [Fact]
    public async Task Whoever_only_reads_sees_what_is_asked_and_asks_for_no_draft()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("StaffMe", Analyst).Data("SurveyBuilder", Survey(draft: false));
        using var analyst = await host.Visit().OpenAsync("/staff/surveys");

        analyst.Texts(".rows__title").ShouldBe(["Getting to school"]);
        host.GraphQL.Executed.ShouldNotContain(e => e.Operation == "SurveyList");
        await analyst.OpenAsync(Address);
        analyst.Texts("main button").ShouldBe(["Sign out"]);
        host.GraphQL.Executed.Last(e => e.Operation == "SurveyBuilder").Variables.GetProperty("edits").GetBoolean().ShouldBeFalse();
        await analyst.OpenAsync($"{Address}/questions/travels");
        analyst.Response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_survey_is_begun_with_what_staff_call_it()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("DraftInstrument", Refused("draftInstrument", "TITLE_MISSING", "Enter a title", "\"title\""));
        using var officer = await host.Visit().OpenAsync("/staff/surveys/new");

        await officer.PressAsync("Begin the survey");
        officer.Problems.ShouldBe(["Enter a title"]);
        host.GraphQL.Data("DraftInstrument", Done("draftInstrument"));
        await officer.PressAsync("Begin the survey", ("title", "Getting to school"));

        officer.Address.ShouldBe($"{Address}?done=begun");
        officer.Text(".done").ShouldBe("The survey is begun. Add its first question.");
        host.GraphQL.LastInput("DraftInstrument").GetProperty("title").GetString().ShouldBe("Getting to school");
    }

    [Fact]
    public async Task The_builder_shows_each_question_with_its_answers_its_condition_and_how_hard_it_is_to_read()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync(Address);

        officer.Texts("main h3").ShouldBe(["The journey"]);
        officer.Text("#item-travels").ShouldContain("Answers: Yes / No / I'm not sure");
        officer.Text("#item-on-time").ShouldContain("Shown only if the answer to “Does your child get transport to school?” is “Yes”.");
        officer.Text("#item-travels .reading").ShouldEndWith("Easy enough.");
        officer.Text("#item-words .reading").ShouldContain("Use shorter words: aim for grade 7 or less.");
        officer.Text("#item-words .reading").ShouldContain("Say what EHCP stands for.");
        officer.Texts(".row-tools a").ShouldContain("Print it: Getting to school and college");
    }

    [Fact]
    public async Task A_published_survey_says_why_it_cannot_change_and_offers_a_new_version()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("SurveyBuilder", Survey(draft: false)).Data("DraftInstrumentVersion", Done("draftInstrumentVersion"));
        using var officer = await host.Visit().OpenAsync(Address);

        officer.Text("main").ShouldContain("This survey is open. Make a new version for the next wave.");
        officer.Texts(".row-tools button").ShouldBeEmpty();
        await officer.PressAsync("Make a new version");

        officer.Text(".done").ShouldStartWith("You can change the questions now.");
        host.GraphQL.LastInput("DraftInstrumentVersion").GetProperty("expectedVersion").GetInt32().ShouldBe(7);
    }

    [Fact]
    public async Task A_form_of_a_question_of_a_published_survey_leads_back_to_the_survey()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("SurveyBuilder", Survey(draft: false));

        (await host.Visit().OpenAsync($"{Address}/questions/travels")).Address.ShouldBe(Address);
    }

    [Fact]
    public async Task Questions_and_sections_are_moved_by_buttons()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("MoveQuestion", Done("moveQuestion")).Data("MoveSection", Done("moveSection"));
        using var officer = await host.Visit().OpenAsync(Address);

        await officer.PressAsync("Move down: It comes on time.");
        (Of("MoveQuestion", "key"), Of("MoveQuestion", "direction")).ShouldBe(("on-time", "DOWN"));
        officer.Address.ShouldBe($"{Address}#item-on-time");
        await officer.PressAsync("Move up: The journey");
        (Of("MoveSection", "key"), Of("MoveSection", "direction")).ShouldBe(("journey", "UP"));

        string? Of(string operation, string field) => host.GraphQL.LastInput(operation).GetProperty(field).GetString();
    }

    [Fact]
    public async Task Whoever_moves_something_on_an_old_page_sees_the_survey_as_it_is_now()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("MoveQuestion", Refused("moveQuestion", "STALE_VERSION", "Somebody else has changed this meanwhile", "\"expectedVersion\""));
        using var officer = await host.Visit().OpenAsync(Address);
        host.GraphQL.Data("SurveyBuilder", Survey(version: 8));

        await officer.PressAsync("Move down: It comes on time.");

        officer.Problems.ShouldBe(["Somebody else has changed this meanwhile"]);
        officer.Document.QuerySelector("[name=_version]")!.GetAttribute("value").ShouldBe("8");
    }

    [Fact]
    public async Task A_question_of_every_kind_can_be_added()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync($"{Address}/add-question?section=journey");
        var kinds = officer.Document.QuerySelectorAll("main .rows a").Select(a => a.GetAttribute("href")!).ToList();

        kinds.Count.ShouldBe(9);
        foreach (var address in kinds)
        {
            await officer.OpenAsync(address);
            officer.Document.QuerySelector("textarea[name=text]").ShouldNotBeNull();
            officer.Document.QuerySelector("#section option[selected]")!.GetAttribute("value").ShouldBe("journey");
        }
    }

    [Fact]
    public async Task A_choice_is_added_with_keys_made_from_its_words_and_a_condition_on_earlier_answers()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("AddQuestion", Done("addQuestion"));
        using var officer = await host.Visit().OpenAsync($"{Address}/add-question?kind=MultipleChoice&section=journey");
        officer.Texts("#shownWhen legend").ShouldBe(["The answer to “Does your child get transport to school?” is", "The answer to “It comes on time.” is"]);

        await SendAsync(officer, "Save the question",
            ("text", "Does your child get transport to school?"), ("options1", "By taxi"), ("options2", "By taxi!"), ("options3", ""), ("tags", "district, how"), ("section", "journey"), ("shownWhen-travels", "yes"));

        officer.Address.ShouldBe($"{Address}?done=question#item-does-your-child-get-transport");
        var sent = host.GraphQL.LastInput("AddQuestion");
        sent.GetProperty("kind").GetString().ShouldBe("MULTIPLE_CHOICE");
        sent.GetProperty("options").GetRawText().ShouldBe("""[{"key":"by-taxi","label":"By taxi"},{"key":"by-taxi-2","label":"By taxi!"}]""");
        sent.GetProperty("shownWhen").GetRawText().ShouldBe("""[{"questionKey":"travels","anyOf":["yes"]}]""");
        sent.GetProperty("tags").GetRawText().ShouldBe("""["district","how"]""");
        (sent.GetProperty("section").GetString(), sent.GetProperty("optional").GetBoolean(), sent.GetProperty("expectedVersion").GetInt32()).ShouldBe(("journey", false, 7));
    }

    [Fact]
    public async Task A_statement_is_added_as_one_on_its_scale()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("AddStatement", Done("addStatement"));
        using var officer = await host.Visit().OpenAsync($"{Address}/add-question?kind=Agreement");

        await SendAsync(officer, "Save the question", ("text", "The driver is kind."), ("scale", "agreement-5"), ("otherAnswers", "not-sure"), ("optional", "true"));

        var sent = host.GraphQL.LastInput("AddStatement");
        (sent.GetProperty("key").GetString(), sent.GetProperty("scale").GetString(), sent.GetProperty("optional").GetBoolean()).ShouldBe(("the-driver-is-kind", "agreement-5", true));
        sent.TryGetProperty("kind", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Answers_are_added_moved_and_removed_before_anything_is_saved()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync($"{Address}/questions/travels");
        Answers().ShouldBe(["Yes", "No"]);

        await SendAsync(officer, "Add another answer", ("text", "How?"), ("options1", "Yes"), ("_optionKey1", "yes"), ("options2", "No"), ("_optionKey2", "no"));
        Answers().ShouldBe(["Yes", "No", ""]);
        officer.Text("textarea[name=text]").ShouldBe("How?");
        await SendAsync(officer, "Up: answer 2", ("options1", "Yes"), ("_optionKey1", "yes"), ("options2", "No"), ("_optionKey2", "no"));
        Answers().ShouldBe(["No", "Yes"]);
        officer.Document.QuerySelector("[name=_optionKey1]")!.GetAttribute("value").ShouldBe("no");
        await SendAsync(officer, "Remove: answer 1", ("options1", "No"), ("_optionKey1", "no"), ("options2", "Yes"), ("_optionKey2", "yes"));
        Answers().ShouldBe(["Yes"]);
        host.GraphQL.Executed.ShouldNotContain(e => e.Operation == "ChangeQuestion");

        IEnumerable<string> Answers() => officer.Document.QuerySelectorAll(".option-row input[type=text]").Select(input => input.GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task An_answer_with_other_words_keeps_the_key_that_people_chose()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ChangeQuestion", Done("changeQuestion"));
        using var officer = await host.Visit().OpenAsync($"{Address}/questions/travels");

        await SendAsync(officer, "Save the question", ("text", "Transport?"), ("options1", "Not at all"), ("_optionKey1", "no"), ("options2", "Yes, always"), ("_optionKey2", "yes"));

        host.GraphQL.LastInput("ChangeQuestion").GetProperty("options").GetRawText().ShouldBe("""[{"key":"no","label":"Not at all"},{"key":"yes","label":"Yes, always"}]""");
    }

    [Fact]
    public async Task A_refusal_is_said_beside_the_field_and_the_words_are_kept()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("AddQuestion", Refused("addQuestion", "OPTIONS_MISSING", "Add between 2 and 50 options to choose from", "\"options\""));
        using var officer = await host.Visit().OpenAsync($"{Address}/add-question?kind=SingleChoice");

        await SendAsync(officer, "Save the question", ("text", "How was it?"), ("options1", "Good"));

        officer.Response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        officer.Document.QuerySelector(".govuk-error-summary__list a")!.GetAttribute("href").ShouldBe("#options1");
        officer.Text("#options-error").ShouldEndWith("Add between 2 and 50 options to choose from");
        officer.Text("textarea[name=text]").ShouldBe("How was it?");
    }

    [Fact]
    public async Task A_number_takes_a_least_and_a_most_in_figures()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("AddQuestion", Done("addQuestion"));
        using var officer = await host.Visit().OpenAsync($"{Address}/add-question?kind=Number");

        await SendAsync(officer, "Save the question", ("text", "How many minutes?"), ("least", "none"), ("most", "1,200"));
        officer.Problems.ShouldBe(["Enter a number in figures, or leave it empty"]);
        await SendAsync(officer, "Save the question", ("text", "How many minutes?"), ("least", "0"), ("most", "1,200"), ("wholeNumbers", "true"));

        host.GraphQL.LastInput("AddQuestion").GetProperty("range").GetRawText().ShouldBe("""{"least":0,"most":1200,"wholeNumbers":true}""");
    }

    [Fact]
    public async Task Whoever_changes_a_question_that_somebody_else_changed_sees_both_and_loses_nothing()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ChangeQuestion", Refused("changeQuestion", "STALE_VERSION", "Somebody else has changed this meanwhile", "\"expectedVersion\""));
        using var officer = await host.Visit().OpenAsync($"{Address}/questions/words");
        host.GraphQL.Data("SurveyBuilder", Survey(version: 9).Replace("Notwithstanding", "Whatever", StringComparison.Ordinal));

        await SendAsync(officer, "Save the question", ("text", "What should change?"));

        officer.Text(".govuk-inset-text").ShouldContain("The question is now: “Whatever the aforementioned");
        officer.Text("textarea[name=text]").ShouldBe("What should change?");
        officer.Document.QuerySelector("[name=_version]")!.GetAttribute("value").ShouldBe("9");
    }

    [Fact]
    public async Task Removing_a_question_says_first_what_becomes_of_its_answers()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("RemoveQuestion", Done("removeQuestion"));
        using var officer = await host.Visit().OpenAsync($"{Address}/questions/on-time/remove");

        officer.Text("main").ShouldContain("Their answers are kept, and it is not asked from this version on.");
        await officer.PressAsync("Remove it");
        officer.Text(".done").ShouldBe("It is removed from the draft.");
        host.GraphQL.LastInput("RemoveQuestion").GetProperty("key").GetString().ShouldBe("on-time");

        await officer.OpenAsync($"{Address}/sections/journey/remove");
        officer.Text("main").ShouldContain("It has 2 questions. Move them to another section first, or remove them.");
        officer.Texts("main button").ShouldBe(["Sign out"]);
    }

    [Fact]
    public async Task What_depends_on_a_question_is_changed_before_the_question_is_removed()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync($"{Address}/questions/travels/remove");

        officer.Text("main").ShouldContain("These are shown only after an answer to it.");
        officer.Document.QuerySelector("main .govuk-list a")!.GetAttribute("href").ShouldBe($"{Address}/questions/on-time");
        officer.Texts("main button").ShouldBe(["Sign out"]);
    }

    [Fact]
    public async Task A_section_has_a_title_an_introduction_and_a_condition()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ChangeSection", Done("changeSection")).Data("AddSection", Done("addSection"));
        using var officer = await host.Visit().OpenAsync($"{Address}/sections/journey");
        officer.Texts("#shownWhen legend").ShouldBe(["The answer to “Does your child get transport to school?” is"]);

        await SendAsync(officer, "Save the section", ("title", "On the way"), ("introduction", ""), ("shownWhen-travels", "yes"));
        var sent = host.GraphQL.LastInput("ChangeSection");
        (sent.GetProperty("key").GetString(), sent.GetProperty("title").GetString(), sent.GetProperty("introduction").ValueKind).ShouldBe(("journey", "On the way", JsonValueKind.Null));
        sent.GetProperty("shownWhen").GetRawText().ShouldBe("""[{"questionKey":"travels","anyOf":["yes"]}]""");

        await officer.OpenAsync($"{Address}/add-section");
        await SendAsync(officer, "Save the section", ("title", "The journey"));
        host.GraphQL.LastInput("AddSection").GetProperty("key").GetString().ShouldBe("the-journey");
    }

    [Fact]
    public async Task What_stops_a_version_from_being_published_is_said_and_where_it_is_put_right()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("SurveyBuilder", Survey(blocks: """{ "code": "CONTINUITY_MISSING", "message": "Say of each changed question whether it still asks the same: on-time" }"""));
        using var officer = await host.Visit().OpenAsync(Address);

        officer.Text("#publish").ShouldBe("Before it can be published");
        officer.Document.QuerySelector(".callout a")!.GetAttribute("href").ShouldBe($"{Address}/changes");
        await officer.OpenAsync($"{Address}/publish");
        officer.Texts("main button").ShouldBe(["Sign out"]);
    }

    [Fact]
    public async Task Publishing_says_first_what_will_happen()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("PublishInstrumentVersion", Done("publishInstrumentVersion"));
        using var officer = await host.Visit().OpenAsync($"{Address}/publish");

        officer.Text("main").ShouldContain("Version 1 stays as it is. It is open now, and people go on answering it.");
        officer.Text("main").ShouldContain("Easy Read is not offered: some words are missing.");
        await officer.PressAsync("Publish version 2");

        officer.Text(".done").ShouldStartWith("The version is published.");
        host.GraphQL.LastInput("PublishInstrumentVersion").GetProperty("expectedVersion").GetInt32().ShouldBe(7);
    }

    [Fact]
    public async Task A_draft_is_discarded_after_a_warning_and_the_first_one_cannot_be()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("DiscardInstrumentDraft", Done("discardInstrumentDraft"));
        using var officer = await host.Visit().OpenAsync($"{Address}/discard");

        officer.Text("main").ShouldContain("All changes since version 1 go");
        await officer.PressAsync("Discard the draft");
        officer.Text(".done").ShouldStartWith("The draft is discarded.");

        host.GraphQL.Data("SurveyBuilder", Survey(published: false, changes: "", open: false));
        await officer.OpenAsync(Address);
        officer.Texts("main a").ShouldNotContain("Discard the draft");
    }

    [Fact]
    public async Task Of_a_changed_question_both_versions_are_shown_and_it_is_said_what_the_change_means()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("DeclareContinuity", Done("declareContinuity"));
        using var officer = await host.Visit().OpenAsync($"{Address}/changes");

        officer.Texts(".side strong").ShouldBe(["The bus is on time.", "It comes on time."]);
        await officer.PressAsync("Save: It comes on time.");
        officer.Problems.ShouldBe(["Choose what the change means"]);
        await officer.PressAsync("Save: It comes on time.", ("continuity", "NotComparable"));

        officer.Text(".done").ShouldBe("It is noted what the change means.");
        var sent = host.GraphQL.LastInput("DeclareContinuity");
        (sent.GetProperty("key").GetString(), sent.GetProperty("continuity").GetString()).ShouldBe(("on-time", "NOT_COMPARABLE"));
    }

    [Fact]
    public async Task It_is_recorded_which_point_of_a_scale_counts_as_which()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("RecordScaleMapping", Refused("recordScaleMapping", "MAPPING_INCOMPLETE", "Say of each point which point it counts as", "\"points\""));
        using var officer = await host.Visit().OpenAsync($"{Address}/scales");
        await officer.OpenAsync(officer.Document.QuerySelector("main .govuk-list a")!.GetAttribute("href")!);
        var points = officer.Document.QuerySelectorAll("select").Select(select => select.Id!).ToList();

        await officer.PressAsync("Record it");
        officer.Document.QuerySelector(".govuk-error-summary__list a")!.GetAttribute("href").ShouldBe($"#{points[0]}");
        host.GraphQL.Data("RecordScaleMapping", Done("recordScaleMapping"));
        await officer.PressAsync("Record it", (points[0], "easy-agree"), (points[1], "easy-agree"), ("reason", "Both agree."), ("approvedByRole", "Analyst"));

        officer.Text(".done").ShouldStartWith("It is recorded");
        var sent = host.GraphQL.LastInput("RecordScaleMapping");
        sent.GetProperty("points").GetRawText().ShouldBe("""[{"from":"strongly-agree","to":"easy-agree"},{"from":"agree","to":"easy-agree"}]""");
        sent.GetProperty("reason").GetString().ShouldBe("Both agree.");
    }

    [Fact]
    public async Task A_test_run_goes_the_way_that_answers_lead_and_says_what_it_left_out()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync($"{Address}/try");

        await officer.PressAsync("Start the test run");
        officer.Heading.ShouldBe("Does your child get transport to school?");
        officer.Text(".words").ShouldStartWith("This is a test run. Nothing is sent or counted.");
        officer.Texts("main button").ShouldNotContain("Save and come back later");
        await officer.PressAsync("Continue", ("answer", ""));
        officer.Problems.ShouldBe(["Choose an answer"]);
        await officer.PressAsync("Continue", ("answer", "no"));
        officer.Heading.ShouldBe("The journey");
        await officer.OpenAsync(officer.Document.QuerySelector("main .govuk-button")!.GetAttribute("href")!);
        officer.Heading.ShouldStartWith("Notwithstanding", customMessage: "the statement is for those who have transport");
        await officer.PressAsync("Skip this question");

        officer.Heading.ShouldBe("The way you took");
        officer.Text("main").ShouldContain("Your answers led to 2 of 3 questions. Nothing was sent.");
        officer.Texts(".rows__title").ShouldBe(["It comes on time."]);
        officer.Text(".rows__note").ShouldBe("Shown only if the answer to “Does your child get transport to school?” is “Yes”.");
        await officer.PressAsync("Forget these answers");
        officer.Text(".done").ShouldStartWith("The test run is over.");
        (await officer.OpenAsync($"{Address}/try/check")).Address.ShouldBe($"{Address}/try");
        host.GraphQL.Executed.Select(e => e.Operation).Distinct().ShouldBe(["StaffMe", "SurveyBuilder"], "nothing else is asked of the platform, so nothing can be kept");
    }

    [Fact]
    public async Task A_survey_is_tried_in_easy_read_with_pictures_as_young_people_see_it()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync($"{Address}/try");
        officer.Texts("input[name=form] + label").ShouldBe(["The questions as they are", "Easy Read"]);

        await officer.PressAsync("Start the test run", ("form", "EasyRead-en"));

        officer.Texts("h1").ShouldBe(TheirWords);
        officer.Document.QuerySelectorAll("main .symbol").Length.ShouldBe(2, "one beside the question, one beside its first answer");
        officer.Document.Body!.ClassName.ShouldNotBeNull().ShouldContain("site-voice");
    }

    [Fact]
    public async Task A_survey_is_tried_in_its_own_words_on_the_pages_of_young_people()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync($"{Address}/try");

        await officer.PressAsync("Start the test run", ("pages", "young-people"));

        officer.Heading.ShouldBe("Does your child get transport to school?");
        officer.Document.Body!.ClassName.ShouldNotBeNull().ShouldContain("site-voice");
    }

    [Fact]
    public async Task A_draft_is_seen_on_paper_and_says_on_it_that_it_is_one()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync($"{Address}/paper");

        officer.Text(".paper-draft").ShouldBe("DRAFT – do not fill in");
        officer.Texts(".paper-item h2")[0].ShouldBe("1. Does your child get transport to school?");
        officer.Document.QuerySelectorAll(".paper-code").ShouldBeEmpty("there is nowhere yet to answer");
        officer.Document.QuerySelectorAll(".paper-number").ShouldBeEmpty("what has no number cannot be typed in");
        officer.Text("main").ShouldNotContain("reaches us by");
        officer.Text(".paper-key").ShouldBe("DRAFT · travels", "so that each printed page says it");
        (await officer.OpenAsync($"{Address}/paper?form=EasyRead-en")).Texts(".paper-item h2")[0].ShouldBe("1. Do you go by bus or taxi?");
    }

    [Fact]
    public async Task The_Word_file_of_a_draft_is_marked_on_every_page()
    {
        await using var host = await StartAsync();
        using var officer = host.Visit();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Address}/paper/word");
        using var reply = await officer.SendAsync(request);

        reply.Content.Headers.ContentDisposition!.FileName.ShouldBe("draft-version-2.docx");
        await using var content = await reply.Content.ReadAsStreamAsync();
        using var document = WordprocessingDocument.Open(content, isEditable: false);
        new OpenXmlValidator().Validate(document).Select(problem => $"{problem.Path?.XPath}: {problem.Description}").ShouldBeEmpty();
        document.MainDocumentPart!.HeaderParts.Single().Header!.InnerText.ShouldBe("DRAFT – do not fill in");
        document.MainDocumentPart.ImageParts.ShouldBeEmpty();
        document.MainDocumentPart.Document!.Body!.InnerText.ShouldContain("1. Does your child get transport to school?");
    }

    [Fact]
    public async Task Only_those_who_write_surveys_see_a_draft_on_paper()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("StaffMe", """{ "me": { "role": "analyst", "permissions": ["consultations.read-drafts"] } }""");

        (await host.Visit().OpenAsync($"{Address}/paper")).Response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_easy_read_version_is_read_side_by_side_and_says_what_is_missing()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync($"{Address}/renditions");
        officer.Text(".rows .govuk-tag").ShouldBe("1 missing");
        await officer.OpenAsync(officer.Document.QuerySelector(".rows a")!.GetAttribute("href")!);

        officer.Address.ShouldBe($"{Address}/renditions/easy-read/en/2");
        officer.Text("#item-travels .side > :first-child strong").ShouldBe("Does your child get transport to school?");
        officer.Text("#item-travels .side > :last-child strong").ShouldBe("Do you go by bus or taxi?");
        officer.Text("#item-words").ShouldContain("No words yet");
        officer.Texts("main button").ShouldBe(["Sign out"], "nothing can be approved while words are missing");
    }

    [Fact]
    public async Task The_words_of_a_question_are_written_beside_it_with_a_picture()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("WriteRendition", Refused("writeRendition", "QUESTION_TEXT_MISSING", "Enter the words of the question", "\"travels\""));
        using var officer = await host.Visit().OpenAsync($"{Address}/renditions/easy-read/en/2/travels");

        await officer.PressAsync("Save and go to the next missing one", ("text", ""));
        officer.Document.QuerySelector(".govuk-error-summary__list a")!.GetAttribute("href").ShouldBe("#text");
        host.GraphQL.Data("WriteRendition", Done("writeRendition"));
        await officer.PressAsync("Save and go to the next missing one", ("text", "Do you go by bus?"), ("symbol", "bus"), ("symbol-no", "no"));

        officer.Address.ShouldBe($"{Address}/renditions/easy-read/en/2/words?done=saved");
        var sent = host.GraphQL.LastInput("WriteRendition");
        sent.GetProperty("rendition").GetRawText().ShouldBe("""{"kind":"EASY_READ","language":"en"}""");
        var item = sent.GetProperty("items")[0];
        (item.GetProperty("text").GetString(), item.GetProperty("symbol").GetString()).ShouldBe(("Do you go by bus?", "bus"));
        item.GetProperty("options")[0].GetRawText().ShouldBe("""{"key":"yes","label":"Yes, I do"}""");
        item.GetProperty("optionSymbols").GetRawText().ShouldBe("""[{"key":"yes","symbol":"yes"},{"key":"no","symbol":"no"}]""");
    }

    [Fact]
    public async Task Whoever_writes_words_that_somebody_else_wrote_meanwhile_sees_both_and_loses_nothing()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("WriteRendition", Refused("writeRendition", "STALE_VERSION", "Somebody else has changed this meanwhile", "\"expectedVersion\""))
            .Data("ChangeSection", Refused("changeSection", "STALE_VERSION", "Somebody else has changed this meanwhile", "\"expectedVersion\""));
        using var officer = await host.Visit().OpenAsync($"{Address}/renditions/easy-read/en/2/travels");

        await officer.PressAsync("Save and go back", ("text", "Bus or taxi?"));
        officer.Text(".govuk-inset-text").ShouldContain("The words are now: “Do you go by bus or taxi?”.");
        officer.Text("textarea[name=text]").ShouldBe("Bus or taxi?");

        await officer.OpenAsync($"{Address}/sections/journey");
        await officer.PressAsync("Save the section", ("title", "On the way"));
        officer.Text(".govuk-inset-text").ShouldContain("The section is now: “The journey”.");
        officer.Document.QuerySelector("#title")!.GetAttribute("value").ShouldBe("On the way");
    }

    [Fact]
    public async Task An_answer_that_is_new_since_a_translation_was_written_waits_for_its_words()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("SurveyBuilder", Survey(renditions: EasyRead("\"travels\"").Replace("EASY_READ", "TRANSLATION", StringComparison.Ordinal)
            .Replace("\"language\": \"en\"", "\"language\": \"pl\"", StringComparison.Ordinal).Replace("""{ "key": "no", "label": "No", "isOtherAnswer": false }, """, "", StringComparison.Ordinal)));
        using var officer = await host.Visit().OpenAsync($"{Address}/renditions/translation/pl/2/travels");

        officer.Document.QuerySelectorAll("[name^=option-]").Select(field => field.GetAttribute("value")).ShouldBe(["Yes, I do", "", "I'm not sure"]);
        officer.Text(".words").ShouldContain("It has changed since the words beside it were written.");
    }

    [Fact]
    public async Task An_easier_scale_brings_the_words_of_its_own_answers_along()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("WriteRendition", Done("writeRendition"));
        using var officer = await host.Visit().OpenAsync($"{Address}/renditions/easy-read/en/2/on-time");

        await officer.PressAsync("Save and go back", ("scale", "agreement-3-easy-read"));
        officer.Problems.ShouldBeEmpty();

        var item = host.GraphQL.LastInput("WriteRendition").GetProperty("items")[0];
        item.GetProperty("scale").GetString().ShouldBe("agreement-3-easy-read");
        item.GetProperty("options").EnumerateArray().Select(option => option.GetProperty("key").GetString()).ShouldBe(["easy-agree", "easy-disagree", "not-sure"]);
    }

    [Fact]
    public async Task Who_wrote_the_words_cannot_approve_them_and_another_person_can()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("SurveyBuilder", Survey(renditions: EasyRead(untranslated: "")))
            .Data("ApproveRendition", Refused("approveRendition", "APPROVER_IS_AUTHOR", "Ask someone who did not write these words to approve them", "\"approvedByRole\""));
        using var officer = await host.Visit().OpenAsync($"{Address}/renditions/easy-read/en/2");
        officer.Text(".callout").ShouldContain("Who wrote the words cannot approve them");

        await officer.PressAsync("It asks the same");
        officer.Text("#approvedByRole-error").ShouldEndWith("Ask someone who did not write these words to approve them");
        host.GraphQL.Data("ApproveRendition", Done("approveRendition"));
        await officer.PressAsync("It asks the same", ("approvedByRole", "Youth participation officer"));

        officer.Text(".done").ShouldStartWith("It is approved.");
        var sent = host.GraphQL.LastInput("ApproveRendition");
        (sent.GetProperty("instrumentVersion").GetInt32(), sent.GetProperty("approvedByRole").GetString()).ShouldBe((2, "Youth participation officer"));
    }

    [Fact]
    public async Task Approved_words_of_a_published_version_cannot_be_changed()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("SurveyBuilder", Survey(draft: false, renditions: EasyRead("", "\"Youth participation officer\"", version: 1)));
        using var officer = await host.Visit().OpenAsync($"{Address}/renditions/easy-read/en/1");

        officer.Text("main").ShouldContain("It was found to ask the same by: Youth participation officer.");
        officer.Texts("main a").ShouldNotContain(link => link.StartsWith("Change:", StringComparison.Ordinal));
        (await officer.OpenAsync($"{Address}/renditions/easy-read/en/1/travels")).Response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("kind=easy-read", "/renditions/easy-read/en/2")]
    [InlineData("kind=translation&language=pl", "/renditions/translation/pl/2")]
    public async Task Another_form_or_language_begins_with_its_own_page(string asked, string address)
    {
        await using var host = await StartAsync();

        (await host.Visit().OpenAsync($"{Address}/renditions/begin?{asked}")).Address.ShouldBe($"{Address}{address}");
    }

    [Theory]
    [InlineData("", "Choose what to make")]
    [InlineData("kind=translation", "Enter the language it is translated into")]
    [InlineData("kind=translation&language=en", "The questions are in English already. Choose the language they are translated into")]
    [InlineData("kind=translation&language=../x", "Enter the language as a code, such as en or pa")]
    public async Task A_language_that_is_none_is_not_begun(string asked, string problem)
    {
        await using var host = await StartAsync();

        (await host.Visit().OpenAsync($"{Address}/renditions/begin?{asked}")).Problems.ShouldBe([problem]);
    }

    [Fact]
    public async Task How_easy_words_are_is_said_as_somebody_writes_them()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync($"{Address}/questions/words");
        officer.Document.QuerySelectorAll("[data-reading]").Select(hint => hint.GetAttribute("data-reading")).ShouldBe(["text", "hint"]);

        await officer.PostAsync("/staff/surveys/reading/fragment", [new("aim", "easy-read"), new("text", "We want to know what all of you think of the bus that you take to school each day. SEND matters.")]);

        officer.Texts("p").ShouldBe(
        [
            "21 words, longest sentence 19, reading grade 0.9.",
            "Split the longest sentence. Keep to 15 words.",
            "Write out SEND.",
        ]);
    }

    [Theory]
    [InlineData("/staff/surveys/bm9uZQ/try")]
    [InlineData($"{Address}/questions/none")]
    [InlineData($"{Address}/sections/none")]
    [InlineData($"{Address}/renditions/standard/en/2")]
    [InlineData($"{Address}/renditions/easy-read/en/9")]
    public async Task What_is_not_there_is_no_page(string address)
    {
        await using var host = await StartAsync();
        if (!address.StartsWith(Address, StringComparison.Ordinal))
            host.GraphQL.Data("SurveyBuilder", """{ "instrument": null, "scheduledWaves": { "nodes": [] }, "answerScales": [], "otherAnswers": [] }""");

        (await host.Visit().OpenAsync(address)).Response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("Which district do you live in?", "which-district-do-you-live-in")]
    [InlineData("It’s café time", "its-cafe-time")]
    [InlineData("16 or over?", "question-16-or-over")]
    [InlineData("هل", "question")]
    [InlineData("Taken", "taken-2")]
    public void A_short_name_for_programs_is_made_from_the_words(string words, string key) => ItemKeys.From(words, ["taken"], "question").ShouldBe(key);

    private static async Task<PagesHost> StartAsync()
    {
        var host = await PagesHost.StartAsync();
        Set(host.GraphQL);
        return host;
    }

    /// <summary>Sends the form of a button with these fields only, as a browser does that leaves out boxes that are not ticked.</summary>
    private static async Task SendAsync(Visitor person, string button, params (string Field, string Value)[] fields)
    {
        var pressed = person.Document.QuerySelectorAll("button").First(b => string.Join(' ', b.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) == button);
        var form = pressed.Closest("form")!;
        var sent = form.QuerySelectorAll("input[type=hidden]").ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value") ?? "");
        foreach (var key in sent.Keys.Where(name => name.StartsWith("_optionKey", StringComparison.Ordinal)).ToList())
            sent.Remove(key);
        if (pressed.GetAttribute("name") is { } name)
            sent[name] = pressed.GetAttribute("value")!;
        foreach (var (field, value) in fields)
            sent[field] = value;
        await person.PostAsync(form.GetAttribute("action")!, sent);
    }
}
