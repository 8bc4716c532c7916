using System.Net;
using Engagement.Web.Tests.Pact;
using Engagement.Web.Tests.Staff;

namespace Engagement.Web.Tests;

public sealed class EveryPageTests(EveryPageTests.Reader reader) : IClassFixture<EveryPageTests.Reader>
{
    public static TheoryData<string> Pages =>
    [
        "/", "/consultations", $"/consultations/{Replies.Slug}", $"/consultations/{Replies.Slug}/have-your-say", $"/consultations/{Replies.Slug}/paper", "/track", "/come-back",
        "/offline", "/me", "/me/journeys", "/me/permissions", "/me/data", "/me/data/RXhwb3J0", "/me/erasure",
        MyEmailsTests.Page, $"{MyEmailsTests.Page}/stop", MyEmailsTests.Voice, $"{MyEmailsTests.Voice}/stop",
        EmailTests.Choices, $"{EmailTests.Choices}/stop", EmailTests.Confirm, EmailTests.Answer,
        "/you-said-we-did", "/you-said-we-did/one-page-guide-4t8w2n", "/figures", $"/figures/{Replies.ReleaseId}", "/how-we-moderate",
        "/how-we-moderate/transparency", "/your-voice", "/your-voice/say", $"/your-voice/say/{Replies.Slug}", $"/your-voice/say/{Replies.Slug}/answer",
        "/your-voice/changed", "/your-voice/help", "/your-voice/track", "/status", "/accessibility", "/credits", "/privacy", "/privacy/young-people", "/preferences", "/developers", "/sign-in", "/no/such/page",
        "/pact", "/pact/forums", "/pact/forums?words=help", $"/pact/forums/{PactReplies.Forum}", PactReplies.TopicAddress, $"{PactReplies.TopicAddress}/write",
        $"{PactReplies.TopicAddress}/posts/{PactReplies.PostId}", $"{PactReplies.TopicAddress}/posts/{PactReplies.PostId}/agree",
        $"{PactReplies.TopicAddress}/posts/{PactReplies.PostId}/report", "/pact/posts", $"/pact/posts/{PactReplies.OwnId}", $"/pact/posts/{PactReplies.OwnId}/edit",
        $"/pact/posts/{PactReplies.OwnId}/withdraw", "/pact/activities", $"/pact/activities/{PactReplies.ActivityId}", $"/pact/activities/{PactReplies.ActivityId}/join",
        "/pact/representatives", "/pact/run/representatives", "/pact/run/representatives/R3JvdXAx/U2VhdDE", "/pact/run/new",
        "/pact/run", $"/pact/run/{PactReplies.Forum}", $"/pact/run/{PactReplies.Forum}/words", $"/pact/run/{PactReplies.Forum}/topic", $"/pact/run/{PactReplies.Forum}/people",
        $"/pact/run/{PactReplies.Forum}/summary/VG9waWMx",
        .. StaffPages.All,
    ];

