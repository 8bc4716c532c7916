using System.Net;
using Microsoft.Extensions.Logging;
using Tests.Shared;

namespace Engagement.Web.Tests;

/// <summary>Where the links of messages lead.</summary>
public sealed class EmailTests
{
    public const string Choices = "/e-mail/token";
    public const string Confirm = "/e-mail/confirm/token";
    public const string Answer = "/e-mail/answer/token";

    private const string Stopped = """{ "stopNotifications": { "notificationChoices": { "audience": "FAMILIES" }, "errors": null } }""";

    internal static void Set(CannedGraphQL graphQL) => graphQL
        .Data("EmailChoices", ChoicesOf(isStopped: false))
        .Data("EmailQuestion", """
            { "notificationQuestion": { "audience": "FAMILIES", "answer": null,
              "entry": { "id": "RW50cnkx", "slug": "one-page-guide-4t8w2n", "state": "WE_DID", "youSaid": "The letters are long.", "weDid": "They are one page now." } } }
            """);

    [Fact]
    public async Task Somebody_chooses_what_comes_and_how_often()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ChooseEmails", """{ "chooseNotifications": { "notificationChoices": { "isStopped": false }, "errors": null } }""");
        using var person = await host.Visit().OpenAsync(Choices);
        person.Document.QuerySelectorAll("input[checked]").Select(box => box.GetAttribute("value")).ShouldBe(["PARENTS_AND_CARERS", "ViewGrouped", "EntryPublished", "AtOnce", "yes"]);

        await person.PressAsync("Save", ("kinds", "EntryPublished"), ("interests", "YOUNG_PEOPLE"), ("frequency", "Weekly"));

        var sent = host.GraphQL.LastInput("ChooseEmails");
        sent.GetProperty("token").GetString().ShouldBe("token");
        sent.GetProperty("frequency").GetString().ShouldBe("WEEKLY");
        sent.GetProperty("interests").EnumerateArray().Select(one => one.GetString()).ShouldBe(["YOUNG_PEOPLE"]);
        person.Text(".done").ShouldBe("Saved.");
    }

    [Fact]
    public async Task Opening_the_link_to_confirm_an_address_shows_a_button_and_the_button_confirms()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("EmailChoices", ChoicesOf(isStopped: false).Replace("\"isConfirmed\": true", "\"isConfirmed\": false", StringComparison.Ordinal));
        host.GraphQL.Data("ConfirmAddress", """{ "confirmAddress": { "notificationChoices": { "isConfirmed": true }, "errors": null } }""");
        using var person = await host.Visit().OpenAsync(Confirm);
        person.Heading.ShouldBe("May we write to you here?");
        host.GraphQL.Executed.ShouldNotContain(one => one.Operation == "ConfirmAddress");

        host.GraphQL.Data("EmailChoices", ChoicesOf(isStopped: false));
        await person.PressAsync("Yes, write to me here");

        host.GraphQL.LastInput("ConfirmAddress").GetProperty("token").GetString().ShouldBe("token");
        person.Heading.ShouldBe("Thank you. We write to you here.");
        person.Document.QuerySelector("main a")!.GetAttribute("href").ShouldBe("/e-mail/chosen");
    }

    /// <summary>Whoever has the link can read what was chosen, and answer: it does not end.</summary>
    [Fact]
    public async Task A_page_that_fails_is_named_in_the_log_and_not_the_link_that_led_to_it()
    {
        await using var host = await PagesHost.StartAsync(configure: _ => { });
        using var overheard = new Overheard();
        host.Service<ILoggerFactory>().AddProvider(overheard);
        host.GraphQL.Fail("EmailChoices", "INTERNAL");

        using var person = await host.Visit().OpenAsync("/e-mail/secret-of-somebody/stop");

        person.Response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        var line = overheard.Said.Where(said => said.StartsWith("log A page failed", StringComparison.Ordinal)).ShouldHaveSingleItem();
        line.ShouldContain("GET /e-mail/{token}/stop");
        line.ShouldNotContain("secret-of-somebody");
    }

    [Fact]
    public async Task Staff_who_follow_a_link_of_theirs_come_to_their_reminders()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("EmailChoices", ChoicesOf(isStopped: false).Replace("FAMILIES", "STAFF", StringComparison.Ordinal));

        using var confirmed = await host.Visit().OpenAsync(Confirm);
        confirmed.Document.QuerySelector("main a[href='/staff/reminders']").ShouldNotBeNull();
        using var stops = await host.Visit().OpenAsync($"{Choices}/stop");
        stops.Document.QuerySelector("main a[href='/staff/reminders']").ShouldNotBeNull();
        using var choices = await host.Visit().OpenAsync(Choices);
        choices.Response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Opening_the_link_to_stop_shows_a_button_and_the_button_stops()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("StopEmails", Stopped);
        using var person = await host.Visit().OpenAsync($"{Choices}/stop");
        host.GraphQL.Executed.ShouldNotContain(one => one.Operation == "StopEmails");

        host.GraphQL.Data("EmailChoices", ChoicesOf(isStopped: true));
        await person.PressAsync("Stop all e-mails");

        host.GraphQL.LastInput("StopEmails").GetProperty("token").GetString().ShouldBe("token");
        person.Heading.ShouldBe("E-mails are stopped");
    }

    [Fact]
    public async Task An_answer_is_chosen_by_the_link_and_sent_by_the_button()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("AnswerEmail", """{ "answerByMessage": { "notificationQuestion": { "answer": "PARTLY" }, "errors": null } }""");
        using var person = await host.Visit().OpenAsync($"{Answer}?answer=partly");
        person.Document.QuerySelector("input[checked]")!.GetAttribute("value").ShouldBe("Partly");
        host.GraphQL.Executed.ShouldNotContain(one => one.Operation == "AnswerEmail");

        await person.PressAsync("Send", ("comment", "The phone number is missing."));

        var sent = host.GraphQL.LastInput("AnswerEmail");
        (sent.GetProperty("answer").GetString(), sent.GetProperty("comment").GetString()).ShouldBe(("PARTLY", "The phone number is missing."));
        person.Text(".done").ShouldBe("Thank you. We have what you said.");
    }

    [Fact]
    public async Task Who_chooses_no_answer_is_asked_to_and_keeps_their_words()
    {
        await using var host = await StartAsync();
        using var person = await host.Visit().OpenAsync(Answer);

        await person.PressAsync("Send", ("comment", "The phone number is missing."));

        person.Problems.ShouldBe(["Choose whether it answers you"]);
        person.Text("textarea").ShouldBe("The phone number is missing.");
    }

    [Theory]
    [InlineData(Choices)]
    [InlineData($"{Choices}/stop")]
    [InlineData(Confirm)]
    [InlineData(Answer)]
    public async Task A_link_that_was_never_sent_is_not_a_page(string address)
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("EmailChoices", """{ "notificationChoices": null }""").Data("EmailQuestion", """{ "notificationQuestion": null }""");
        using var person = await host.Visit().OpenAsync(address);

        person.Response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static string ChoicesOf(bool isStopped) => $$"""
        { "notificationChoices": { "kinds": ["VIEW_GROUPED", "ENTRY_PUBLISHED"], "frequency": "AT_ONCE", "leavesTheNight": true, "audience": "FAMILIES", "interests": ["PARENTS_AND_CARERS"], "about": [], "districts": [], "address": "p…@example.test", "token": "chosen", "isConfirmed": true, "isStopped": {{(isStopped ? "true" : "false")}} } }
        """;

    private static async Task<PagesHost> StartAsync()
    {
        var host = await PagesHost.StartAsync();
        Set(host.GraphQL);
        return host;
    }
}
