using System.Net;

namespace Engagement.Web.Tests.Staff;

public sealed class ReadingTests
{
    private const string Words = "/staff/reading/words/TG9vcDE";
    private const string Answer = "/staff/reading/answers/letters";

    [Fact]
    public async Task A_reader_finds_what_waits_for_them_and_what_is_published()
    {
        await using var host = await StartAsync();
        using var reader = await host.Visit().OpenAsync("/staff/reading");

        reader.Texts("[aria-labelledby=waiting] .rows li").ShouldBe(
            ["Letters are long. We will shorten them. 7 words in 2 sentences. The longest has 4. Also: Easy Read."]);
        reader.Document.QuerySelector("[aria-labelledby=waiting] .rows a")!.GetAttribute("href").ShouldBe(Words);
        reader.Document.QuerySelector("[aria-labelledby=answers] .rows a")!.GetAttribute("href").ShouldBe(Answer);
    }

    [Fact]
    public async Task A_representative_reads_the_words_with_the_decision_beside_them_and_signs()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ApproveEntry", """{ "approveEntry": { "entryToRead": { "loopId": "TG9vcDE" }, "errors": null } }""");
        using var reader = await host.Visit().OpenAsync(Words);

        reader.Texts(".govuk-summary-list__value").ShouldContain("Families could not tell what would happen next.");
        reader.Text(".callout").ShouldContain("Do not sign them. Tell the participation officers which words are hard");
        await reader.PressAsync("These words are plain");

        reader.Text(".done").ShouldStartWith("You said that the words are plain.");
        var input = host.GraphQL.LastInput("ApproveEntry");
        (input.GetProperty("reader").GetString(), input.GetProperty("expectedVersion").GetInt32()).ShouldBe(("PARENT_FORUM", 7));
    }

    [Fact]
    public async Task A_youth_facilitator_sees_the_words_and_nothing_else_of_the_loop()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ToRead", LoopReplies.ToRead(LoopReplies.Facilitator))
            .Data("ApproveEntry", Replies.Refused("approveEntry", "entryToRead", "STALE_VERSION", "Someone else changed this while you were working.", "expectedVersion"));
        using var reader = await host.Visit().OpenAsync(Words);

        await reader.PressAsync("These words are plain");

        reader.Problems.ShouldHaveSingleItem().ShouldStartWith("Someone else changed this");
        host.GraphQL.LastInput("ApproveEntry").GetProperty("reader").GetString().ShouldBe("YOUNG_PEOPLE");
        host.GraphQL.Executed.ShouldNotContain(e => e.Operation == "BesideWords");
        reader.Texts("main h2").ShouldNotContain("What is behind them");
    }

    [Fact]
    public async Task Words_that_somebody_else_has_signed_wait_no_more()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ToRead", LoopReplies.ToRead(waits: false));

        (await host.Visit().OpenAsync(Words)).Heading.ShouldBe("These words do not wait any more");
    }

    [Fact]
    public async Task A_reader_says_for_their_families_whether_an_answer_answers_them()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("GiveGroupConfirmation", """{ "giveGroupConfirmation": { "entry": { "slug": "letters" }, "errors": null } }""");
        using var reader = await host.Visit().OpenAsync(Answer);

        reader.Text("main").ShouldContain("Families so far: 4 yes, 1 in part, 0 no. Kent PACT: has not said. Youth groups: It answers us.");
        await reader.PressAsync("Say it for them");
        reader.Problems.ShouldBe(["Choose whether it answers them"]);
        await reader.PressAsync("Say it for them", ("answer", "PARTLY"));

        reader.Text(".done").ShouldStartWith("What you said for your families is saved.");
        var input = host.GraphQL.LastInput("GiveGroupConfirmation");
        (input.GetProperty("entryId").GetString(), input.GetProperty("group").GetString(), input.GetProperty("answer").GetString()).ShouldBe(("RW50cnkx", "PARENT_FORUM", "PARTLY"));
    }

    [Fact]
    public async Task Nobody_is_asked_before_those_who_said_it_have_been_told()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("AnswerSoFar", LoopReplies.AnswerSoFar("null"));
        using var reader = await host.Visit().OpenAsync(Answer);

        reader.Texts("main button").ShouldNotContain("Say it for them");
        reader.Text(".nothing").ShouldStartWith("Families have not been asked yet.");
    }

    [Theory]
    [InlineData("/staff/reading")]
    [InlineData(Words)]
    [InlineData(Answer)]
    public async Task An_officer_is_no_family_reader(string address)
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Reading", LoopReplies.Reading(LoopReplies.Officer)).Data("ToRead", LoopReplies.ToRead(LoopReplies.Officer)).Data("Answer", LoopReplies.Answer(LoopReplies.Officer));

        (await host.Visit().OpenAsync(address)).Response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<PagesHost> StartAsync()
    {
        var host = await PagesHost.StartAsync();
        LoopReplies.Set(host.GraphQL);
        return host;
    }
}
