using System.Text.Json;
using static Engagement.Web.Tests.Staff.OfficerReplies;

namespace Engagement.Web.Tests.Staff;

/// <summary>The yearly comments on the Local Offer with their answers.</summary>
public sealed class LocalOfferTests
{
    private const string Address = "/staff/local-offer?year=2019";

    [Fact]
    public async Task A_year_says_what_was_answered_what_is_open_and_what_is_missing()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("LocalOfferYear", LocalOffer(missing: """
            { "what": "LOOP", "title": "A page in Polish", "themeId": "VGgx", "loopId": null }, { "what": "PROOF", "title": "Finding what there is", "themeId": "VGgy", "loopId": "TG9vcDE" }
            """));
        using var officer = await host.Visit().OpenAsync(Address);

        officer.Texts(".figures dd").ShouldBe(["2", "3", "1", "2", "0"]);
        officer.Document.QuerySelectorAll("#missing ~ ul a").Select(link => (link.TextContent, link.GetAttribute("href")))
            .ShouldBe([("A page in Polish", "/staff/themes/VGgx"), ("Finding what there is", "/staff/loops/TG9vcDE")]);
        officer.Texts("main h3[id^=comment]").ShouldBe(["Pages that are old", "Finding what there is"], "content comes first, as in the law");
        officer.Text("main").ShouldContain("25 views said this.");
        officer.Text("main").ShouldContain("We do not show how many, because a small number could point to a person.");
        officer.Text("main").ShouldContain("A search by age (By 30 June 2020, Local Offer Manager)");
        officer.Text("main").ShouldContain("Comments without a published answer at the end of the year: 3");
        officer.Texts(".filter [aria-current]").ShouldBe(["2019/20"]);
    }

    [Fact]
    public async Task A_year_goes_to_the_releases_once_it_is_over_and_only_for_whoever_drafts()
    {
        await using var host = await StartAsync();
        using var person = await host.Visit().OpenAsync(Address);
        person.Document.QuerySelector("main a.govuk-button")!.GetAttribute("href").ShouldBe("/staff/releases/new?offer=2019");

        host.GraphQL.Data("LocalOfferYear", LocalOffer(me: "\"loops.read\""));
        (await person.OpenAsync(Address)).Text("#publication + p").ShouldBe("It is not published. An analyst drafts it, and a decision-maker approves it.");
        host.GraphQL.Data("LocalOfferYear", LocalOffer(over: false));
        (await person.OpenAsync(Address)).Text("#publication + p").ShouldBe("The year is not over. It can be published from 1 September 2020 on.");
        host.GraphQL.Data("LocalOfferYear", LocalOffer(releases: """{ "id": "UmVsMQ", "title": "Comments, 2019/20", "state": "PUBLISHED", "publishedAt": "2020-09-28T09:30:00Z" }"""));
        (await person.OpenAsync(Address)).Text("#publication + p").ShouldBe("Published Comments, 2019/20, 28 September 2020");
        host.GraphQL.Data("LocalOfferYear", LocalOffer(drafts: """{ "id": "UmVsMg", "title": "Comments, 2019/20", "state": "CHECKED", "publishedAt": null }"""));
        (await person.OpenAsync(Address)).Document.QuerySelector("#publication + p a")!.GetAttribute("href").ShouldBe("/staff/releases/UmVsMg");
        person.Document.QuerySelectorAll("main a.govuk-button").ShouldBeEmpty("one draft is enough");
    }

    [Fact]
    public async Task It_is_a_file_for_a_spreadsheet_too()
    {
        await using var host = await StartAsync();
        using var officer = host.Visit();

        var file = await FileAsync(officer, $"{Address}&as=csv&table=local-offer");

        file.ShouldContain("about,title,comment,views,state,response");
        file.ShouldContain("Finding what there is,The Local Offer is hard to search.,25,We will,We will make a better search.");
    }

    [Fact]
    public async Task It_is_drafted_by_the_year_it_begins_in()
    {
        await using var host = await StartAsync();
        ResultsReplies.Set(host.GraphQL);
        host.GraphQL.Data("LocalOfferToRelease", """{ "localOfferYear": { "releases": [] } }""").Data("DraftRelease", """{ "draftRelease": { "release": { "id": "UmVsMQ" }, "errors": null } }""");
        using var analyst = await host.Visit().OpenAsync("/staff/releases/new?offer=2019");
        analyst.Text(".govuk-caption-l").ShouldBe("Comments on the Local Offer and our answers, 2019/20");

        await analyst.PressAsync("Draft and check");

        host.GraphQL.LastInput("DraftRelease").GetProperty("subject").GetProperty("localOfferYear").GetInt32().ShouldBe(2019);
    }

    [Fact]
    public async Task What_was_published_is_for_everybody_to_read_and_to_print()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Release", $$"""
            { "release": { "id": "UmVsMQ", "title": "Comments on the Local Offer, 2019/20", "state": "PUBLISHED", "publishedAt": "2020-09-28T09:30:00Z", "asAt": "2020-09-21T09:30:00Z", "hash": "abc",
              "revisionReason": null, "revisedBecause": null, "revises": null, "revisedBy": null, "policy": { "hideUnder": 10, "roundTo": 5, "leastBase": 10 },
              "subject": { "kind": "LOCAL_OFFER_YEAR", "consultation": null, "wave": null }, "tables": [], "localOffer": {{LocalOfferReturn}} } }
            """);
        using var person = await host.Visit().OpenAsync("/figures/UmVsMQ");

        person.Text("main").ShouldContain("What families and young people said about the Local Offer from 1 September 2019 to 31 August 2020");
        person.Texts("main h3").ShouldBe(["Pages that are old", "Finding what there is"]);
        person.Text("main").ShouldContain("This decision is being looked at again.");
        person.Texts("[data-print]").ShouldBe(["Print this page"]);
        (await FileAsync(person, "/figures/UmVsMQ?as=json")).ShouldContain("\"caption\": \"Comments on the Local Offer and responses, 2019/20\"");
    }

    [Fact]
    public async Task A_theme_is_marked_as_a_comment_on_its_page()
    {
        await using var host = await StartAsync();
        CodingReplies.Set(host.GraphQL);
        host.GraphQL.Data("MarkThemeForLocalOffer", Replies.Done("markThemeForLocalOffer", "theme", "VGgx"));
        using var officer = await host.Visit().OpenAsync("/staff/themes/VGgx");

        await officer.PressAsync("Save this", ("matter", "ACCESSIBILITY"));

        officer.Text(".done").ShouldBe("It is saved whether it is about the Local Offer.");
        host.GraphQL.LastInput("MarkThemeForLocalOffer").GetProperty("matter").GetString().ShouldBe("ACCESSIBILITY");
        await officer.OpenAsync("/staff/themes/VGgx");
        await officer.PressAsync("Save this", ("matter", "NONE"));
        host.GraphQL.LastInput("MarkThemeForLocalOffer").GetProperty("matter").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    private static async Task<string> FileAsync(Visitor visitor, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        using var file = await visitor.SendAsync(request);
        return await file.Content.ReadAsStringAsync();
    }

    private static async Task<PagesHost> StartAsync()
    {
        var host = await PagesHost.StartAsync();
        Set(host.GraphQL);
        return host;
    }
}
