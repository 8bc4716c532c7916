using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Engagement.Web.Tests.Staff;

public sealed class CodingTests
{
    private const string ReadsOnly = """ "me": { "role": "analyst", "permissions": ["views.read", "loops.read"] } """;

    [Fact]
    public async Task The_board_opens_with_the_views_to_code_and_the_one_that_waited_longest_beside_the_codebook()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync(CodingReplies.Board);

        var asked = host.GraphQL.Executed.Last(e => e.Operation == "CodingBoard").Variables;
        asked.GetProperty("state").GetString().ShouldBe("UNREAD");
        officer.Texts(".board__words").Count.ShouldBe(3);
        officer.Text(".board__view .words").ShouldBe("The letters were nine pages and I rang three numbers.");
        officer.Text(".board__question").ShouldBe("What one change would help your family most?");
        officer.Text(".board__view > [data-panel] .rows__note").ShouldStartWith("Parent or carer in Thanet, 3 November 2026. Survey answer.");
        officer.Texts(".book__theme [data-title]").ShouldBe(["Letters are hard to follow", "One person to call", "Being believed"]);
        officer.Text(".book__entry p").ShouldBe("What makes a letter hard to read.");
    }

    [Fact]
    public async Task What_was_said_outside_any_consultation_has_a_board_of_its_own_with_the_standing_themes()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("StaffMe", """{ "me": { "role": "participation-officer", "permissions": ["views.read", "views.code", "loops.read"] } }""");
        using var officer = await host.Visit().OpenAsync("/staff/consultations/outside/coding");

        officer.Text(".govuk-caption-l").ShouldBe("Outside consultations");
        officer.Document.QuerySelector(".govuk-back-link")!.GetAttribute("href").ShouldBe("/staff");
        var asked = host.GraphQL.Executed.Last(e => e.Operation == "CodingBoard").Variables;
        (asked.GetProperty("consultationId").ValueKind, asked.GetProperty("outside").GetBoolean()).ShouldBe((JsonValueKind.Null, true));
        host.GraphQL.Executed.ShouldNotContain(e => e.Operation == "StaffConsultation");
        officer.Document.QuerySelectorAll("a[href$='/progress'], a[href$='/several']").ShouldBeEmpty("they are of a consultation");
    }

    [Fact]
    public async Task The_first_nine_themes_have_number_keys_and_the_next_views_are_in_the_page_already()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync(CodingReplies.Board);

        officer.Document.QuerySelectorAll(".book__theme input").Select(box => box.GetAttribute("data-key")).ShouldBe(["1", "2", "3"]);
        officer.Document.QuerySelectorAll<IHtmlTemplateElement>("template[data-of]").Select(next => next.GetAttribute("data-of")).ShouldBe(["VmlldzI", "VmlldzM"]);
        officer.Document.QuerySelectorAll("script[src]").Select(script => script.GetAttribute("src")!.Split('/')[^1].Split('-')[0]).ShouldBe(["keys", "board"]);
    }

    [Fact]
    public async Task Views_are_found_by_the_question_they_answer()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync($"{CodingReplies.Board}?question=SW5zMQ.words");

        officer.Texts("#question option").ShouldBe(["Any question", "What one change would help your family most? (812)"]);
        officer.Document.QuerySelector("#question option[selected]")!.GetAttribute("value").ShouldBe("SW5zMQ.words");
        var asked = host.GraphQL.Executed.Last(e => e.Operation == "CodingBoard").Variables;
        (asked.GetProperty("instrumentId").GetString(), asked.GetProperty("question").GetString()).ShouldBe(("SW5zMQ", "words"));
        await officer.OpenAsync($"{CodingReplies.Board}/several?question=SW5zMQ.words");
        host.GraphQL.Executed.Last(e => e.Operation == "SeveralViews").Variables.GetProperty("question").GetString().ShouldBe("words");
    }

    [Fact]
    public async Task Who_else_is_at_the_board_is_shown_by_role_and_pseudonym_with_what_they_have_open()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("BeAtBoard", CodingReplies.Company(("a1b2", "VmlldzE"), ("c3d4", null)));
        using var officer = await host.Visit().OpenAsync(CodingReplies.Board);

        officer.Text("[data-same]").ShouldBe("Participation officer a1b2 has this view open too.");
        officer.Text("[data-count]").ShouldBe("At this board too: Participation officer a1b2, Participation officer c3d4.");
        officer.Texts("[data-row-others]").ShouldBe([", open with Participation officer a1b2", "", ""]);
        var said = host.GraphQL.LastInput("BeAtBoard");
        (said.GetProperty("consultationId").GetString(), said.GetProperty("viewId").GetString(), said.GetProperty("leaves").GetBoolean()).ShouldBe(("Q29uMQ", "VmlldzE", false));
    }

    [Fact]
    public async Task Whoever_only_reads_is_not_at_the_board_and_sees_nobody_there()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("StaffConsultation", CodingReplies.Consultation(ReadsOnly));
        using var analyst = await host.Visit().OpenAsync(CodingReplies.Board);

        analyst.Document.QuerySelectorAll("[data-others]").ShouldBeEmpty();
        host.GraphQL.Executed.ShouldNotContain(e => e.Operation == "BeAtBoard");
    }

    [Fact]
    public async Task A_script_says_which_view_is_open_and_is_answered_who_else_is_there()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("BeAtBoard", CodingReplies.Company(("a1b2", "VmlldzI")));
        using var officer = await host.Visit().OpenAsync(CodingReplies.Board);
        var token = officer.Document.QuerySelector(".board__work input[name=__token]")!.GetAttribute("value")!;

        var here = $"{CodingReplies.Board}/here";
        await officer.PostAsync(here, [KeyValuePair.Create("__token", token), KeyValuePair.Create("view", "VmlldzI")]);
        officer.Response.StatusCode.ShouldBe(HttpStatusCode.OK);
        host.GraphQL.LastInput("BeAtBoard").GetProperty("viewId").GetString().ShouldBe("VmlldzI");
        await officer.PostAsync(here, [KeyValuePair.Create("__token", token), KeyValuePair.Create("leaves", "1")]);
        host.GraphQL.LastInput("BeAtBoard").GetProperty("leaves").GetBoolean().ShouldBeTrue();
        await officer.PostAsync(here, [KeyValuePair.Create("view", "VmlldzI")]);
        officer.Response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_view_that_somebody_gave_for_another_is_always_labelled()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("CodingBoard", CodingReplies.OneBoard(CodingReplies.View("VmlldzI", proxy: true)));
        using var officer = await host.Visit().OpenAsync(CodingReplies.Board);

        officer.Text(".board__view .govuk-tag--yellow").ShouldBe("Said for them by somebody else");
        officer.Text("[data-row] .rows__note").ShouldEndWith("said for them");
    }

    [Fact]
    public async Task A_suggestion_stands_apart_from_what_is_decided_and_says_why_it_is_made()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync(CodingReplies.Board);

        officer.Text("[data-decided]").ShouldBeEmpty();
        officer.Text(".suggested").ShouldContain("Suggested, not decided");
        officer.Text(".suggested li").ShouldStartWith("Letters are hard to follow? because of: letter, nine page");
        officer.Texts(".board__view .mark--reason").ShouldBe(["letters", "nine", "pages"]);
        officer.Document.QuerySelectorAll<IHtmlInputElement>(".book__theme input").ShouldAllBe(box => !box.IsChecked);
    }

    [Fact]
    public async Task A_suggestion_is_accepted_with_what_it_was()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync(CodingReplies.Board);

        await DecideAsync(officer, "VmlldzE", ("do", "accept:VGgx"), ("suggestion-VGgx", "words and similar views|1|0.76"));

        var input = host.GraphQL.LastInput("CodeView");
        input.GetProperty("themeId").GetString().ShouldBe("VGgx");
        input.GetProperty("suggestion").GetProperty("score").GetDouble().ShouldBe(0.76);
    }

    [Fact]
    public async Task A_suggestion_that_does_not_fit_is_rejected_and_the_view_stays_open()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync(CodingReplies.Board);

        await DecideAsync(officer, "VmlldzE", ("do", "reject:VGgx"), ("suggestion-VGgx", "words and similar views|1|0.76"));

        host.GraphQL.LastInput("RejectViewSuggestion").GetProperty("suggestion").GetProperty("methodVersion").GetInt32().ShouldBe(1);
        officer.Text(".done").ShouldStartWith("The suggestion is rejected.");
        officer.Address.ShouldContain("view=VmlldzE");
    }

    [Fact]
    public async Task A_view_is_given_several_themes_with_one_form_and_the_next_view_opens()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync(CodingReplies.Board);

        await DecideAsync(officer, "VmlldzE", ("theme", "VGgx"), ("theme", "VGgz"), ("_version", "3"), ("_then", "?view=VmlldzI"), ("do", "save"));

        var inputs = host.GraphQL.Executed.Where(e => e.Operation == "CodeView").Select(e => e.Variables.GetProperty("input")).ToList();
        inputs.Select(input => input.GetProperty("themeId").GetString()).ShouldBe(["VGgx", "VGgz"]);
        inputs.Select(input => input.GetProperty("idempotencyKey").GetString()).Distinct().Count().ShouldBe(2);
        // After the first, the view is another version by this same decision.
        inputs.Select(input => input.GetProperty("expectedVersion").ValueKind).ShouldBe([JsonValueKind.Number, JsonValueKind.Null]);
        officer.Address.ShouldBe($"{CodingReplies.Board}?view=VmlldzI&done=coded&dealt=VmlldzE&given=VGgx VGgz");
        officer.Text(".done").ShouldBe("The view is coded. Here is the next one.");
    }

    [Fact]
    public async Task What_was_given_a_moment_ago_is_taken_back_with_one_button()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync($"{CodingReplies.Board}?view=VmlldzI&done=coded&dealt=VmlldzE&given=VGgx");

        await officer.PressAsync("Undo: take it back from the view before");

        var input = host.GraphQL.LastInput("UncodeView");
        (input.GetProperty("viewId").GetString(), input.GetProperty("themeId").GetString()).ShouldBe(("VmlldzE", "VGgx"));
        input.GetProperty("why").GetString().ShouldBe("Given by mistake, and taken back at once.");
        officer.Text(".done").ShouldStartWith("That is undone.");
    }

    [Fact]
    public async Task A_theme_is_taken_off_only_with_a_reason()
    {
        await using var host = await StartAsync();
        var coded = CodingReplies.View("VmlldzE", state: "CODED", themes: $"[{CodingReplies.Letters}]");
        host.GraphQL.Data("CodingBoard", CodingReplies.OneBoard(coded, coded));
        using var officer = await host.Visit().OpenAsync($"{CodingReplies.Board}?state=CODED&view=VmlldzE");
        officer.Document.QuerySelector<IHtmlInputElement>("#theme-1")!.IsChecked.ShouldBeTrue();

        await DecideAsync(officer, "VmlldzE", ("_had", "VGgx"), ("do", "save"));
        officer.Problems.ShouldBe(["Write why the view does not belong to the theme that you took off"]);
        await DecideAsync(officer, "VmlldzE", ("_had", "VGgx"), ("why", "It is about calls."), ("do", "save"), ("_then", "?state=CODED"));

        host.GraphQL.LastInput("UncodeView").GetProperty("why").GetString().ShouldBe("It is about calls.");
        officer.Text(".done").ShouldStartWith("The theme is taken off");
    }

    [Fact]
    public async Task A_view_is_coded_to_a_new_theme()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync(CodingReplies.Board);

        await officer.PressAsync("Open the theme and code the view to it", ("title", "Who to call"), ("summary", "Families do not know who to call."));

        host.GraphQL.LastInput("OpenTheme").GetProperty("title").GetString().ShouldBe("Who to call");
        host.GraphQL.LastInput("CodeView").GetProperty("themeId").GetString().ShouldBe("VGg5");
    }

    [Fact]
    public async Task A_view_is_marked_as_not_codable_with_a_reason()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync(CodingReplies.Board);

        await officer.PressAsync("Mark it as not codable");
        officer.Problems.ShouldBe(["Write why the view cannot be coded"]);
        officer.Document.QuerySelector("[data-none]")!.HasAttribute("open").ShouldBeTrue();
        await officer.PressAsync("Mark it as not codable", ("reason", "About another service."));

        officer.Text(".done").ShouldStartWith("The view is marked as not codable");
        host.GraphQL.LastInput("MarkViewNotCodable").GetProperty("reason").GetString().ShouldBe("About another service.");
    }

    [Fact]
    public async Task What_the_API_refuses_is_in_the_error_summary_and_the_form_keeps_its_words()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("MarkViewNotCodable", Replies.Refused("markViewNotCodable", "view", "VIEW_ALREADY_CODED", "This view is already coded.", null));
        using var officer = await host.Visit().OpenAsync(CodingReplies.Board);

        await officer.PressAsync("Mark it as not codable", ("reason", "About another service."));

        officer.Problems.ShouldBe(["This view is already coded."]);
        officer.Document.QuerySelector("#reason")!.GetAttribute("value").ShouldBe("About another service.");
    }

    [Fact]
    public async Task A_key_is_answered_with_data_and_a_refused_one_with_the_reason_and_what_is_true()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("CodedView", """{ "node": { "id": "VmlldzE", "state": "CODED", "version": 5, "themes": [{ "id": "VGgy", "title": "One person to call" }] } }""");
        using var officer = await host.Visit().OpenAsync(CodingReplies.Board);

        var (status, _) = await PressKeyAsync(officer, "VGgx");
        status.ShouldBe(HttpStatusCode.OK);
        host.GraphQL.LastInput("CodeView").GetProperty("expectedVersion").GetInt32().ShouldBe(3);

        host.GraphQL.Data("CodeView", Replies.Refused("codeView", "view", "STALE_VERSION", "Someone else changed this while you were working.", "expectedVersion"));
        (status, var answer) = await PressKeyAsync(officer, "VGgx");
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.GetProperty("code").GetString().ShouldBe("STALE_VERSION");
        answer.GetProperty("message").GetString().ShouldStartWith("Someone else changed this");
        answer.GetProperty("view").GetProperty("version").GetInt32().ShouldBe(5);
        answer.GetProperty("view").GetProperty("themes")[0].GetProperty("id").GetString().ShouldBe("VGgy");
    }

    [Fact]
    public async Task A_form_or_a_key_without_the_pages_token_does_nothing()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync(CodingReplies.Board);

        await officer.PostAsync($"{CodingReplies.Board}/views/VmlldzE", [KeyValuePair.Create("theme", "VGgx"), KeyValuePair.Create("do", "save")]);

        officer.Problems.ShouldHaveSingleItem().ShouldStartWith("This page was open for a long time");
        host.GraphQL.Executed.ShouldNotContain(e => e.Operation == "CodeView");
    }

    [Fact]
    public async Task A_view_has_an_address_that_opens_the_board_at_it()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("CodingBoard", CodingReplies.OneBoard(CodingReplies.ThreeViews, CodingReplies.View("VmlldzI", "Nobody calls back.")));
        using var officer = await host.Visit().OpenAsync($"/staff/consultations/{Replies.Slug}/views/VmlldzI");

        officer.Address.ShouldBe($"{CodingReplies.Board}?state=all&view=VmlldzI");
        officer.Text(".board__view .words").ShouldBe("Nobody calls back.");
        officer.Text("[data-go][aria-current] .board__words").ShouldBe("Nobody calls back.");
    }

    [Fact]
    public async Task The_last_view_leads_back_to_the_consultation()
    {
        await using var host = await StartAsync();
        // The list has not caught up yet, so it still has the view that was coded.
        ConsultationReplies.Set(host.GraphQL)
            .Data("CodingBoard", CodingReplies.OneBoard(CodingReplies.View("VmlldzE"), total: 1)).Data("NextView", Replies.NextView("VmlldzE"));
        using var officer = await host.Visit().OpenAsync(CodingReplies.Board);

        await DecideAsync(officer, "VmlldzE", ("theme", "VGgx"), ("do", "save"));

        officer.Address.ShouldBe($"/staff/consultations/{Replies.Slug}?done=coded");
    }

    [Fact]
    public async Task Views_are_found_by_words_which_are_marked_and_by_who_said_them()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync($"{CodingReplies.Board}?state=all&words=letter&said=for-them&audience=YOUNG_PEOPLE&district=E07000114&source=ANSWER&theme=VGgx");

        var asked = host.GraphQL.Executed.Last(e => e.Operation == "CodingBoard").Variables;
        asked.GetProperty("state").ValueKind.ShouldBe(JsonValueKind.Null);
        asked.GetProperty("proxy").GetBoolean().ShouldBeTrue();
        new[] { "words", "audience", "district", "source", "themeId" }.Select(name => asked.GetProperty(name).GetString()).ShouldBe(["letter", "YOUNG_PEOPLE", "E07000114", "ANSWER", "VGgx"]);
        officer.Texts("[data-row=VmlldzE] mark").ShouldBe(["letters"]);
        officer.Document.QuerySelector("details.find")!.HasAttribute("open").ShouldBeTrue();
    }

    [Fact]
    public async Task An_empty_board_says_what_to_do_next()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("CodingBoard", CodingReplies.OneBoard("", total: 0));
        using var officer = await host.Visit().OpenAsync(CodingReplies.Board);

        officer.Text(".nothing").ShouldBe("Every view so far has been read and coded. Look at the themes next: each needs an answer.");
    }

    [Fact]
    public async Task Who_only_reads_is_offered_nothing_to_decide()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("StaffConsultation", CodingReplies.Consultation(ReadsOnly));
        using var analyst = await host.Visit().OpenAsync(CodingReplies.Board);

        host.GraphQL.Executed.Last(e => e.Operation == "CodingBoard").Variables.GetProperty("mayCode").GetBoolean().ShouldBeFalse();
        analyst.Document.QuerySelector(".book").ShouldBeNull();
        await analyst.OpenAsync($"{CodingReplies.Board}/several");
        analyst.Response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Several_views_are_looked_at_before_anything_happens_and_those_left_out_say_why()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ChosenViews", CodingReplies.Chosen(
            CodingReplies.View("VmlldzE"), CodingReplies.View("VmlldzI", state: "CODED", themes: $"[{CodingReplies.Letters}]"), CodingReplies.View("VmlldzM", state: "WITHDRAWN")));
        using var officer = await host.Visit().OpenAsync($"{CodingReplies.Board}/several");

        await SeveralAsync(officer, ("viewIds", "VmlldzE"), ("viewIds", "VmlldzI"), ("viewIds", "VmlldzM"), ("themeId", "VGgx"), ("what", "code"));

        officer.Text(".govuk-body-l").ShouldBe("1 view will be coded to “Letters are hard to follow”.");
        officer.Html.ShouldContain("2 views left out: it has this theme already (1), the person has withdrawn it (1).");
        host.GraphQL.Executed.ShouldNotContain(e => e.Operation == "CodeViews");
        await officer.PressAsync("Code 1 view");

        host.GraphQL.LastInput("CodeViews").GetProperty("viewIds").EnumerateArray().Select(id => id.GetString()).ShouldBe(["VmlldzE"]);
        officer.Heading.ShouldBe("1 view coded to “Letters are hard to follow”");
    }

    [Fact]
    public async Task What_was_done_to_several_views_is_undone_together()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ChosenViews", CodingReplies.Chosen(CodingReplies.View("VmlldzE")));
        using var officer = await host.Visit().OpenAsync($"{CodingReplies.Board}/several");
        await SeveralAsync(officer, ("viewIds", "VmlldzE"), ("themeId", "VGgx"), ("what", "code"));
        await officer.PressAsync("Code 1 view");

        await officer.PressAsync("Undo all of it");

        var input = host.GraphQL.LastInput("UncodeViews");
        input.GetProperty("themeId").GetString().ShouldBe("VGgx");
        input.GetProperty("viewIds")[0].GetString().ShouldBe("VmlldzE");
        input.GetProperty("why").GetString().ShouldBe("Given by mistake, and taken back at once.");
        officer.Heading.ShouldBe("Undone for 1 view");
    }

    [Fact]
    public async Task All_that_a_search_finds_is_at_most_what_can_be_changed_together()
    {
        await using var host = await StartAsync();
        var page = 0;
        host.GraphQL.Reply("SeveralViews", _ => $$"""
            { "data": { "views": { "totalCount": 230, "pageInfo": { "hasNextPage": true, "endCursor": "{{++page}}" },
              "nodes": [{{string.Join(',', Enumerable.Range(0, 50).Select(i => CodingReplies.View($"Vmlld{page}x{i}")))}}] } } }
            """);
        using var officer = await host.Visit().OpenAsync($"{CodingReplies.Board}/several?words=letter");

        await SeveralAsync(officer, ("which", "found"), ("themeId", "VGgx"), ("what", "code"));

        officer.Text(".govuk-body-l").ShouldStartWith("200 views will be coded");
        officer.Html.ShouldContain("Your search finds 30 more than can be changed at once.");
    }

    [Fact]
    public async Task Several_views_need_a_choice_a_theme_and_where_it_is_taken_off_a_reason()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync($"{CodingReplies.Board}/several");

        await SeveralAsync(officer, ("what", "off"));

        officer.Problems.ShouldBe(["Choose at least one view", "Choose a theme", "Write why these views do not belong to the theme"]);
    }

    [Fact]
    public async Task Progress_is_shown_audience_by_audience_with_the_agreement_of_two_coders_in_plain_words()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync($"{CodingReplies.Board}/progress");

        officer.Texts("section[aria-labelledby=progress] tbody tr").ShouldBe(["Parent or carer300 coded, 0 cannot be coded 100 75%", "Child or young person, said for them by somebody else4 coded, 0 cannot be coded 0 100%"]);
        officer.Texts(".loop-step .figures dd").ShouldBe(["20 of 50", "0.72", "Good"]);
        officer.Texts("section[aria-labelledby=suggestions] tbody td").ShouldBe(["30", "10", "75%"]);
    }

    [Fact]
    public async Task A_sample_is_drawn_by_chance_with_the_number_that_chose_it()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync($"{CodingReplies.Board}/progress");

        await officer.PressAsync("Draw a sample", ("count", "many"));
        officer.Problems.ShouldBe(["Enter a number of views from 1 to 500"]);
        await officer.PressAsync("Draw a sample", ("count", "50"));

        host.GraphQL.LastInput("DrawCodingSample").GetProperty("count").GetInt32().ShouldBe(50);
        host.GraphQL.LastInput("DrawCodingSample").GetProperty("seed").GetInt32().ShouldBeGreaterThan(0);
        officer.Text(".done").ShouldStartWith("A sample is drawn.");
    }

    [Fact]
    public async Task A_view_is_coded_again_blind()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync($"{CodingReplies.Board}/samples/U2FtMQ");

        officer.Document.QuerySelectorAll<IHtmlInputElement>(".book input").ShouldAllBe(box => !box.IsChecked);
        await officer.PostAsync($"{CodingReplies.Board}/samples/U2FtMQ", [Token(officer), KeyValuePair.Create("_view", "VmlldzE"), KeyValuePair.Create("theme", "VGgx"), KeyValuePair.Create("do", "save")]);

        var input = host.GraphQL.LastInput("CodeAgain");
        input.GetProperty("viewId").GetString().ShouldBe("VmlldzE");
        input.GetProperty("themeIds")[0].GetString().ShouldBe("VGgx");
        officer.Text(".done").ShouldStartWith("Saved.");
    }

    [Fact]
    public async Task Who_coded_the_rest_of_a_sample_is_told_that_somebody_else_must_code_it_again()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ViewToCodeAgain", CodingReplies.ToCodeAgain("null"));
        using var officer = await host.Visit().OpenAsync($"{CodingReplies.Board}/samples/U2FtMQ");

        officer.Text(".nothing").ShouldStartWith("No view of this sample is left for you");
    }

    private static KeyValuePair<string, string> Token(Visitor officer) =>
        KeyValuePair.Create("__token", officer.Document.QuerySelector("main input[name=__token]")!.GetAttribute("value")!);

    private static Task<Visitor> DecideAsync(Visitor officer, string viewId, params (string Field, string Value)[] fields) =>
        officer.PostAsync($"{CodingReplies.Board}/views/{viewId}", [Token(officer), KeyValuePair.Create("_key", "key"), .. fields.Select(field => KeyValuePair.Create(field.Field, field.Value))]);

    private static Task<Visitor> SeveralAsync(Visitor officer, params (string Field, string Value)[] fields) =>
        officer.PostAsync($"{CodingReplies.Board}/several/preview", [Token(officer), .. fields.Select(field => KeyValuePair.Create(field.Field, field.Value))]);

    private static async Task<(HttpStatusCode Status, JsonElement Answer)> PressKeyAsync(Visitor officer, string themeId)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{CodingReplies.Board}/views/VmlldzE")
        {
            Content = new FormUrlEncodedContent([Token(officer), KeyValuePair.Create("_key", "key"), KeyValuePair.Create("_version", "3"), KeyValuePair.Create("do", "code"), KeyValuePair.Create("theme", themeId)]),
        };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using var reply = await officer.SendAsync(request);
        return (reply.StatusCode, JsonSerializer.Deserialize<JsonElement>(await reply.Content.ReadAsStringAsync()));
    }

    private static async Task<PagesHost> StartAsync()
    {
        var host = await PagesHost.StartAsync();
        CodingReplies.Set(host.GraphQL);
        host.GraphQL.Data("CodingBoard", CodingReplies.OneBoard(CodingReplies.ThreeViews, CodingReplies.View("VmlldzI", "Nobody calls back.")))
            .Data("NextView", Replies.NextView("VmlldzE", "VmlldzI")).Data("OpenTheme", Replies.Done("openTheme", "theme", "VGg5"))
            .Data("CodeView", Replies.Done("codeView", "view", "VmlldzE")).Data("UncodeView", Replies.Done("uncodeView", "view", "VmlldzE"))
            .Data("MarkViewNotCodable", Replies.Done("markViewNotCodable", "view", "VmlldzE")).Data("RejectViewSuggestion", Replies.Done("rejectViewSuggestion", "view", "VmlldzE"))
            .Data("CodeViews", Replies.Done("codeViews", "theme", "VGgx")).Data("UncodeViews", Replies.Done("uncodeViews", "theme", "VGgx"))
            .Data("DrawCodingSample", Replies.Done("drawCodingSample", "codingSample", "U2FtMQ")).Data("CodeAgain", Replies.Done("codeAgain", "codingSample", "U2FtMQ"));
        return host;
    }
}
