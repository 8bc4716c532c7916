using System.Net;
using static Engagement.Web.Tests.Pact.PactReplies;

namespace Engagement.Web.Tests.Pact;

public sealed class ForumTests
{
    [Fact]
    public async Task The_home_of_parents_begins_with_pacts_own_words_and_what_is_talked_about_now()
    {
        await using var host = await PagesHost.StartAsync(configure: options => options.PactWelcome = "We are parents.\nWe run this.");
        host.GraphQL.Data("PactHome", PactHome(
            $"{TopicRow("old-open", publishedAt: "2026-01-01T09:00:00Z")}, {TopicRow("closed", "CLOSED", "2026-11-01T09:00:00Z")}, {TopicRow("new-open")}",
            $"{ActivityRow("sooner")}, {ActivityRow("later", onDay: "2126-04-01")}"));
        using var person = await host.Visit().OpenAsync("/pact");

        host.GraphQL.Executed.Last(e => e.Operation == "PactHome").Variables.GetProperty("today").GetString()
            .ShouldBe(Dates.Machine(Dates.Day(TimeProvider.System.GetUtcNow())), "what is over is not asked for");

        person.Texts(".welcome__text").ShouldBe(["We are parents.", "We run this."]);
        person.Texts("[aria-labelledby=topics] h3").ShouldBe(["What would help new-open?", "What would help old-open?", "What would help closed?"]);
        person.Texts("[aria-labelledby=activities] h3").ShouldBe(["Coffee and plans sooner", "Coffee and plans later"]);
        person.Texts("[aria-labelledby=open-now] h3").ShouldContain("Getting to school and college");
        person.Texts("[aria-labelledby=open-now] h3").ShouldNotContain("A good school day", "it asks young people alone");
        person.Texts("[aria-labelledby=changed] h3").Count.ShouldBe(1);
        person.Texts(".nothing").ShouldBeEmpty();
    }

