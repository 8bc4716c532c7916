using Engagement.Web.Reading;

namespace Engagement.Web.Tests.Voice;

public sealed class YourVoiceTests
{
    private const int MostWordsInASentence = 15;

    public static TheoryData<string> Pages =>
        ["/your-voice", "/your-voice/say", $"/your-voice/say/{Replies.Slug}", "/your-voice/changed", "/your-voice/help", "/privacy/young-people"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_page_has_a_way_out_of_it_and_asks_for_nothing(string address)
    {
        await using var host = await StartAsync();
        using var person = await host.Visit().OpenAsync(address);

        var exit = person.Document.QuerySelector("[data-exit]")!;
        exit.TextContent.ShouldBe("Leave this page now");
        exit.GetAttribute("href").ShouldBe("https://www.bbc.co.uk/weather");
        person.Document.QuerySelectorAll("main input:not([type=hidden])").ShouldBeEmpty();
    }

    /// <summary>Easy Read as its guides ask for: one idea a sentence, and no sentence longer than this.</summary>
    [Theory]
    [MemberData(nameof(Pages))]
    [InlineData("/your-voice/track")]
    public async Task Our_sentences_are_short(string address)
    {
        await using var host = await StartAsync();
        using var person = await host.Visit().OpenAsync(address);

        var sentences = person.Texts("main :is(h1, h2, p, li):not([lang])").SelectMany(Readability.Sentences);
        sentences.Where(sentence => sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length > MostWordsInASentence).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_changed_is_told_in_its_easy_read_words_where_there_are_some()
    {
        await using var host = await StartAsync();
        using var person = await host.Visit().OpenAsync("/your-voice/changed");

        person.Text(".entry__words").ShouldBe("Letters are too long.");
        person.Text(".entry__text").ShouldBe("Letters are short now.");
    }

    [Theory]
    [InlineData("CLOSED", "\"YOUNG_PEOPLE\"")]
    [InlineData("OPEN", "\"PARENTS_AND_CARERS\"")]
    public async Task What_is_not_open_to_young_people_offers_no_start(string state, string audiences)
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("VoiceTopic", Replies.VoiceTopic(state, audiences));
        using var person = await host.Visit().OpenAsync($"/your-voice/say/{Replies.Slug}");

        person.Document.QuerySelector(".govuk-button--start").ShouldBeNull();
        person.Html.ShouldContain("You cannot answer these questions just now.");
    }

    [Theory]
    [InlineData("/your-voice/say", "VoiceTopics", """{ "consultations": { "nodes": [] } }""", "There are no questions just now.")]
    [InlineData("/your-voice/changed", "VoiceChanges", """{ "entries": { "nodes": [] } }""", "Nothing is here yet.")]
    public async Task Nothing_yet_says_so(string address, string operation, string reply, string says)
    {
        await using var host = await StartAsync();
        host.GraphQL.Data(operation, reply);
        using var person = await host.Visit().OpenAsync(address);

        person.Text(".nothing").ShouldStartWith(says);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Whoever_is_signed_in_signs_out_on_any_page_and_stays_here(string address)
    {
        await using var host = await StartAsync();
        host.SignIn.IsSignedIn = true;
        using var person = await host.Visit().OpenAsync(address);
        person.Texts("footer a").ShouldContain("My account");
        person.Texts("footer a").ShouldNotContain("Sign in");

        await person.PressAsync("Sign out");

        host.SignIn.SignedOut.ShouldBe(1);
        person.Address.ShouldBe("/your-voice");
        person.Texts("footer a").ShouldContain("Sign in");
        person.Texts("button").ShouldNotContain("Sign out");
    }

    private static async Task<PagesHost> StartAsync()
    {
        var host = await PagesHost.StartAsync();
        host.GraphQL.Data("VoiceHome", Replies.VoiceHome).Data("VoiceTopics", Replies.VoiceTopics).Data("VoiceTopic", Replies.VoiceTopic()).Data("VoiceChanges", Replies.VoiceChanges);
        return host;
    }
}
