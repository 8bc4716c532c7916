using System.Net;
using static Engagement.Web.Tests.Staff.MessagesReplies;
using static Engagement.Web.Tests.Staff.ModerationReplies;

namespace Engagement.Web.Tests.Staff;

public sealed class MessagesTests
{
    [Theory]
    [InlineData(List, "Messages")]
    [InlineData(MessagesReplies.Address, "DeadLetter")]
    [InlineData($"{List}/all/purge", "DeadLetterCount")]
    public async Task Who_has_another_role_is_told_that_it_is_not_for_them(string address, string operation)
    {
        await using var host = await StartAsync();
        host.GraphQL.Data(operation, MeFor("moderator", "contributions.moderate"));
        using var person = await host.Visit().OpenAsync(address);

        person.Response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Queues_are_shown_and_what_is_asked_for_is_kept_on_the_next_page_and_for_what_is_done_with_all()
    {
        await using var host = await StartAsync();
        using var person = await host.Visit().OpenAsync($"{List}?queue=default&type=close_wave&search=no%20answer");

        person.Text("[aria-labelledby=queues]").ShouldContain("Waiting: 1,200, the oldest since 20 November 2026 at 9:00am. In hand: 2. For later: 31.");
        person.Text("[aria-labelledby=queues] .govuk-tag").ShouldBe("1 could not be handled");
        var asked = host.GraphQL.Executed.Last(one => one.Operation == "Messages").Variables;
        (asked.GetProperty("queue").GetString(), asked.GetProperty("type").GetString(), asked.GetProperty("search").GetString()).ShouldBe(("default", "close_wave", "no answer"));
        person.Text("[name=type] [selected]").ShouldBe("Close a survey on its day (1)");
        const string Same = "queue=default&type=close_wave&search=no%20answer";
        person.Document.QuerySelector("a[rel=next]")!.GetAttribute("href").ShouldBe($"{List}?{Same}&after=more");
        person.Document.QuerySelector("main a.govuk-button")!.GetAttribute("href").ShouldBe($"{List}/all/again?{Same}");
        person.Text(".rows__title").ShouldStartWith("Close a survey on its day");
    }

    [Fact]
    public async Task Where_everything_was_done_it_says_so_and_offers_nothing()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Messages", None());
        using var person = await host.Visit().OpenAsync(List);

        person.Text(".nothing").ShouldBe("Nothing has failed for good. What failed and is tried again by itself is under “for later” below.");
        person.Document.QuerySelector("form.search").ShouldBeNull();
        using var searched = await host.Visit().OpenAsync($"{List}?search=x");
        searched.Text(".nothing").ShouldBe("No message is like that. Clear the search to see all.");
    }

