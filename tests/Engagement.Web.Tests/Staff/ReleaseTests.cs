using System.Net;
using Engagement.Web.Tests.Pact;
using static Engagement.Web.Tests.Staff.ResultsReplies;

namespace Engagement.Web.Tests.Staff;

public sealed class ReleaseTests
{
    private const string ReleasePage = $"/staff/releases/{ReleaseId}";
    private static readonly string Approver = Me("releases.read", "releases.approve");

    [Fact]
    public async Task Releases_say_where_they_are_and_only_whoever_drafts_is_offered_a_draft()
    {
        await using var host = await StartAsync();
        using var analyst = await host.Visit().OpenAsync("/staff/releases?state=CHECKED&about=surveys");

        analyst.Text(".rows__note").ShouldBe("Waits for approval Results of a survey. Drafted on 10 January 2020, by you.");
        analyst.Texts("main a.govuk-button").ShouldBe(["Draft a release"]);
        var asked = host.GraphQL.Executed.Last().Variables;
        (asked.GetProperty("state").GetString(), asked.GetProperty("kind").GetString()).ShouldBe(("CHECKED", "WAVE_RESULTS"));

        host.GraphQL.Data("StaffReleases", Releases(Approver)).Data("ReleasableThings", Things(Approver));
        await analyst.OpenAsync("/staff/releases");
        analyst.Texts("main a.govuk-button").ShouldBeEmpty();
        (await analyst.OpenAsync("/staff/releases/new")).Response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_draft_is_of_a_survey_by_a_day_with_questions_broken_down()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("DraftRelease", Drafted);
        using var analyst = await host.Visit().OpenAsync("/staff/releases/new");
        analyst.Texts("main option").ShouldBe(["Parents, opened 1 December 2019", "Shorter waits"]);
        await analyst.OpenAsync($"/staff/releases/new?wave={Wave}");

        await analyst.PressAsync("Draft and check", ("asAt", "2020-07-31"), ("question1", "p1"));
        analyst.Problems.ShouldBe(["Choose both a question and what it is broken down by"]);
        await analyst.PressAsync("Draft and check", ("by1", "DISTRICT"));

        analyst.Address.ShouldBe($"{ReleasePage}?done=drafted");
        analyst.Text(".done").ShouldStartWith("The figures are drafted, and have passed the check.");
        var sent = host.GraphQL.LastInput("DraftRelease");
        sent.GetProperty("title").GetString().ShouldBe("Parents, second wave");
        // The day ends at midnight in Kent, where it is summer.
        sent.GetProperty("asAt").GetString().ShouldBe("2020-07-31T23:00:00Z");
        var of = sent.GetProperty("subject").GetProperty("waveResults");
        of.GetProperty("waveId").GetString().ShouldBe(Wave);
        of.GetProperty("crossed")[0].GetProperty("by").GetString().ShouldBe("DISTRICT");
        of.GetProperty("crossed").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Figures_that_were_published_are_revised_with_a_reason_that_everybody_reads()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("WaveToRelease", ToRelease(published: true))
            .Data("DraftRelease", PactReplies.Refused("draftRelease", "REASON_MISSING", "These figures have been released. Say why you revise them", "\"reason\""));
        using var analyst = await host.Visit().OpenAsync($"/staff/releases/new?wave={Wave}");
        analyst.Text(".govuk-inset-text").ShouldStartWith("Figures of this are public: Parents, second wave.");

        await analyst.PressAsync("Draft and check");
        analyst.Problems.ShouldBe(["These figures have been released. Say why you revise them"]);
        host.GraphQL.Data("DraftRelease", Drafted);
        await analyst.PressAsync("Draft and check", ("reason", "A paper form was counted twice."));

        host.GraphQL.LastInput("DraftRelease").GetProperty("reason").GetString().ShouldBe("A paper form was counted twice.");
    }

    [Fact]
    public async Task A_consultation_and_a_month_are_released_too_and_a_refusal_of_them_stands_at_the_top()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("DraftRelease", PactReplies.Refused("draftRelease", "FIGURES_NOT_THERE", "There are no figures of this yet.", "\"subject\""));
        using var analyst = await host.Visit().OpenAsync("/staff/releases/new?month=2019-06");

        await analyst.PressAsync("Draft and check");
        analyst.Problems.ShouldBe(["There are no figures of this yet."]);
        analyst.Document.QuerySelector(".govuk-error-summary a").ShouldBeNull();
        host.GraphQL.LastInput("DraftRelease").GetProperty("subject").GetProperty("feedbackPointMonth").GetString().ShouldBe("2019-06-01");
        await analyst.OpenAsync($"/staff/releases/new?consultation={Replies.Slug}");
        await analyst.PressAsync("Draft and check");
        host.GraphQL.LastInput("DraftRelease").GetProperty("subject").GetProperty("consultation").GetString().ShouldBe("Q29uMQ");
        (await analyst.OpenAsync("/staff/releases/new?month=June")).Response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_the_public_would_read_is_shown_with_what_is_hidden_and_what_is_refused()
    {
        await using var host = await StartAsync();
        using var analyst = await host.Visit().OpenAsync(ReleasePage);

        Rows(analyst, "table-1").ShouldBe(["Agree | 30 | 75%", "Disagree | Hidden | Hidden"]);
        analyst.Text("caption").ShouldBe("The school can meet their needs: Parents and carers");
        analyst.Texts(".govuk-inset-text")[^1].ShouldBe("How do you hear of us? A letter: what somebody else said for parents and carersThis table cannot be shown because it could identify someone");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{ReleasePage}?as=csv&table=1");
        using var file = await analyst.SendAsync(request);
        (await file.Content.ReadAsStringAsync()).ShouldEndWith("row,people,people_percent\r\nAgree,30,75\r\nDisagree,c,c\r\n");
    }

