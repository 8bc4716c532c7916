using System.Net;
using static Engagement.Web.Tests.Pact.PactReplies;

namespace Engagement.Web.Tests.Pact;

public sealed class OwnPostTests
{
    [Fact]
    public async Task A_receipt_opens_what_was_written_and_is_in_no_address()
    {
        await using var host = await PagesHost.StartAsync();
        host.GraphQL.Data("WhoWrites", Nobody).Data("OwnContributions", Own());
        using var person = await host.Visit().OpenAsync("/pact/posts");

        await person.PressAsync("Show what I wrote");
        person.Problems.ShouldBe(["Enter the reference from your receipt", "Enter the secret from your receipt"]);
        await person.PressAsync("Show what I wrote", ("reference", "send 7f3k 92qx"), ("secret", "4jq8 zw3n h7ta 0c5m"));

        person.Heading.ShouldBe("What you wrote");
        person.Address.ShouldBe("/pact/posts");
        host.GraphQL.Executed.Last(e => e.Operation == "OwnContributions").Variables.GetProperty("receipt").GetProperty("secret").GetString().ShouldBe(Replies.Secret);

        await person.PressAsync("Clear this device");
        person.Heading.ShouldBe("See what you wrote");
    }

    [Fact]
    public async Task A_receipt_that_is_not_good_is_asked_for_again()
    {
        await using var host = await PagesHost.StartAsync();
        host.GraphQL.Data("WhoWrites", Nobody).Fail("OwnContributions", "RECEIPT_NOT_FOUND");
        using var person = await host.Visit().OpenAsync("/pact/posts");

        await person.PressAsync("Show what I wrote", ("reference", Replies.Reference), ("secret", Replies.Secret));

        person.Response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        person.Problems.ShouldBe(["We cannot find words with that reference and secret. Check both, then try again"]);
    }

    [Fact]
    public async Task Somebody_who_signed_in_and_wrote_nothing_is_told_so()
    {
        await using var host = await PagesHost.StartAsync();
        host.GraphQL.Data("WhoWrites", Parent).Data("OwnContributions", NoneOfOwn);

        (await host.Visit().OpenAsync("/pact/posts")).Text(".nothing").ShouldBe("You have not written in a forum yet.");
    }

    [Theory]
    [InlineData("WAITING", "Waits for a person", "Change your words,Take it back")]
    [InlineData("HELD", "Held back", "Change your words,Take it back")]
    [InlineData("RELEASED", "Not shown now", "Change your words,Take it back")]
    [InlineData("RETURNED", "Please change it", "Change your words,Take it back")]
    [InlineData("REFUSED", "Not shown", "Ask somebody else to look again,Take it back")]
    [InlineData("WITHDRAWN", "Taken back", "")]
    public async Task Its_author_reads_how_it_stands_and_what_they_can_do(string state, string tag, string can)
    {
        await using var host = await PagesHost.StartAsync();
        host.GraphQL.Data("WhoWrites", Parent).Data("OwnContributions", Own(state, mayAppeal: state == "REFUSED"));
        using var person = await host.Visit().OpenAsync($"/pact/posts/{OwnId}");

        person.Text(".govuk-tag").ShouldBe(tag);
        string.Join(',', person.Texts("main ul.govuk-list a")).ShouldBe(can);
    }

    [Fact]
    public async Task What_was_found_in_the_words_is_marked_and_the_reason_is_in_plain_words()
    {
        await using var host = await PagesHost.StartAsync();
        host.GraphQL.Data("WhoWrites", Parent).Data("OwnContributions", Own(
            "RETURNED", reason: "\"Take the number out.\"", reasonClass: "\"ContactDetails\"", marks: """{ "start": 9, "length": 12 }, { "start": 500, "length": 3 }"""));
        using var person = await host.Visit().OpenAsync($"/pact/posts/{OwnId}");

        person.Texts("mark").ShouldBe(["07700 900123"]);
        person.Text(".words .as-written").ShouldBe("Ring me: 07700 900123");
        person.Text("main").ShouldContain("It seems to say who or where somebody is.");
        person.Text("main").ShouldContain("Take the number out.");
    }

    [Fact]
    public async Task Words_that_were_erased_are_gone()
    {
        await using var host = await PagesHost.StartAsync();
        host.GraphQL.Data("WhoWrites", Parent).Data("OwnContributions", Own("RELEASED", text: "null", isShown: true));
        using var person = await host.Visit().OpenAsync($"/pact/posts/{OwnId}");

        person.Text(".govuk-tag").ShouldBe("Erased");
        person.Text(".words").ShouldContain("They are gone for good.");
        person.Texts("main ul.govuk-list a").ShouldBe(["Take it back"]);
    }

    [Fact]
    public async Task An_edit_that_crosses_a_decision_is_told_and_sent_again_with_the_words_kept()
    {
        await using var host = await PagesHost.StartAsync();
        host.GraphQL.Data("WhoWrites", Parent).Data("OwnContributions", Own())
            .Data("EditContribution", Refused("editContribution", "STALE_VERSION", "Somebody has changed this since", "\"expectedVersion\""));
        using var person = await host.Visit().OpenAsync($"/pact/posts/{OwnId}/edit");

        await person.PressAsync("Send the new words", ("text", "Meetings start too late"), ("version", "3"));
        person.Problems.ShouldBe(["Somebody has changed this since"]);
        person.Document.QuerySelector("textarea")!.TextContent.ShouldContain("too late");

        host.GraphQL.Data("EditContribution", Done("editContribution"));
        await person.PressAsync("Send the new words");
        person.Text(".done").ShouldStartWith("Your new words are sent.");
        host.GraphQL.LastInput("EditContribution").GetProperty("expectedVersion").GetInt32().ShouldBe(4);
    }

    [Fact]
    public async Task It_is_taken_back_after_a_question()
    {
        await using var host = await PagesHost.StartAsync();
        host.GraphQL.Data("WhoWrites", Parent).Data("OwnContributions", Own()).Data("WithdrawContribution", Done("withdrawContribution"));
        using var person = await host.Visit().OpenAsync($"/pact/posts/{OwnId}/withdraw");

        await person.PressAsync("Yes, take it back");
        person.Text(".done").ShouldStartWith("You took it back.");
    }

    [Fact]
    public async Task A_refusal_is_appealed_once()
    {
        await using var host = await PagesHost.StartAsync();
        host.GraphQL.Data("WhoWrites", Parent).Data("OwnContributions", Own("REFUSED", reason: "\"It insults.\"", mayAppeal: true)).Data("MakeAppeal", Done("makeAppeal"));
        using var person = await host.Visit().OpenAsync($"/pact/posts/{OwnId}/appeal");
        await person.PressAsync("Send", ("text", "It insults nobody."));
        person.Text(".done").ShouldStartWith("Somebody else will look at it.");

        host.GraphQL.Data("OwnContributions", Own("REFUSED", appeal: "OPEN"));
        await person.OpenAsync($"/pact/posts/{OwnId}/appeal");
        person.Address.ShouldBe($"/pact/posts/{OwnId}");
        person.Text("main").ShouldContain("They have not decided yet.");
    }

    [Fact]
    public async Task What_is_another_persons_leads_to_ones_own()
    {
        await using var host = await PagesHost.StartAsync();
        host.GraphQL.Data("WhoWrites", Parent).Data("OwnContributions", Own());
        using var person = await host.Visit().OpenAsync("/pact/posts/QW5vdGhlcg");

        person.Heading.ShouldBe("What you wrote");
    }
}