    [Fact]
    public async Task Forums_of_children_are_not_among_those_of_parents()
    {
        await using var host = await PagesHost.StartAsync();
        host.GraphQL.Data("Forums", ForumList());
        using var person = await host.Visit().OpenAsync("/pact/forums");

        person.Texts("main h3").ShouldBe(["Kent PACT forum, the coast"]);

        host.GraphQL.Data("Topic", TopicPage(ageBand: "UNDER18"));
        await person.OpenAsync(TopicAddress);
        person.Response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Where_there_is_no_forum_and_no_topic_each_says_so()
    {
        await using var host = await PagesHost.StartAsync();
        host.GraphQL.Data("Forums", NoForums).Data("Forum", ForumPage()).Data("Topics", Topics());

        (await host.Visit().OpenAsync("/pact/forums")).Text(".nothing").ShouldStartWith("There is no forum yet.");
        (await host.Visit().OpenAsync($"/pact/forums/{Forum}")).Text(".nothing").ShouldStartWith("Nobody has asked a question here yet.");
    }

    [Fact]
    public async Task What_is_pinned_stands_first_and_once()
    {
        await using var host = await PagesHost.StartAsync();
        host.GraphQL.Data("Forum", ForumPage(TopicRow("pinned"))).Data("Topics", Topics($"{TopicRow("newest")}, {TopicRow("pinned")}", more: true));
        using var person = await host.Visit().OpenAsync($"/pact/forums/{Forum}");

        person.Texts("main h3").ShouldBe(["What would help pinned?", "What would help newest?"]);
        person.Texts(".older a").ShouldBe(["Older topics"]);
        person.Texts("main a").ShouldNotContain("Run this forum");
    }

    [Fact]
    public async Task Topics_of_one_forum_are_looked_for_by_words_and_state_in_either_order_page_by_page()
    {
        await using var host = await PagesHost.StartAsync();
        host.GraphQL.Data("Forum", ForumPage(TopicRow("pinned"))).Data("Topics", Topics(TopicRow("found"), more: true));
        using var person = await host.Visit().OpenAsync($"/pact/forums/{Forum}?words=+bus+&state=closed&order=oldest");

        var asked = host.GraphQL.Executed.Last(e => e.Operation == "Topics").Variables;
        asked.GetProperty("forumId").GetString().ShouldBe("Rm9ydW0x");
        (Of("words"), Of("state"), Of("order")).ShouldBe(("bus", "CLOSED", "OLDEST"));
        person.Texts("main h3").ShouldBe(["What would help found?"]);
        person.Document.QuerySelector(".older a")!.GetAttribute("href").ShouldBe($"/pact/forums/{Forum}?words=bus&state=closed&order=oldest&after=next");
        person.Document.QuerySelector("option[value=closed]")!.HasAttribute("selected").ShouldBeTrue();

        host.GraphQL.Data("Topics", Topics());
        await person.OpenAsync($"/pact/forums/{Forum}?words=nothing&state=mended");
        asked = host.GraphQL.Executed.Last(e => e.Operation == "Topics").Variables;
        asked.GetProperty("state").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        person.Text(".nothing").ShouldBe("No topic matches what you look for.");
        person.Document.QuerySelector("form.search a")!.GetAttribute("href").ShouldBe($"/pact/forums/{Forum}");

        string? Of(string name) => asked.GetProperty(name).GetString();
    }

    [Fact]
    public async Task Topics_of_all_forums_of_parents_are_looked_for_and_say_whose_they_are()
    {
        await using var host = await PagesHost.StartAsync();
        host.GraphQL.Data("Topics", Topics(TopicRow("found")));
        using var person = await host.Visit().OpenAsync("/pact/forums?state=open");

        var asked = host.GraphQL.Executed.Last(e => e.Operation == "Topics").Variables;
        asked.GetProperty("forumId").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        asked.GetProperty("ageBand").GetString().ShouldBe("EIGHTEEN_AND_OVER");
        asked.GetProperty("state").GetString().ShouldBe("OPEN");
        person.Text(".rows__note").ShouldStartWith("Kent PACT forum, the coast");
        person.Document.QuerySelector("main h3 a")!.GetAttribute("href").ShouldBe($"/pact/forums/{Forum}/found");
    }

    [Fact]
    public async Task A_topic_shows_its_posts_with_comments_and_follows_what_is_said()
    {
        await using var host = await PagesHost.StartAsync();
        var comment = Post("Q29tMQ", "\"So do ours.\"");
        host.GraphQL.Data("Topic", TopicPage(posts: $"{Post(supporters: "15", comments: comment, more: true)}, {Post("UG9zdDI", "null")}"));
        using var person = await host.Visit().OpenAsync(TopicAddress);

        person.Heading.ShouldBe("What would help at meetings?");
        person.Texts(".post--comment .post__words").ShouldBe(["So do ours."]);
        person.Text(".post__agree").ShouldBe("About 15 people agree");
        person.Text($"#post-UG9zdDI").ShouldContain("The author asked us to erase these words.");
        person.Document.QuerySelectorAll("#post-UG9zdDI a[href*=agree], #post-UG9zdDI a[href*=report]").ShouldBeEmpty();
        var live = person.Document.QuerySelector("[data-live]")!;
        live.GetAttribute("data-live").ShouldBe("topic:VG9waWMx");
        live.GetAttribute("data-position").ShouldBe("1207");
        live.GetAttribute("data-at-end").ShouldBe("true");
        person.Document.QuerySelectorAll("form").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_page_in_the_middle_of_a_topic_takes_no_new_posts()
    {
        await using var host = await PagesHost.StartAsync();
        host.GraphQL.Data("Topic", TopicPage(posts: Post(), more: true));
        using var person = await host.Visit().OpenAsync($"{TopicAddress}?after=x");

        person.Document.QuerySelector("[data-live]")!.GetAttribute("data-at-end").ShouldBe("false");
        person.Texts(".older a").ShouldBe(["First posts", "Later posts"]);
    }

    [Theory]
    [InlineData("OPEN", "null", "Nobody has written yet", true)]
    [InlineData("COMING", "null", "Nobody can write yet.", false)]
    [InlineData("CLOSED", "null", "Nothing was said here", false)]
    [InlineData("CLOSED", "\"2026-11-05\"", "Nothing was said here", false)]
    public async Task A_topic_without_posts_says_why(string state, string closedEarly, string says, bool canWrite)
    {
        await using var host = await PagesHost.StartAsync();
        host.GraphQL.Data("Topic", TopicPage(state, closedEarly: closedEarly));
        using var person = await host.Visit().OpenAsync(TopicAddress);

        person.Text("[data-live-nothing]").ShouldStartWith(says);
        person.Texts("main .govuk-button").Contains("Write a post").ShouldBe(canWrite);
        if (closedEarly != "null")
            person.Text(".govuk-inset-text").ShouldBe("This topic was closed on 5 November 2026, before its last day. You can still read it. Why: The meeting is earlier.");
    }

    [Fact]
    public async Task A_topic_leads_on_to_what_came_of_it()
    {
        await using var host = await PagesHost.StartAsync();
        host.GraphQL.Data("Topic", TopicPage("CLOSED", entries: Replies.DidEntry));
        using var person = await host.Visit().OpenAsync(TopicAddress);

        person.Document.QuerySelector("[aria-labelledby=outcome] h3 a")!.GetAttribute("href").ShouldBe("/you-said-we-did/one-page-guide-4t8w2n");

        host.GraphQL.Data("Topic", TopicPage("CLOSED"));
        await person.OpenAsync(TopicAddress);
        person.Text("[aria-labelledby=outcome] .nothing").ShouldStartWith("There is no answer");
    }

    [Fact]
    public async Task What_was_heard_stands_at_the_top_and_in_the_list()
    {
        await using var host = await PagesHost.StartAsync();
        host.GraphQL.Data("Topic", TopicPage("CLOSED", summary: "\"Start later.\"")).Data("Forum", ForumPage())
            .Data("Topics", Topics(TopicRow("told", "CLOSED").Replace("\"closedEarlyOn\": null", "\"closedEarlyOn\": null, \"summary\": \"Start later.\"", StringComparison.Ordinal)));
        using var person = await host.Visit().OpenAsync(TopicAddress);
        person.Text("[aria-labelledby=heard]").ShouldBe("What Kent PACT heard Start later.");

        await person.OpenAsync($"/pact/forums/{Forum}");
        person.Text(".rows__item").ShouldContain("Start later.");
    }

    [Fact]
    public async Task A_fragment_says_which_post_it_comments_on()
    {
        await using var host = await PagesHost.StartAsync();
        host.GraphQL.Data("Post", OnePost(replyTo: """{ "id": "UG9zdDk" }"""));
        using var person = await host.Visit().OpenAsync($"{TopicAddress}/posts/{PostId}/fragment");

        person.Document.QuerySelector("[data-post]")!.GetAttribute("data-reply-to").ShouldBe("UG9zdDk");

        host.GraphQL.Data("Post", NoPost);
        await person.OpenAsync($"{TopicAddress}/posts/{PostId}/fragment");
        person.Response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Somebody_without_an_account_writes_and_gets_a_receipt_which_the_next_post_shows()
    {
        await using var host = await PagesHost.StartAsync();
        host.GraphQL.Data("Topic", TopicPage()).Data("WhoWrites", Nobody).Data("PostContribution", Posted());
        using var person = await host.Visit().OpenAsync($"{TopicAddress}/write");

        await person.PressAsync("Send", ("text", "Meetings start too early."), ("district", "E07000114"));

        person.Heading.ShouldBe("We have your words");
        person.Texts(".receipt__codes dd").ShouldBe([Replies.Reference, Replies.Secret]);
        person.Address.ShouldBe("/pact/posts/sent");
        var sent = host.GraphQL.LastInput("PostContribution");
        sent.GetProperty("district").GetString().ShouldBe("E07000114");
        sent.GetProperty("receipt").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);

        await person.OpenAsync($"{TopicAddress}/write");
        await person.PressAsync("Send", ("text", "And end too late."));
        host.GraphQL.LastInput("PostContribution").GetProperty("receipt").GetProperty("reference").GetString().ShouldBe(Replies.Reference);
        host.GraphQL.LastInput("PostContribution").GetProperty("idempotencyKey").GetString().ShouldNotBe(sent.GetProperty("idempotencyKey").GetString());

        await person.PressAsync("I have kept them. Clear this device");
        await person.OpenAsync("/pact/posts/sent");
        person.Heading.ShouldBe("See what you wrote");
    }

    [Fact]
    public async Task Whoever_signed_in_needs_no_receipt_and_keeps_none()
    {
        await using var host = await PagesHost.StartAsync();
        host.GraphQL.Data("Topic", TopicPage()).Data("WhoWrites", Parent).Data("PostContribution", Posted("RELEASED"));
        using var person = await host.Visit().OpenAsync($"{TopicAddress}/write");

        await person.PressAsync("Send", ("text", "Meetings start too early."));

        person.Heading.ShouldBe("Your words are shown");
        person.Texts(".receipt__codes dd").ShouldBeEmpty();
        person.Html.ShouldNotContain(Replies.Secret);
    }

    [Fact]
    public async Task Where_to_get_help_comes_before_all_else()
    {
        await using var host = await PagesHost.StartAsync();
        host.GraphQL.Data("Topic", TopicPage()).Data("WhoWrites", Nobody)
            .Data("PostContribution", Posted("HELD", "\"Somebody may be at risk.\"", "\"If someone is in danger now, call 999\""));
        using var person = await host.Visit().OpenAsync($"{TopicAddress}/write");

        await person.PressAsync("Send", ("text", "words"));

        person.Document.QuerySelector("main .measure")!.FirstElementChild!.ClassName.ShouldBe("help");
        person.Texts(".help li").ShouldBe(["If someone is in danger now, call 999"]);
        person.Text("main").ShouldContain("Somebody may be at risk.");
    }

    [Fact]
    public async Task What_was_refused_is_still_on_the_page()
    {
        await using var host = await PagesHost.StartAsync();
        host.GraphQL.Data("Topic", TopicPage()).Data("WhoWrites", Nobody)
            .Data("PostContribution", Refused("postContribution", "TEXT_TOO_LONG", "Use fewer words", "\"text\""));
        using var person = await host.Visit().OpenAsync($"{TopicAddress}/write");

        await person.PressAsync("Send", ("text", "Many words"));

        person.Response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        person.Problems.ShouldBe(["Use fewer words"]);
        person.Document.QuerySelector("textarea")!.TextContent.ShouldContain("Many words");
    }

    [Fact]
    public async Task A_topic_that_closes_while_somebody_writes_gives_their_words_back()
    {
        await using var host = await PagesHost.StartAsync();
        host.GraphQL.Data("Topic", TopicPage()).Data("WhoWrites", Nobody)
            .Data("PostContribution", Refused("postContribution", "TOPIC_CLOSED", "This topic closed"));
        using var person = await host.Visit().OpenAsync($"{TopicAddress}/write");

        await person.PressAsync("Send", ("text", "Too late"));
        person.Text(".words").ShouldBe("Too late");

        host.GraphQL.Data("Topic", TopicPage("CLOSED"));
        await person.OpenAsync($"{TopicAddress}/write");
        person.Heading.ShouldBe("This topic has closed");
    }

    [Fact]
    public async Task Nobody_comments_on_what_is_not_shown()
    {
        await using var host = await PagesHost.StartAsync();
        host.GraphQL.Data("Topic", TopicPage()).Data("Post", NoPost).Data("WhoWrites", Nobody);
        using var person = await host.Visit().OpenAsync($"{TopicAddress}/write?to={PostId}");

        person.Response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        person.Heading.ShouldBe("This post is not shown");
    }

    [Fact]
    public async Task Agreeing_asks_who_it_is_and_then_counts_once()
    {
        await using var host = await PagesHost.StartAsync();
        host.GraphQL.Data("Post", OnePost()).Data("WhoWrites", Nobody).Data("SupportContribution", Done("supportContribution"));
        using var person = await host.Visit().OpenAsync($"{TopicAddress}/posts/{PostId}/agree");
        person.Texts("button").ShouldBeEmpty();
        person.Texts("main li a").ShouldContain("sign in by e-mail");

        host.GraphQL.Data("WhoWrites", Parent).Data("Agreement", Agreement(false));
        await person.OpenAsync($"{TopicAddress}/posts/{PostId}/agree");
        await person.PressAsync("I agree with this");
        person.Heading.ShouldBe("Thank you, you agree");
        host.GraphQL.LastInput("SupportContribution").GetProperty("contributionId").GetString().ShouldBe(PostId);
    }

    [Fact]
    public async Task Who_agreed_takes_it_back()
    {
        await using var host = await PagesHost.StartAsync();
        host.GraphQL.Data("Post", OnePost()).Data("WhoWrites", Parent).Data("Agreement", Agreement(true)).Data("WithdrawSupport", Done("withdrawSupport"));
        using var person = await host.Visit().OpenAsync($"{TopicAddress}/posts/{PostId}/agree");

        person.Heading.ShouldBe("You agree with this");
        await person.PressAsync("Take it back");

        person.Heading.ShouldBe("You have taken it back");
        host.GraphQL.LastInput("WithdrawSupport").GetProperty("contributionId").GetString().ShouldBe(PostId);
    }

    [Theory]
    [InlineData("ABUSIVE", false)]
    [InlineData("SOMEBODY_IN_DANGER", true)]
    public async Task Whoever_reports_danger_is_told_what_to_do_now(string reason, bool helps)
    {
        await using var host = await PagesHost.StartAsync();
        host.GraphQL.Data("Post", OnePost()).Data("ReportContribution", Done("reportContribution"));
        using var person = await host.Visit().OpenAsync($"{TopicAddress}/posts/{PostId}/report");

        await person.PressAsync("Report it");
        person.Problems.ShouldBe(["Choose what is wrong"]);
        await person.PressAsync("Report it", ("reason", reason));

        person.Heading.ShouldBe("Thank you for telling us");
        person.Document.QuerySelectorAll(".help li").Length.ShouldBe(helps ? 4 : 0);
        host.GraphQL.LastInput("ReportContribution").GetProperty("reason").GetString().ShouldBe(reason);
    }
}