    [Fact]
    public async Task A_failed_check_says_so_without_a_number_and_offers_to_draft_again()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("StaffRelease", Release("FAILED", whyFailed: "\"This table cannot be shown because it could identify someone\""));
        using var analyst = await host.Visit().OpenAsync(ReleasePage);

        analyst.Text(".govuk-inset-text").ShouldStartWith("This table cannot be shown because it could identify someone");
        analyst.Document.QuerySelectorAll("table, .progress").ShouldBeEmpty();
        host.GraphQL.Executed.ShouldNotContain(asked => asked.Operation == "ReleasePreview");
        analyst.Document.QuerySelector($"main a[href='/staff/releases/new?wave={Wave}']")!.TextContent.ShouldBe("Draft it again");
    }

    [Fact]
    public async Task Whoever_drafted_figures_does_not_approve_them_and_another_does_who_is_told_what_it_means()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("StaffRelease", Release(yours: true, me: Approver));
        using var person = await host.Visit().OpenAsync(ReleasePage);
        person.Text(".govuk-inset-text").ShouldStartWith("You drafted these figures, so somebody else approves them.");
        person.Texts("main a.govuk-button").ShouldBeEmpty();
        // Also not where they know the address.
        (await person.OpenAsync($"{ReleasePage}/approve")).Address.ShouldBe(ReleasePage);

        host.GraphQL.Data("StaffRelease", Release(me: Approver)).Data("ApproveRelease", PactReplies.Done("approveRelease"));
        await person.OpenAsync($"{ReleasePage}/approve");
        person.Text("main").ShouldContain("Nothing is public yet");
        await person.PressAsync("Approve");

        person.Address.ShouldBe($"{ReleasePage}?done=approved");
        host.GraphQL.LastInput("ApproveRelease").GetProperty("expectedVersion").GetInt32().ShouldBe(3);
    }

    [Fact]
    public async Task Publishing_is_for_good_and_says_so_first()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("StaffRelease", Release("APPROVED", me: Approver)).Data("PublishRelease", PactReplies.Done("publishRelease"));
        using var person = await host.Visit().OpenAsync($"{ReleasePage}/publish");
        person.Text("main").ShouldContain("nobody can change or take them back");

        await person.PressAsync("Publish for good");
        host.GraphQL.Data("StaffRelease", Release("PUBLISHED", me: Approver));
        await person.OpenAsync($"{ReleasePage}?done=published");

        person.Text(".done").ShouldStartWith("Published.");
        person.Text(".govuk-summary-list code").ShouldBe("abc123");
        host.GraphQL.Executed.Last().Operation.ShouldBe("StaffRelease");
    }

    [Fact]
    public async Task When_somebody_was_faster_the_page_says_where_it_stands_now()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("StaffRelease", Release("APPROVED", me: Approver))
            .Data("PublishRelease", PactReplies.Refused("publishRelease", "STALE_VERSION", "Somebody changed it since you opened it."));
        using var person = await host.Visit().OpenAsync($"{ReleasePage}/publish");
        host.GraphQL.Reply("StaffRelease", _ => $$"""{ "data": {{Release("PUBLISHED", me: Approver)}} }""");

        await person.PressAsync("Publish for good");

        person.Problems.ShouldBe(["Somebody changed it since you opened it."]);
        person.Text("main").ShouldContain("It stands at: Published");
        person.Texts("main button").ShouldBe(["Sign out"]);
    }

    [Fact]
    public async Task An_analyst_cannot_approve_or_publish()
    {
        await using var host = await StartAsync();
        using var analyst = await host.Visit().OpenAsync($"{ReleasePage}/approve");

        analyst.Response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_published_release_is_made_again_from_the_log_and_says_whether_it_comes_out_the_same()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("StaffRelease", Release("PUBLISHED"));
        using var analyst = await host.Visit().OpenAsync($"{ReleasePage}/verify");
        analyst.Heading.ShouldBe("The figures are what was published");

        host.GraphQL.Data("ReleaseVerification", Verification(reproduced: false));
        await analyst.OpenAsync($"{ReleasePage}/verify");
        analyst.Heading.ShouldBe("Something is not as it was published");
        host.GraphQL.Data("StaffRelease", Release("CHECKED"));
        (await analyst.OpenAsync($"{ReleasePage}/verify")).Response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private const string Drafted = $$"""{ "draftRelease": { "release": { "id": "{{ReleaseId}}" }, "errors": null } }""";

    private static async Task<PagesHost> StartAsync()
    {
        var host = await PagesHost.StartAsync();
        Set(host.GraphQL);
        return host;
    }
}
