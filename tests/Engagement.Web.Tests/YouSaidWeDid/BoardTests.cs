using System.Net;

namespace Engagement.Web.Tests.YouSaidWeDid;

public sealed class BoardTests
{
    [Fact]
    public async Task An_entry_leads_back_to_the_topics_of_parents_in_which_it_was_said()
    {
        await using var host = await PagesHost.StartAsync();
        host.GraphQL.Data("Entry", Replies.Entry(topics: $"{Topic("parents", "EIGHTEEN_AND_OVER")}, {Topic("youth", "UNDER18")}"));
        using var person = await host.Visit().OpenAsync("/you-said-we-did/one-page-guide-4t8w2n");

        person.Document.QuerySelectorAll(".steps li a[href^='/pact/forums/']").Select(a => a.GetAttribute("href")).ShouldBe(["/pact/forums/coast/parents"]);

        host.GraphQL.Data("Entry", Replies.Entry());
        await person.OpenAsync("/you-said-we-did/one-page-guide-4t8w2n");
        person.Texts(".steps__title").ShouldNotContain("Parents talked about it");

        static string Topic(string slug, string ageBand) => $$"""
            { "slug": "{{slug}}", "question": "What helps?", "forum": { "slug": "coast", "title": "The coast", "owner": "KENT_PACT", "ageBand": "{{ageBand}}", "moderation": "BEFORE_SHOWN" } }
            """;
    }

    [Fact]
    public async Task Each_card_says_its_state_in_words()
    {
        await using var host = await StartAsync();
        using var person = host.Visit();

        await person.OpenAsync("/you-said-we-did");

        person.Texts(".entry .state").ShouldBe(["We did", "We will", "We cannot"]);
        person.Texts(".entry__words")[0].ShouldBe("The letters about plans are too long and hard to follow.");
    }

    [Fact]
    public async Task The_newest_page_follows_what_happens_from_where_the_log_stood_before_it_was_read()
    {
        await using var host = await StartAsync();
        using var person = host.Visit();

        await person.OpenAsync("/you-said-we-did");

        var live = person.Document.QuerySelector("[data-live=entries]")!;
        live.GetAttribute("data-position").ShouldBe("1207");
        live.QuerySelector("[data-live-news]")!.GetAttribute("aria-live").ShouldBe("polite");
        host.GraphQL.Executed.Select(executed => executed.Operation).ShouldBe(["LivePosition", "Entries"], "in this order, or what falls between is missed");
    }

    [Fact]
    public async Task An_older_page_stands_still()
    {
        await using var host = await StartAsync();
        using var person = host.Visit();

        await person.OpenAsync("/you-said-we-did?after=cursor%2B1");

        person.Document.QuerySelector("[data-live]").ShouldBeNull();
        person.Document.QuerySelector("script").ShouldBeNull();
        host.GraphQL.Executed.Single().Variables.GetProperty("after").GetString().ShouldBe("cursor+1");
    }

    [Fact]
    public async Task Older_answers_are_a_link_away()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Entries", Replies.Entries(more: true));
        using var person = host.Visit();

        await person.OpenAsync("/you-said-we-did");

        person.Document.QuerySelector(".older a")!.GetAttribute("href").ShouldBe("/you-said-we-did?after=cursor%2B1");
    }

    [Fact]
    public async Task An_empty_board_says_so_and_still_follows()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Entries", Replies.Entries("")).Data("LivePosition", """{ "livePosition": 0 }""");
        using var person = host.Visit();

        await person.OpenAsync("/you-said-we-did");

        person.Html.ShouldContain("We have not published an answer yet.");
        person.Document.QuerySelector("[data-live]")!.GetAttribute("data-position").ShouldBe("0");
        person.Document.QuerySelector("[data-live-list]").ShouldNotBeNull();
    }

    [Fact]
    public async Task The_fragment_is_the_card_of_the_board()
    {
        await using var host = await StartAsync();
        using var person = host.Visit();
        await person.OpenAsync("/you-said-we-did");
        var card = person.Document.QuerySelector("#entry-one-page-guide-4t8w2n")!.OuterHtml;

        await person.OpenAsync("/you-said-we-did/one-page-guide-4t8w2n/fragment");

        person.Document.Body!.Children.ShouldHaveSingleItem().OuterHtml.ShouldBe(card);
        person.Html.ShouldNotContain("<html");
    }

    [Fact]
    public async Task An_entry_shows_its_whole_chain_in_order()
    {
        await using var host = await StartAsync();
        using var person = host.Visit();

        await person.OpenAsync("/you-said-we-did/one-page-guide-4t8w2n");

        person.Texts(".steps__title").ShouldBe(
            ["People told us", "We put views with the same point together", "The decision was: we will", "We made a promise", "This changed", "We published it"]);
        person.Html.ShouldContain("34 views said this");
        person.Html.ShouldContain("not chosen, because families want a record");
        person.Document.QuerySelectorAll("a").Single(a => a.TextContent == "See the proof").GetAttribute("href").ShouldBe("https://council.example.test/new-letter");
    }

    [Fact]
    public async Task Where_no_number_of_views_is_shown_the_page_says_why_and_does_not_guess_one()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Entry", Replies.Entry(viewCount: "null"));
        using var person = host.Visit();

        await person.OpenAsync("/you-said-we-did/one-page-guide-4t8w2n");

        person.Html.ShouldContain("People said this in");
        person.Html.ShouldContain("We do not show how many, because a small number could point to a person.");
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("//elsewhere.example.test")]
    public async Task A_proof_that_is_not_a_web_address_is_never_a_link(string proof)
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Entry", Replies.Entry(proof: proof));
        using var person = host.Visit();

        await person.OpenAsync("/you-said-we-did/one-page-guide-4t8w2n");

        person.Document.QuerySelectorAll("a").ShouldNotContain(a => a.GetAttribute("href") == proof);
        person.Html.ShouldContain("Proof: ");
    }

    [Theory]
    [InlineData("/you-said-we-did/gone")]
    [InlineData("/you-said-we-did/gone/fragment")]
    public async Task An_entry_that_is_not_there_is_not_found(string address)
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Entry", """{ "entryBySlug": null }""").Data("EntryFragment", """{ "entryBySlug": null }""");
        using var person = host.Visit();

        await person.OpenAsync(address);

        person.Response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<PagesHost> StartAsync()
    {
        var host = await PagesHost.StartAsync();
        host.GraphQL.Data("Entries", Replies.Entries()).Data("Entry", Replies.Entry()).Data("EntryFragment", Replies.Fragment);
        return host;
    }
}
