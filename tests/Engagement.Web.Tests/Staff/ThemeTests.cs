using System.Net;
using System.Text.Json;

namespace Engagement.Web.Tests.Staff;

public sealed class ThemeTests
{
    private const string Theme = "/staff/themes/VGgx";
    private const string Commissioner = """ "me": { "role": "commissioner", "permissions": ["loops.read", "metrics.read"] } """;

    [Fact]
    public async Task Themes_are_found_by_all_that_the_schema_can_look_for()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync(
            "/staff/themes?words=letters&consultation=Q29uMQ&audience=YOUNG_PEOPLE&district=E07000114&disposition=ACCEPTED&answer=long&order=NEWEST");

        var asked = Asked(host, "StaffThemes");
        new[] { "words", "consultationId", "audience", "district", "disposition", "order" }.Select(name => asked.GetProperty(name).GetString())
            .ShouldBe(["letters", "Q29uMQ", "YOUNG_PEOPLE", "E07000114", "ACCEPTED", "NEWEST"]);
        asked.GetProperty("waitingDays").GetInt32().ShouldBe(60);
        officer.Texts(".rows__title").ShouldBe(["Letters are hard to follow", "One person to call"]);
        officer.Text(".rows__item:first-child .rows__note").ShouldStartWith("34 views. Shorter waits. Accepted. Without an answer for");
    }

    [Fact]
    public async Task Standing_themes_are_asked_for_in_place_of_a_consultation()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync("/staff/themes?consultation=standing");

        Asked(host, "StaffThemes").GetProperty("standing").GetBoolean().ShouldBeTrue();
        Asked(host, "StaffThemes").GetProperty("consultationId").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task A_merged_theme_says_where_its_views_are_counted()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync("/staff/themes?answer=merged");

        officer.Text(".rows__item:nth-child(2) .rows__note").ShouldEndWith("Merged into Being believed.");
    }

    [Fact]
    public async Task A_merged_theme_can_be_taken_out_again_and_the_page_says_first_what_will_happen()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("StaffTheme", CodingReplies.Theme(mergedInto: """{ "id": "VGgz", "title": "Being believed" }""", broughtAlong: "34"))
            .Data("UnmergeTheme", Replies.Refused("unmergeTheme", "theme", "REASON_REQUIRED", "Enter why the two do not make the same point", "reason"));
        using var officer = await host.Visit().OpenAsync(Theme);
        await officer.OpenAsync(officer.Document.QuerySelector(".govuk-inset-text a[href$=unmerge]")!.GetAttribute("href")!);
        officer.Text("main ul").ShouldContain("The 34 views that it brought along go back to it. What was coded to “Being believed” since stays there");

        await officer.PressAsync("Take it out again");
        officer.Text("#reason-error").ShouldBe("Error: Enter why the two do not make the same point");
        host.GraphQL.Data("UnmergeTheme", Replies.Done("unmergeTheme", "theme", "VGgx"));
        await officer.PressAsync("Take it out again", ("reason", "One is about letters"));

        officer.Text(".done").ShouldBe("It stands by itself again, with the views that it had brought along.");
        var sent = host.GraphQL.LastInput("UnmergeTheme");
        (sent.GetProperty("themeId").GetString(), sent.GetProperty("reason").GetString()).ShouldBe(("VGgx", "One is about letters"));
    }

    [Fact]
    public async Task Who_else_has_the_theme_open_is_shown_and_whoever_has_another_one_is_not()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("BeAtBoard", CodingReplies.Company(("a1b2", null), ("c3d4", null)).Replace("\"themeId\": null }]", "\"themeId\": \"VGgx\" }]", StringComparison.Ordinal));
        using var officer = await host.Visit().OpenAsync(Theme);

        officer.Text("#at-it").ShouldStartWith("Participation officer c3d4 has this theme open too.");
        host.GraphQL.LastInput("BeAtBoard").GetProperty("themeId").GetString().ShouldBe("VGgx");
    }

    [Fact]
    public async Task What_was_answered_together_since_is_not_taken_apart()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("StaffTheme", CodingReplies.Theme(mergedInto: """{ "id": "VGgz", "title": "Being believed" }""", broughtAlong: "34"))
            .Data("UnmergeTheme", Replies.Refused("unmergeTheme", "theme", "DECISION_PUBLISHED_SINCE", "'Being believed' has published a decision since the merge", "themeId"));
        using var officer = await host.Visit().OpenAsync($"{Theme}/unmerge");

        await officer.PressAsync("Take it out again", ("reason", "One is about letters"));

        officer.Problems.ShouldBe(["'Being believed' has published a decision since the merge"]);
        officer.Text("#reason").ShouldBe("One is about letters");
    }

    [Fact]
    public async Task A_theme_shows_its_definition_its_voices_apart_its_views_and_its_lineage()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync(Theme);

        officer.Text(".govuk-summary-list__value").ShouldBe("What makes a letter hard to read.");
        officer.Text("section[aria-labelledby=voices] .rows__note.board__note").ShouldBe("More than before");
        officer.Texts("section[aria-labelledby=voices] tbody td").ShouldBe(["30", "4"]);
        officer.Text("section[aria-labelledby=views] .view__words").ShouldBe("The letters were nine pages.");
        officer.Text("section[aria-labelledby=lineage]").ShouldContain("It was a part of Letters and calls.");
        officer.Text("section[aria-labelledby=lineage]").ShouldEndWith("Belongs together with: Being believed");
        officer.Document.QuerySelectorAll("main a").ShouldContain(link => link.TextContent.StartsWith("History"));
        officer.Document.QuerySelector("section[aria-labelledby=answer] a")!.GetAttribute("href").ShouldBe("/staff/loops/TG9vcDE");
    }

    [Fact]
    public async Task Who_may_not_read_views_is_shown_none_and_none_are_asked_for()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ThemeViewer", $"{{ {Commissioner} }}");
        using var commissioner = await host.Visit().OpenAsync(Theme);

        Asked(host, "StaffTheme").GetProperty("readsViews").GetBoolean().ShouldBeFalse();
        commissioner.Document.QuerySelector("section[aria-labelledby=views]").ShouldBeNull();
        commissioner.Document.QuerySelector("section[aria-labelledby=do]").ShouldBeNull();
        await commissioner.OpenAsync($"{Theme}/split");
        commissioner.Response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_theme_is_defined_at_the_version_that_was_read()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync(Theme);

        await officer.PressAsync("Save the definition", ("definition", "Letters that are long or unclear."), ("exclude", "Late letters."));

        var input = host.GraphQL.LastInput("DescribeTheme");
        input.GetProperty("definition").GetString().ShouldBe("Letters that are long or unclear.");
        input.GetProperty("include").ValueKind.ShouldBe(JsonValueKind.Null);
        input.GetProperty("expectedVersion").GetInt32().ShouldBe(7);
        officer.Text(".done").ShouldStartWith("The definition is saved.");
    }

    [Fact]
    public async Task Of_two_officers_at_once_the_second_is_told_what_the_first_did_sees_both_and_loses_nothing()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("DescribeTheme", Replies.Refused("describeTheme", "theme", "STALE_VERSION", "Someone else changed this while you were working.", "expectedVersion"));
        using var second = await host.Visit().OpenAsync(Theme);
        host.GraphQL.Data("StaffTheme", CodingReplies.Theme("What the first officer wrote.", version: 8));

        await second.PressAsync("Save the definition", ("definition", "What the second officer wrote."));

        second.Problems.ShouldBe(["Somebody else changed this theme while you were writing. Read what it says now, and save again"]);
        second.Text("#now .govuk-summary-list__value").ShouldBe("What the first officer wrote.");
        second.Text("textarea[name=definition]").ShouldBe("What the second officer wrote.");

        host.GraphQL.Data("DescribeTheme", Replies.Done("describeTheme", "theme", "VGgx"));
        await second.PressAsync("Save the definition");
        host.GraphQL.LastInput("DescribeTheme").GetProperty("expectedVersion").GetInt32().ShouldBe(8);
        host.GraphQL.LastInput("DescribeTheme").GetProperty("definition").GetString().ShouldBe("What the second officer wrote.");
    }

    [Fact]
    public async Task What_becomes_of_a_theme_is_said_with_a_reason_where_it_is_not_accepted()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("DisposeTheme", Replies.Refused("disposeTheme", "theme", "REASON_REQUIRED", "Enter the reason why this is not accepted", "reason"));
        using var officer = await host.Visit().OpenAsync(Theme);

        await officer.PressAsync("Save what becomes of it");
        officer.Problems.ShouldBe(["Choose what becomes of it"]);
        await officer.PressAsync("Save what becomes of it", ("disposition", "NOT_ACCEPTED"));

        officer.Problems.ShouldBe(["Enter the reason why this is not accepted"]);
        officer.Text("#reason-error").ShouldBe("Error: Enter the reason why this is not accepted");
        host.GraphQL.LastInput("DisposeTheme").GetProperty("disposition").GetString().ShouldBe("NOT_ACCEPTED");
    }

    [Fact]
    public async Task A_theme_is_shared_back_and_linked()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync(Theme);

        await officer.PressAsync("Save", ("route", "At the west forum"), ("count", "12"));
        host.GraphQL.LastInput("ShareThemeBack").GetProperty("count").GetInt32().ShouldBe(12);
        await officer.PressAsync("Link them", ("otherThemeId", "VGgy"), ("why", "Both are about calls."));

        host.GraphQL.LastInput("LinkThemes").GetProperty("otherThemeId").GetString().ShouldBe("VGgy");
        officer.Text(".done").ShouldBe("The two themes are linked.");
    }

    [Fact]
    public async Task A_merge_says_first_what_will_happen()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync($"{Theme}/merge");
        officer.Texts("select[name=into] option").ShouldBe(["Choose a theme", "One person to call (12 views)", "Being believed (206 views, standing)"], "none is chosen beforehand");
        (await officer.OpenAsync($"{Theme}/merge?into=")).Text("#into-error").ShouldBe("Error: Choose the theme that takes its views");

        (await officer.OpenAsync($"{Theme}/merge?into=VGgz")).Text(".govuk-warning-text__text")
            .ShouldStartWith("Warning“Letters are hard to follow” is of the consultation “Shorter waits”, and “Being believed” is a standing theme.");
        await officer.OpenAsync($"{Theme}/merge?into=VGgy");
        officer.Text(".govuk-warning-text").ShouldBeEmpty();
        officer.Texts("main li").ShouldContain("Its 34 views are counted with the 12 views of “One person to call”. A view that carries both is counted once.");
        host.GraphQL.Executed.ShouldNotContain(e => e.Operation == "MergeThemes");
        await officer.PressAsync("Merge them");

        host.GraphQL.LastInput("MergeThemes").GetProperty("fromIds")[0].GetString().ShouldBe("VGgx");
        host.GraphQL.LastInput("MergeThemes").GetProperty("intoId").GetString().ShouldBe("VGgy");
        officer.Text(".done").ShouldStartWith("The themes are merged.");
    }

    [Fact]
    public async Task The_theme_that_took_the_views_leads_back_while_the_other_is_still_in_it()
    {
        await using var host = await StartAsync();
        const string Into = """{ "id": "VGgx", "title": "Letters are hard to follow" }""";
        string With(params string[] changes) => CodingReplies.Theme().Replace(
            """{ "at": "2026-10-03T10:00:00Z", "kind": "SPLIT", "from": { "id": "VGg5", "title": "Letters and calls" }, "into": { "id": "VGgx", "title": "Letters are hard to follow" } }""",
            string.Join(", ", changes), StringComparison.Ordinal);
        string Change(string kind, string at) => $$"""{ "at": "{{at}}", "kind": "{{kind}}", "from": { "id": "VGgy", "title": "One person to call" }, "into": {{Into}} }""";
        host.GraphQL.Data("StaffTheme", With(Change("MERGED", "2026-10-04T10:00:00Z")));
        using var officer = await host.Visit().OpenAsync(Theme);

        officer.Document.QuerySelectorAll("a[href='/staff/themes/VGgy/unmerge']").Length.ShouldBe(1);
        host.GraphQL.Data("StaffTheme", With(Change("MERGED", "2026-10-04T10:00:00Z"), Change("UNMERGED", "2026-10-05T10:00:00Z")));
        (await officer.OpenAsync(Theme)).Document.QuerySelectorAll("a[href='/staff/themes/VGgy/unmerge']").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_theme_with_a_published_decision_is_linked_instead_of_merged()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("StaffTheme", CodingReplies.Theme(entry: """{ "slug": "letters" }"""));
        using var officer = await host.Visit().OpenAsync($"{Theme}/merge?into=VGgy");

        officer.Text(".govuk-inset-text").ShouldStartWith("This theme has a published decision. Link it instead of merging");
        officer.Texts("main button").ShouldBe(["Sign out"]);
        await officer.OpenAsync($"{Theme}/split");
        officer.Text(".govuk-inset-text").ShouldStartWith("This theme has a published decision. Open a new theme and link it instead of splitting");
    }

    [Fact]
    public async Task A_merge_that_is_refused_says_why()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("MergeThemes", Replies.Refused("mergeThemes", "theme", "THEME_HAS_PUBLISHED_DECISION", "This theme has a published decision. Link it instead of merging", "fromIds"));
        using var officer = await host.Visit().OpenAsync($"{Theme}/merge?into=VGgy");

        await officer.PressAsync("Merge them");

        officer.Problems.ShouldBe(["This theme has a published decision. Link it instead of merging"]);
    }

    [Fact]
    public async Task A_part_is_split_off_with_the_views_that_make_it()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync($"{Theme}/split");

        await officer.PressAsync("Open the new theme with these views", ("viewIds", "VmlldzE"), ("title", "Long letters"), ("summary", "Letters are too long."));

        var input = host.GraphQL.LastInput("SplitTheme");
        input.GetProperty("themeId").GetString().ShouldBe("VGgx");
        input.GetProperty("viewIds")[0].GetString().ShouldBe("VmlldzE");
        officer.Address.ShouldBe("/staff/themes/VGg6?done=split");
        officer.Text(".done").ShouldBe("This is the new theme, with the views that you chose.");
    }

    private static JsonElement Asked(PagesHost host, string operation) => host.GraphQL.Executed.Last(e => e.Operation == operation).Variables;

    private static async Task<PagesHost> StartAsync()
    {
        var host = await PagesHost.StartAsync();
        CodingReplies.Set(host.GraphQL);
        host.GraphQL.Data("DescribeTheme", Replies.Done("describeTheme", "theme", "VGgx")).Data("DisposeTheme", Replies.Done("disposeTheme", "theme", "VGgx"))
            .Data("ShareThemeBack", Replies.Done("shareThemeBack", "theme", "VGgx")).Data("LinkThemes", Replies.Done("linkThemes", "theme", "VGgx"))
            .Data("MergeThemes", Replies.Done("mergeThemes", "theme", "VGgy")).Data("SplitTheme", Replies.Done("splitTheme", "theme", "VGg6"));
        return host;
    }
}
