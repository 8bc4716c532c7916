using System.Net;
using static Engagement.Web.Tests.Staff.TodayReplies;

namespace Engagement.Web.Tests.Staff;

public sealed class TodayTests
{
    [Fact]
    public async Task What_is_most_overdue_comes_first_and_then_each_kind_with_what_has_waited_longest()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync("/staff");

        officer.Heading.ShouldBe("Today");
        officer.Text("[aria-labelledby=late] .rows__title").ShouldMatch("^Letters are hard to follow, since .*: Keep the promise, or move its date with a reason 3 days overdue$");
        officer.Text("[aria-labelledby=late] .rows__note").ShouldMatch("^Keep the promise, or move its date with a reason\\. Owed by: Head of Service\\. Due on .*\\.$");
        officer.Texts(".today h2").ShouldBe(["Posts waiting", "Loops due", "Views to read"], "what cannot wait is first, and what is overdue is not said twice");
        officer.Document.QuerySelectorAll("[aria-labelledby=loop-due] .rows__item").Length.ShouldBe(3);
        officer.Text("[aria-labelledby=loop-due] .rows__item:last-child .rows__note").ShouldStartWith("Next: no decision has been recorded yet. Due in 4 days, on ");
        officer.Document.QuerySelector("[aria-labelledby=loop-due] > .govuk-body a")!.GetAttribute("href").ShouldBe("/staff?kind=loop-due");
        officer.Text("[aria-labelledby=loop-due] > .govuk-body").ShouldStartWith("All 4 like this");
        officer.Document.QuerySelectorAll("[aria-labelledby=unread-view] .rows__item").Length.ShouldBe(1, "views of one consultation are read one after the other");
        officer.Text("[aria-labelledby=contribution-waits] .govuk-tag--blue").ShouldBe("Somebody else is on it");
        officer.Document.QuerySelectorAll(".rows__title a").Select(link => link.GetAttribute("href")).ShouldBe(
        [
            "/staff/loops/TG9vcDE#promises", "/staff/moderation/Q29udHIx", "/staff/loops/TG9vcD1x", "/staff/loops/TG9vcD2x", "/staff/loops/TG9vcD3x",
            $"/staff/consultations/{Replies.Slug}/coding?view=VmlldzE",
        ]);
    }

    [Fact]
    public async Task How_much_there_is_of_each_kind_leads_to_the_whole_of_it()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync("/staff?consultation=Q29uMQ");

        officer.Texts(".filter__link").ShouldBe(["Everything (106+)", "Overdue (1)", "Posts waiting (1)", "Promises overdue (1)", "Loops due (4)", "Views to read (100+)"]);
        officer.Document.QuerySelectorAll(".filter__link")[5].GetAttribute("href").ShouldBe("/staff?kind=unread-view&consultation=Q29uMQ");
        officer.Document.QuerySelectorAll(".filter__link")[1].GetAttribute("href").ShouldBe("/staff?consultation=Q29uMQ&only=late");
        officer.Document.QuerySelectorAll(".search a").Single().GetAttribute("href").ShouldBe("/staff", "and the way back to all of it");
        await officer.OpenAsync("/staff?kind=unread-view&consultation=Q29uMQ&after=next");

        officer.Text(".filter__link[aria-current]").ShouldBe("Views to read (100+)");
        var asked = host.GraphQL.Executed.Last(one => one.Operation == "StaffWork").Variables;
        (asked.GetProperty("kinds")[0].GetString(), asked.GetProperty("consultationId").GetString(), asked.GetProperty("overdue").GetBoolean(), asked.GetProperty("after").GetString())
            .ShouldBe(("UNREAD_VIEW", "Q29uMQ", false, "next"));
        officer.Text(".rows__item:first-child .rows__note").ShouldStartWith("2 of those that waited longest are here. The first waits 12 days, since ");
        officer.Document.QuerySelectorAll(".older a").Select(link => link.GetAttribute("href")).ShouldContain("/staff?kind=unread-view&consultation=Q29uMQ&after=next");
    }

    [Fact]
    public async Task What_is_overdue_is_a_list_of_its_own_that_says_of_each_what_is_to_be_done()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("StaffWork", List("", Item("DECISION_TO_PUBLISH", "TG9vcDE", "Letters are hard to follow", since: 400, due: -200)));
        using var officer = await host.Visit().OpenAsync("/staff?only=late");

        officer.Text(".rows__title").ShouldEndWith("6 months overdue");
        officer.Text(".rows__note").ShouldStartWith("Write for families what was decided or done.");
        host.GraphQL.Executed.ShouldNotContain(one => one.Operation == "StaffToday");
    }

    [Fact]
    public async Task Where_nothing_waits_it_says_what_else_there_is_to_do()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("StaffToday", """{ "workbenchGroups": [], "late": [], "workbench": { "nodes": [] }, "consultations": { "nodes": [] } }""")
            .Data("StaffWork", """{ "workbenchCounts": [], "late": [], "workbench": { "nodes": [] }, "consultations": { "nodes": [] } }""");
        using var officer = await host.Visit().OpenAsync("/staff");

        officer.Text(".nothing").ShouldStartWith("Nothing waits for you.");
        officer.Document.QuerySelector(".nothing a")!.GetAttribute("href").ShouldBe("/staff/more");
        await officer.OpenAsync("/staff?kind=appeal-waits");
        officer.Text(".nothing").ShouldStartWith("Nothing of this waits.");
        officer.Document.QuerySelector(".nothing a")!.GetAttribute("href").ShouldBe("/staff");
    }

    [Theory]
    [InlineData("THEME_NEEDS_RESPONSE", "/staff/themes/SWQx")]
    [InlineData("STANDING_THEME", "/staff/themes/SWQx")]
    [InlineData("UNREAD_VIEW_ELSEWHERE", "/staff/consultations/outside/coding?view=SWQx")]
    [InlineData("ENTRY_TO_READ", "/staff/reading/words/SWQx")]
    [InlineData("ENTRY_TO_PUBLISH", "/staff/loops/SWQx#entry")]
    [InlineData("PROMISE_TO_MAKE", "/staff/loops/SWQx#promises")]
    [InlineData("FEEDBACK_TO_ACKNOWLEDGE", "/staff/feedback/SWQx")]
    [InlineData("SAFEGUARDING_OPEN", "/staff/safeguarding/SWQx")]
    [InlineData("ERASURE_TO_DECIDE", "/staff/privacy/erasure/SWQx")]
    [InlineData("PAPER_TO_CHECK", "/staff/paper/V2F2ZTox/form?number=A-7")]
    [InlineData("RENDITION_TO_APPROVE", "/staff/surveys/SWQx/renditions")]
    [InlineData("RELEASE_TO_APPROVE", "/staff/releases/SWQx")]
    [InlineData("STATEMENT_EVIDENCE_TO_CHECK", "/staff/statements/RG9jMQ/claims/SWQx")]
    [InlineData("STATEMENT_EVIDENCE_DISPUTED", "/staff/statements/RG9jMQ/claims/SWQx")]
    public async Task Each_kind_of_work_leads_to_where_it_is_done(string kind, string address)
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("StaffToday", Groups([], Group(kind, 1, Item(kind, "SWQx", "A thing", since: 0, due: 1, form: """{ "formNumber": "A-7", "wave": { "id": "V2F2ZTox" } }""", statements: """{ "id": "RG9jMQ" }"""))));
        using var officer = await host.Visit().OpenAsync("/staff");

        officer.Document.QuerySelector(".rows__title a")!.GetAttribute("href").ShouldBe(address);
        officer.Text(".today h2").ShouldNotContain("_");
        officer.Text(".rows__item .rows__note").ShouldStartWith("Due tomorrow");
    }

    [Fact]
    public async Task A_standing_theme_is_not_said_to_wait_for_years()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("StaffToday", Groups([], Group("STANDING_THEME", 1, Item("STANDING_THEME", "SWQx", "Trust", since: 2730))));
        using var officer = await host.Visit().OpenAsync("/staff");

        officer.Text(".rows__item .rows__note").ShouldStartWith("Always open. People last made this point on ");
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

        host.GraphQL.Executed.Select(one => one.Operation).ShouldBe(["StaffMe", "LivePosition", "StaffWork"], "in this order, or what falls between is missed");
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