    [Fact]
    public async Task One_is_shown_with_all_that_is_known_and_handed_back()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ReplayDeadLetter", """{ "replayDeadLetter": { "replayedDeadLetters": { "count": 1 }, "errors": null } }""");
        using var person = await host.Visit().OpenAsync(MessagesReplies.Address);

        var text = person.Text("main");
        text.ShouldContain("It was tried 5 times, last on 20 November 2026");
        text.ShouldContain("at the server");
        text.ShouldNotContain("0198c5a2", Shouldly.Case.Sensitive, "who is shown what is in it is in the access log");
        host.GraphQL.Executed.ShouldNotContain(one => one.Operation == "DeadLetterBody");
        await person.OpenAsync(person.Document.QuerySelectorAll("main a").Single(link => link.TextContent == "Show what is in it").GetAttribute("href")!);
        person.Text("main").ShouldContain("\"WaveId\": \"0198c5a2\"");
        await person.PressAsync("Hand it back");

        host.GraphQL.LastInput("ReplayDeadLetter").GetProperty("deadLetterId").GetString().ShouldBe(Id);
        person.Text(".done").ShouldBe("1 message was handed back and tried again now. Load this page again to see whether it went well.");
    }

    [Fact]
    public async Task One_of_a_type_that_is_not_known_any_more_is_called_by_its_name_and_said_to_be_of_no_use()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("DeadLetter", One("null"));
        using var person = await host.Visit().OpenAsync(MessagesReplies.Address);

        person.Text("h1").ShouldBe("close_wave");
        person.Text(".govuk-inset-text").ShouldBe("The platform does not know this type any more, so trying again is of no use.");
    }

    [Fact]
    public async Task A_body_that_cannot_be_read_is_refused_with_what_was_entered_still_there()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("EditDeadLetter", Refused("editDeadLetter", "BODY_UNREADABLE", "The stored body cannot be read as the message type 'close_wave'", "\"body\""));
        using var person = await host.Visit().OpenAsync($"{MessagesReplies.Address}/edit");

        await person.PressAsync("Save it", ("body", "not json"));
        person.Problems.ShouldBe(["The stored body cannot be read as the message type 'close_wave'"]);
        person.Text("#body").ShouldBe("not json");
        host.GraphQL.Data("EditDeadLetter", Done("editDeadLetter", "deadLetter"));
        await person.PressAsync("Save it", ("body", "{}"));

        host.GraphQL.LastInput("EditDeadLetter").GetProperty("body").GetString().ShouldBe("{}");
        person.Text(".done").ShouldBe("The body is changed. Hand the message back to have it tried with it.");
    }

    [Fact]
    public async Task Throwing_one_away_says_first_what_will_happen()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("PurgeDeadLetter", """{ "purgeDeadLetter": { "purgedDeadLetters": { "count": 1 }, "errors": null } }""");
        using var person = await host.Visit().OpenAsync($"{MessagesReplies.Address}/purge");

        person.Text("main").ShouldContain("What it was to do never happens by itself: Close a survey on its day.");
        await person.PressAsync("Throw it away");

        person.Text(".done").ShouldBe("1 message was thrown away.");
    }

    [Theory]
    [InlineData("again", "Hand 12 messages back", "ReplayDeadLetters", "replayDeadLetters", "replayedDeadLetters", "12 messages were handed back and tried again now. Load this page again to see whether it went well.")]
    [InlineData("purge", "Throw 12 messages away", "PurgeDeadLetters", "purgeDeadLetters", "purgedDeadLetters", "12 messages were thrown away.")]
    public async Task What_is_done_with_all_that_fit_is_said_first_and_touches_nothing_that_was_not_seen(
        string act, string button, string operation, string field, string thing, string done)
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("DeadLetterCount", Counted(12)).Data(operation, Refused(field, "DEAD_LETTERS_NONE", "There are no such messages any more"));
        using var person = await host.Visit().OpenAsync($"{List}/all/{act}?queue=mail&search=no%20answer");

        person.Text("main li").ShouldContain("12 messages in the queue mail with “no answer” in what is known of them");
        await person.PressAsync(button);
        person.Problems.ShouldBe(["There are no such messages any more"]);
        host.GraphQL.Data(operation, $$"""{ "{{field}}": { "{{thing}}": { "count": 12 }, "errors": null } }""");
        await person.PressAsync(button);

        var sent = host.GraphQL.LastInput(operation);
        (sent.GetProperty("queue").GetString(), sent.GetProperty("search").GetString()).ShouldBe(("mail", "no answer"));
        sent.GetProperty("failedBefore").GetDateTimeOffset().ShouldBeLessThanOrEqualTo(DateTimeOffset.UtcNow);
        person.Text(".done").ShouldBe(done);
    }

    [Fact]
    public async Task Where_none_fits_there_is_nothing_to_press()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("DeadLetterCount", Counted(0));
        using var person = await host.Visit().OpenAsync($"{List}/all/purge?type=close_wave");

        person.Text(".nothing").ShouldBe("There are no such messages any more.");
        person.Document.QuerySelector("main button.govuk-button--warning").ShouldBeNull();
    }

    private static async Task<PagesHost> StartAsync()
    {
        var host = await PagesHost.StartAsync();
        StaffPages.Set(host.GraphQL);
        return host;
    }
}