    /// <summary>Those for the public, parents and young people.</summary>
    internal static IReadOnlyList<string> PagesForFamilies { get; } =
    [
        .. Pages.AsEnumerable<string>().Where(address => address is not "/developers"
            && !address.StartsWith("/staff", StringComparison.Ordinal) && !address.StartsWith("/pact/run", StringComparison.Ordinal)),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Has_a_language_a_title_one_heading_a_way_past_the_menu_and_unique_ids(string address)
    {
        using var person = await reader.Host.Visit().OpenAsync(address);

        person.Document.DocumentElement.GetAttribute("lang").ShouldBe("en-GB");
        person.Document.Title!.ShouldMatch("– (Engagement|Kent PACT|Your Voice|Staff)$");
        person.Texts("h1").ShouldHaveSingleItem().ShouldNotBeEmpty();
        person.Document.QuerySelector(person.Document.QuerySelector(".govuk-skip-link")!.GetAttribute("href")!)!.LocalName.ShouldBe("main");
        person.Document.QuerySelectorAll("[id]").GroupBy(e => e.Id).Where(g => g.Count() > 1).ShouldBeEmpty();
        foreach (var label in person.Document.QuerySelectorAll("label"))
            person.Document.GetElementById(label.GetAttribute("for")!).ShouldNotBeNull();
        foreach (var id in person.Document.QuerySelectorAll("[aria-describedby]").SelectMany(e => e.GetAttribute("aria-describedby")!.Split(' ')))
            person.Document.GetElementById(id).ShouldNotBeNull();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Runs_and_styles_nothing_inline(string address)
    {
        using var person = await reader.Host.Visit().OpenAsync(address);

        person.Response.Headers.GetValues("Content-Security-Policy").Single().ShouldNotContain("unsafe");
        person.Document.QuerySelectorAll("style, [style], script:not([src])").ShouldBeEmpty();
        person.Document.All.SelectMany(e => e.Attributes).ShouldNotContain(a => a.Name.StartsWith("on", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_form_carries_a_token_and_a_page_to_read_carries_none(string address)
    {
        using var person = await reader.Host.Visit().OpenAsync(address);

        // A form that only searches changes nothing, and is a page to read.
        var forms = person.Document.Forms.Where(form => form.Method == "post").ToList();
        foreach (var form in forms)
            form.QuerySelector("input[name=__token]")!.GetAttribute("value").ShouldNotBeNullOrEmpty();
        person.Response.Headers.Contains("Set-Cookie").ShouldBe(forms.Count > 0);
        person.Response.Headers.CacheControl!.NoStore.ShouldBe(forms.Count > 0);
    }

    [Fact]
    public async Task A_demonstration_says_so_and_a_real_place_does_not()
    {
        await using var demonstration = await StartAsync(options => options.Demonstration = true);
        await using var real = await StartAsync();
        using var there = await demonstration.Visit().OpenAsync("/privacy");
        using var here = await real.Visit().OpenAsync("/privacy");

        there.Text(".demonstration").ShouldStartWith("Demonstration.");
        here.Document.QuerySelector(".demonstration").ShouldBeNull();
    }

    [Fact]
    public async Task A_page_that_fails_says_sorry_and_offers_to_try_again()
    {
        await using var host = await StartAsync();
        host.GraphQL.Fail("Home", "INTERNAL");
        using var person = await host.Visit().OpenAsync("/");

        person.Response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        person.Heading.ShouldBe("Sorry, something went wrong");
        person.Document.QuerySelector("main .govuk-button")!.GetAttribute("href").ShouldBe("/");
        person.Html.ShouldNotContain("INTERNAL");
    }

    [Theory]
    [InlineData("/you-said-we-did?after=rubbish", "Entries", "CURSOR_INVALID")]
    [InlineData("/staff/loops/rubbish", "Loop", "ID_INVALID")]
    public async Task An_address_with_an_id_or_a_place_that_was_never_given_out_is_not_a_page(string address, string operation, string code)
    {
        await using var host = await StartAsync();
        host.GraphQL.Fail(operation, code);
        using var person = await host.Visit().OpenAsync(address);

        person.Response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        person.Heading.ShouldBe("Page not found");
    }

    [Fact]
    public async Task A_form_that_fails_gives_back_what_was_written_ready_to_be_sent_again()
    {
        await using var host = await StartAsync();
        host.GraphQL.Fail("PublishEntry", "INTERNAL").Data("Loop", LoopReplies.Promised());
        using var person = await host.Visit().OpenAsync("/staff/loops/TG9vcDE");

        await person.PressAsync("Publish", ("youSaid", "Letters <b>are</b> long."), ("weDid", "We will shorten them."));
        person.Texts(".words p").ShouldBe(["Letters <b>are</b> long.", "We will shorten them."]);

        host.GraphQL.Data("PublishEntry", """{ "publishEntry": { "entry": { "slug": "x" }, "errors": null } }""");
        await person.PressAsync("Send again");
        person.Text(".done").ShouldStartWith("Published.");
        host.GraphQL.LastInput("PublishEntry").GetProperty("youSaid").GetString().ShouldBe("Letters <b>are</b> long.");
    }

    [Fact]
    public async Task Words_of_people_are_never_markup()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Entries", Replies.Entries(Replies.DidEntry.Replace("The letters", "<img src=x onerror=alert(1)>The letters", StringComparison.Ordinal)));
        using var person = await host.Visit().OpenAsync("/you-said-we-did");

        person.Document.QuerySelectorAll("img").ShouldBeEmpty();
        person.Html.ShouldContain("&lt;img");
    }

    [Fact]
    public async Task Letters_of_any_language_are_sent_as_themselves()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Entries", Replies.Entries(Replies.DidEntry.Replace("The letters", "رسائل", StringComparison.Ordinal)));
        using var person = await host.Visit().OpenAsync("/you-said-we-did");

        person.Html.ShouldContain("رسائل");
    }

    [Fact]
    public async Task Other_endpoints_are_left_alone()
    {
        await using var host = await StartAsync();
        using var person = await host.Visit().OpenAsync("/not-a-page");

        person.Html.ShouldBe("plain");
        person.Response.Headers.Contains("Content-Security-Policy").ShouldBeFalse();
    }

    [Fact]
    public async Task Nothing_open_nothing_coming_nothing_closed_each_says_so()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Consultations", Replies.NoConsultations);
        using var person = await host.Visit().OpenAsync("/consultations");

        person.Texts(".nothing").Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_consultation_shows_proposal_dates_and_other_ways_to_read_it()
    {
        await using var host = await StartAsync();
        using var person = await host.Visit().OpenAsync($"/consultations/{Replies.Slug}");

        person.Texts(".govuk-summary-list__value").ShouldContain("2 February 2027. That is 12 weeks after it closes.");
        person.Texts("main .govuk-list li a").ShouldBe(["Easy Read version", "engagement@example.test", "In Polish", "How this could affect different groups of people (equality analysis)"]);
        person.Document.QuerySelector(".govuk-button--start")!.GetAttribute("href").ShouldBe($"/consultations/{Replies.Slug}/have-your-say");
    }

    [Fact]
    public async Task A_closed_consultation_offers_no_start_and_says_how_to_still_tell_us()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Consultation", Replies.Consultation("CLOSED", "CLOSED"));
        using var person = await host.Visit().OpenAsync($"/consultations/{Replies.Slug}");

        person.Document.QuerySelector(".govuk-button--start").ShouldBeNull();
        person.Text(".govuk-inset-text").ShouldContain("You can still tell us by e-mail");
    }

    [Fact]
    public async Task Consultations_are_found_by_what_they_are_about_and_where()
    {
        await using var host = await StartAsync();
        using var person = await host.Visit().OpenAsync("/consultations?about=travel&district=E07000114");

        var asked = host.GraphQL.Executed[^1].Variables;
        (asked.GetProperty("about").GetString(), asked.GetProperty("district").GetString()).ShouldBe(("TRAVEL", "E07000114"));
        person.Texts("option[selected]").ShouldBe(["Everybody", "Travel to school and college", "Thanet"]);
        person.Texts(".rows__note").ShouldContain("Travel to school and college · Thanet");
        person.Text("main").ShouldContain("Found: 4");
        person.Document.QuerySelector("main a[href^='/me/']")!.GetAttribute("href").ShouldBe("/me/e-mails?about=travel&district=E07000114");
        person.Text("main").ShouldContain("You sign in first.");

        await person.OpenAsync("/consultations?about=TRAVEL&district=e07000114");
        host.GraphQL.Executed[^1].Variables.GetProperty("about").GetString().ShouldBe("TRAVEL");
        person.Texts("option[selected]").ShouldBe(["Everybody", "Travel to school and college", "Thanet"]);
    }

    [Fact]
    public async Task What_there_is_not_is_left_out_of_what_is_looked_for_and_said()
    {
        await using var host = await StartAsync();
        using var person = await host.Visit().OpenAsync("/consultations?about=nonsense&district=nowhere");

        host.GraphQL.Executed[^1].Variables.GetProperty("about").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        person.Text("main").ShouldContain("We left out a part of the search that we do not know.");
        person.Texts("option[selected]").ShouldBe(["Everybody", "Anything", "Anywhere in the county"]);
        person.Texts("h2.govuk-heading-l").ShouldBe(["Open now", "Coming soon", "Closed"]);
    }

    [Fact]
    public async Task A_search_that_finds_nothing_says_so_once()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Consultations", Replies.NoConsultations);
        using var person = await host.Visit().OpenAsync("/consultations?search=unicorns");

        person.Texts(".nothing").ShouldBe(["Nothing here matches what you look for."]);
        person.Texts("main h2").ShouldBeEmpty();
    }

    [Theory]
    [InlineData(MyEmailsTests.Page, "Kent PACT")]
    [InlineData(MyEmailsTests.Voice, "Your Voice")]
    public async Task A_form_of_families_that_is_refused_shows_no_page_for_staff_and_gives_back_the_words(string page, string site)
    {
        await using var host = await StartAsync();
        host.GraphQL.Fail("ChooseEmails", "AUTH_NOT_AUTHORIZED");
        using var person = await host.Visit().OpenAsync(page);

        await person.PressAsync("Save", ("note", "Some words of mine"));

        person.Response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        person.Document.Title.ShouldBe($"This was not done – {site}");
        person.Text("main").ShouldNotContain("staff");
        person.Text(".words p").ShouldBe("Some words of mine");
    }

    [Theory]
    [InlineData("http://localhost/your-voice/e-mails", "/sign-in?return=%2Fyour-voice%2Fe-mails")]
    [InlineData("https://elsewhere.example.test/form", "/sign-in?return=%2F")]
    [InlineData(null, "/sign-in?return=%2F")]
    public async Task Whoever_was_signed_out_before_they_sent_a_form_comes_back_to_its_page(string? from, string leadsTo)
    {
        await using var host = await StartAsync();
        host.GraphQL.Fail("MyEmails", "AUTH_NOT_AUTHENTICATED");
        using var person = host.Visit();
        using var form = new HttpRequestMessage(HttpMethod.Post, $"{MyEmailsTests.Voice}/address") { Content = new FormUrlEncodedContent([]) };
        form.Headers.Referrer = from is null ? null : new Uri(from);

        using var response = await person.SendAsync(form);

        response.Headers.Location!.ToString().ShouldBe(leadsTo);
    }

    private static async Task<PagesHost> StartAsync(Action<EngagementWebOptions>? configure = null)
    {
        var host = await PagesHost.StartAsync(configure: configure);
        host.GraphQL
            .Data("Home", Replies.Home()).Data("Consultations", Replies.Consultations).Data("Consultation", Replies.Consultation())
            .Data("ConsultationEntries", Replies.Entries()).Data("Releases", Replies.Releases).Data("Release", Replies.Release).Data("ModeratedForums", Replies.Forums)
            .Data("Transparency", Replies.TransparencyReports).Data("VoiceHome", Replies.VoiceHome).Data("VoiceTopics", Replies.VoiceTopics)
            .Data("VoiceTopic", Replies.VoiceTopic()).Data("VoiceChanges", Replies.VoiceChanges)
            .Data("Survey", Replies.Survey()).Data("Me", AccountTests.Me).Data("MyJourneys", AccountTests.MyJourneys).Data("SubjectExport", AccountTests.Export)
            .Data("Entries", Replies.Entries()).Data("Entry", Replies.Entry())
            .Data("PactHome", PactReplies.PactHome(PactReplies.TopicRow(), PactReplies.ActivityRow())).Data("Forums", PactReplies.ForumList())
            .Data("Forum", PactReplies.ForumPage()).Data("Topics", PactReplies.Topics(PactReplies.TopicRow())).Data("Topic", PactReplies.TopicPage(posts: PactReplies.Post())).Data("Post", PactReplies.OnePost())
            .Data("WhoWrites", PactReplies.Parent).Data("Agreement", PactReplies.Agreement(false)).Data("OwnContributions", PactReplies.Own()).Data("Activities", PactReplies.ActivityList(PactReplies.ActivityRow()))
            .Data("Activity", PactReplies.Activity(signedIn: true)).Data("RunForums", PactReplies.RunForumList(forPact: true)).Data("RunForum", PactReplies.RunForum()).Data("RunTopic", PactReplies.RunTopic("CLOSED"))
            .Data("Facilitators", PactReplies.Facilitators).Data("Representatives", PactReplies.Boards(PactReplies.Seat()))
            .Data("Seat", PactReplies.OneSeat(PactReplies.Seat()));
        EmailTests.Set(host.GraphQL);
        MyEmailsTests.Set(host.GraphQL);
        StaffPages.Set(host.GraphQL);
        return host;
    }

    /// <summary>One server for all who only read: each visit is a browser of its own.</summary>
    public sealed class Reader : IAsyncLifetime
    {
        internal PagesHost Host { get; private set; } = null!;

        public async Task InitializeAsync() => Host = await StartAsync();

        public async Task DisposeAsync() => await Host.DisposeAsync();
    }
}
