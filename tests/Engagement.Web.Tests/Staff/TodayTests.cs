using System.Net;
using static Engagement.Web.Tests.Staff.TodayReplies;

namespace Engagement.Web.Tests.Staff;

public sealed class TodayTests
{
    [Fact]
    public async Task What_is_late_and_what_has_waited_longest_is_said_in_words_with_the_way_to_it()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync("/staff");

        officer.Heading.ShouldBe("Today");
        officer.Texts(".rows__title").ShouldBe(
            ["Keep a promise, or move its date with a reason: Letters are hard to follow", "Read and code 2 views: Shorter waits", "Look at a post or comment: What makes a good review meeting?"]);
        officer.Text(".rows__item:first-child .view__words").ShouldBe("3 days overdue Letters are hard to follow");
        officer.Text(".rows__item:first-child .rows__note").ShouldMatch("^Due on .*\\. Waits 40 days, since .*\\.$");
        officer.Text(".rows__item:nth-child(2) .rows__note").ShouldStartWith("The first waits 12 days, since");
        officer.Text(".rows__item:nth-child(3) .govuk-tag--blue").ShouldBe("Somebody else is on it");
        officer.Document.QuerySelectorAll(".rows__title a").Select(link => link.GetAttribute("href")).ShouldBe(
            ["/staff/loops/TG9vcDE", $"/staff/consultations/{Replies.Slug}/coding?view=VmlldzE", "/staff/moderation/Q29udHIx"]);
        officer.Document.QuerySelector(".older a")!.GetAttribute("href").ShouldBe("/staff?after=next");
    }

    [Fact]
    public async Task How_much_there_is_of_each_kind_narrows_the_list_and_kinds_without_work_are_left_out()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync("/staff?consultation=Q29uMQ&only=late");

        officer.Texts(".filter__link").ShouldBe(["Everything (101+)", "Promises overdue (1)", "Views to read (100+)"]);
        officer.Document.QuerySelectorAll(".filter__link")[2].GetAttribute("href").ShouldBe("/staff?kind=unread-view&consultation=Q29uMQ&only=late");
        officer.Document.QuerySelectorAll(".search a").Single().GetAttribute("href").ShouldBe("/staff", "and the way back to all of it");
        await officer.OpenAsync("/staff?kind=unread-view&consultation=Q29uMQ&only=late&after=next");

        officer.Text(".filter__link[aria-current]").ShouldBe("Views to read (100+)");
        var asked = host.GraphQL.Executed.Last(one => one.Operation == "StaffToday").Variables;
        (asked.GetProperty("kinds")[0].GetString(), asked.GetProperty("consultationId").GetString(), asked.GetProperty("overdue").GetBoolean(), asked.GetProperty("after").GetString())
            .ShouldBe(("UNREAD_VIEW", "Q29uMQ", true, "next"));
    }

    [Fact]
    public async Task Where_nothing_waits_it_says_what_else_there_is_to_do()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("StaffToday", """{ "workbenchCounts": [], "workbench": { "nodes": [] }, "consultations": { "nodes": [] } }""");
        using var officer = await host.Visit().OpenAsync("/staff");

        officer.Text(".nothing").ShouldStartWith("Nothing waits for you.");
        officer.Document.QuerySelector(".nothing a")!.GetAttribute("href").ShouldBe("/staff/more");
        await officer.OpenAsync("/staff?kind=appeal-waits");
        officer.Text(".nothing").ShouldStartWith("Nothing of this waits.");
        officer.Document.QuerySelector(".nothing a")!.GetAttribute("href").ShouldBe("/staff");
    }

    [Theory]
    [InlineData("THEME_NEEDS_RESPONSE", "/staff/themes/SWQx")]
    [InlineData("ENTRY_TO_READ", "/staff/reading/words/SWQx")]
    [InlineData("ENTRY_TO_PUBLISH", "/staff/loops/SWQx")]
    [InlineData("SAFEGUARDING_OPEN", "/staff/safeguarding/SWQx")]
    [InlineData("ERASURE_TO_DECIDE", "/staff/privacy/erasure/SWQx")]
    [InlineData("PAPER_TO_CHECK", "/staff/paper")]
    [InlineData("RELEASE_TO_APPROVE", "/staff/releases/SWQx")]
    public async Task Each_kind_of_work_leads_to_where_it_is_done(string kind, string address)
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("StaffToday", List("", Item(kind, "SWQx", "A thing", since: 0, due: 1)));
        using var officer = await host.Visit().OpenAsync("/staff");

        officer.Document.QuerySelector(".rows__title a")!.GetAttribute("href").ShouldBe(address);
        officer.Text(".rows__title").ShouldNotContain("_");
        officer.Text(".rows__note").ShouldStartWith("Due tomorrow");
    }

    [Fact]
    public async Task A_role_without_such_work_finds_all_it_can_do_at_the_same_address()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("StaffMe", """{ "me": { "role": "commissioner", "permissions": ["metrics.read", "loops.read"] } }""");
        using var commissioner = await host.Visit().OpenAsync("/staff");

        commissioner.Heading.ShouldBe("Everything you can do here");
        commissioner.Texts(".site-nav__link").ShouldNotContain("Today");
        host.GraphQL.Executed.Select(one => one.Operation).ShouldNotContain("StaffToday");
    }

    [Fact]
    public async Task The_list_alone_is_what_an_open_page_is_kept_up_to_date_with()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync("/staff?kind=unread-view");

        host.GraphQL.Executed.Select(one => one.Operation).ShouldBe(["StaffMe", "LivePosition", "StaffToday"], "in this order, or what falls between is missed");
        var live = officer.Document.QuerySelector("[data-live=workbench]")!;
        live.GetAttribute("data-position").ShouldBe("1207");
        await officer.OpenAsync(live.GetAttribute("data-address")!);

        officer.Document.QuerySelector("h1").ShouldBeNull();
        officer.Document.QuerySelector("[data-live-parts]")!.GetAttribute("data-news").ShouldBe("101 or more things wait for you");
        officer.Document.QuerySelectorAll(".filter__link")[0].GetAttribute("href").ShouldBe("/staff", "its links lead to the page");
    }

    [Fact]
    public async Task A_history_says_who_changed_what_when_and_why()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync("/staff/history/Q29uMQ");

        officer.Heading.ShouldBe("History of this consultation");
        officer.Text(".govuk-caption-l").ShouldBe("Shorter waits");
        officer.Texts(".steps__title").ShouldBe(["More time was given to answer", "It was opened for answers"]);
        officer.Texts(".steps__when").ShouldBe(
            ["1 October 2026 at 10:00am. Participation officer", "15 September 2026 at 10:00am. The platform, by itself. Entered on 16 September 2026"]);
        officer.Texts(".steps .govuk-body").ShouldBe(
            ["Why: The printed copies came late", "Closes on: 24 November 2026, before that 10 November 2026", "Opens on: 15 September 2026"]);
        officer.Document.QuerySelector(".govuk-back-link")!.GetAttribute("href").ShouldBe($"/staff/consultations/{Replies.Slug}");
        officer.Document.QuerySelector(".older a")!.GetAttribute("href").ShouldBe("/staff/history/Q29uMQ?after=before");
    }

    [Fact]
    public async Task A_history_that_is_not_to_be_read_is_not_a_page_and_a_thing_without_a_name_has_one()
    {
        await using var host = await StartAsync();
        host.GraphQL.Fail("HistoryThing", "ID_INVALID");
        using var officer = await host.Visit().OpenAsync("/staff/history/Q29udHIx");
        officer.Heading.ShouldBe("History");

        host.GraphQL.Data("StaffHistory", """{ "me": { "role": "analyst", "permissions": ["metrics.read"] }, "history": null }""");
        await officer.OpenAsync("/staff/history/Q29udHIx");
        officer.Response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<PagesHost> StartAsync()
    {
        var host = await PagesHost.StartAsync();
        Set(host.GraphQL);
        return host;
    }
}
