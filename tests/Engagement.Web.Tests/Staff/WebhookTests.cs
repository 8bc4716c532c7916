using System.Net;
using static Engagement.Web.Tests.Staff.ModerationReplies;
using static Engagement.Web.Tests.Staff.WebhookReplies;

namespace Engagement.Web.Tests.Staff;

public sealed class WebhookTests
{
    [Theory]
    [InlineData("/staff/webhooks", "Webhooks")]
    [InlineData("/staff/webhooks/new", "WebhookKinds")]
    [InlineData(WebhookReplies.Address, "Webhook")]
    public async Task Who_has_another_role_is_told_that_it_is_not_for_them(string address, string operation)
    {
        await using var host = await StartAsync();
        host.GraphQL.Data(operation, MeFor("moderator", "contributions.moderate"));
        using var person = await host.Visit().OpenAsync(address);

        person.Response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_webhook_is_set_up_and_its_secret_is_shown_once()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("CreateWebhook", Refused("createWebhook", "ADDRESS_NOT_ALLOWED", "Enter an address that can be reached from the internet", "\"address\""));
        using var person = await host.Visit().OpenAsync("/staff/webhooks/new");

        await person.PressAsync("Set up the webhook", ("name", "The dashboard"), ("address", "https://10.0.0.1/"), ("kinds", "entry.published"));
        person.Problems.ShouldBe(["Enter an address that can be reached from the internet"]);
        person.Document.QuerySelector("#address")!.GetAttribute("value").ShouldBe("https://10.0.0.1/");
        person.Document.QuerySelector("[checked]")!.GetAttribute("value").ShouldBe("entry.published");
        host.GraphQL.Data("CreateWebhook", WithSecret("createWebhook", "createdWebhook"));
        await person.PressAsync("Set up the webhook", ("address", "https://dashboard.example.test/"));

        person.Text(".receipt").ShouldContain(Secret);
        var sent = host.GraphQL.LastInput("CreateWebhook");
        (sent.GetProperty("name").GetString(), sent.GetProperty("address").GetString(), sent.GetProperty("kinds")[0].GetString())
            .ShouldBe(("The dashboard", "https://dashboard.example.test/", "entry.published"));
    }

    [Fact]
    public async Task One_that_was_turned_off_says_why_and_is_turned_on_again()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Webhook", One("DISABLED", "\"REFUSED\"", "\"2026-11-19T09:30:00Z\"", waiting: 3)).Data("ResumeWebhook", Done("resumeWebhook", "webhook"));
        using var person = await host.Visit().OpenAsync(WebhookReplies.Address);

        person.Text("main .govuk-tag").ShouldBe("Turned off");
        person.Text(".govuk-inset-text").ShouldContain("It answered that it does not take this.");
        await person.PressAsync("Turn it on");

        host.GraphQL.LastInput("ResumeWebhook").GetProperty("webhookId").GetString().ShouldBe(Id);
        person.Text(".done").ShouldBe("It is on. What waits is being sent: load this page again to see whether it was taken.");
    }

    [Theory]
    [InlineData("Send a test", "SendWebhookTest", "sendWebhookTest", "The test was taken.")]
    [InlineData("Pause it", "PauseWebhook", "pauseWebhook", "Paused. What comes waits for it.")]
    [InlineData("Try again now", "ResumeWebhook", "resumeWebhook", "It is on. What waits is being sent: load this page again to see whether it was taken.")]
    public async Task What_is_done_with_one_button_is_said(string button, string operation, string field, string done)
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Webhook", One(failingSince: "\"2026-11-19T09:30:00Z\"", lastTest: Test("DELIVERED"))).Data(operation, Done(field, "webhook"));
        using var person = await host.Visit().OpenAsync(WebhookReplies.Address);

        await person.PressAsync(button);

        person.Text(".done").ShouldBe(done);
    }

    [Fact]
    public async Task One_with_a_message_that_could_not_be_handled_leads_to_it()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Webhook", One(waiting: 1, deadLetter: "\"RGVhZExldHRlcjox\""));
        using var person = await host.Visit().OpenAsync(WebhookReplies.Address);

        person.Text(".govuk-inset-text").ShouldStartWith("A message for it could not be handled, so what waits is not sent.");
        person.Document.QuerySelector(".govuk-inset-text a")!.GetAttribute("href").ShouldBe("/staff/messages/RGVhZExldHRlcjox");
    }

    [Fact]
    public async Task Where_a_redirect_leads_is_shown_and_is_no_link()
    {
        await using var host = await StartAsync();
        using var person = await host.Visit().OpenAsync($"{WebhookReplies.Address}/deliveries/{Delivery}");

        person.Texts(".rows__item code").ShouldContain("https://elsewhere.example.test/<take>");
        person.Document.QuerySelectorAll("main a").ShouldAllBe(link => !link.GetAttribute("href")!.Contains("elsewhere", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_new_one_waits_for_a_test_and_says_what_to_do()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Webhook", One("UNCONFIRMED"));
        using var person = await host.Visit().OpenAsync(WebhookReplies.Address);

        person.Text("main .govuk-tag").ShouldBe("Waits for a test");
        person.Text(".govuk-inset-text").ShouldContain("Put the secret into the program");
        person.Document.QuerySelectorAll("main button").Select(button => button.TextContent).ShouldNotContain("Turn it on");
    }

    [Fact]
    public async Task A_test_that_was_not_taken_is_not_said_to_be_well_and_shows_why_and_how_the_answer_begins()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Webhook", One("UNCONFIRMED", lastTest: Test("FAILED", "\"REFUSED\"", "\"Wrong secret\"", 401))).Data("SendWebhookTest", Done("sendWebhookTest", "webhook"));
        using var person = await host.Visit().OpenAsync(WebhookReplies.Address);

        await person.PressAsync("Send a test");

        person.Document.QuerySelector(".done").ShouldBeNull();
        var shown = person.Text("[aria-labelledby=test]");
        shown.ShouldContain("It answered that it does not take this (401), on 20 November 2026");
        shown.ShouldContain("after 1,031 ms. A test is not tried again.");
        shown.ShouldContain("Wrong secret");
    }

    [Theory]
    [InlineData(401, "It answered that it does not take this (401)", "another secret")]
    [InlineData(404, "It answered that it does not take this (404)", "its path is right")]
    [InlineData(500, "It answered that something went wrong in it (500)", "its own log")]
    public async Task What_to_do_about_a_refusal_depends_on_its_status(int status, string said, string advice)
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Webhook", One("UNCONFIRMED", lastTest: Test("FAILED", "\"REFUSED\"", status: status)));
        using var person = await host.Visit().OpenAsync(WebhookReplies.Address);

        person.Text("[aria-labelledby=test]").ShouldContain(said);
        person.Text("[aria-labelledby=test]").ShouldContain(advice);
    }

    [Fact]
    public async Task What_happened_since_a_day_is_sent_again()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("RedeliverWebhookSince", """{ "redeliverWebhookSince": { "redeliveredWebhook": { "count": 12 }, "errors": null } }""");
        using var person = await host.Visit().OpenAsync(WebhookReplies.Address);

        await person.PressAsync("Send it again", ("since", ""));
        person.Problems.ShouldBe(["Enter the day since when"]);
        await person.PressAsync("Send it again", ("since", "2026-07-01"), ("takenToo", "true"));

        var sent = host.GraphQL.LastInput("RedeliverWebhookSince");
        sent.GetProperty("since").GetDateTimeOffset().ShouldBe(new DateTimeOffset(2026, 6, 30, 23, 0, 0, TimeSpan.Zero), "the day begins in London");
        sent.GetProperty("takenToo").GetBoolean().ShouldBeTrue();
        person.Text(".done").ShouldBe("12 messages are sent again, in their order.");
    }

    [Fact]
    public async Task A_new_secret_is_shown_once_and_the_old_one_works_for_a_day()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("RotateWebhookSecret", WithSecret("rotateWebhookSecret", "newWebhookSecret"));
        using var person = await host.Visit().OpenAsync(WebhookReplies.Address);

        await person.PressAsync("Give it a new secret");

        person.Text(".receipt").ShouldContain(Secret);
        person.Text("main").ShouldContain("The secret before this one works beside it for a day.");
    }

    [Fact]
    public async Task The_log_is_of_what_is_asked_for_and_keeps_that_on_its_next_page()
    {
        await using var host = await StartAsync();
        using var person = await host.Visit().OpenAsync($"{WebhookReplies.Address}?state=waiting&kind=entry.published");

        host.GraphQL.Executed.Last(one => one.Operation == "Webhook").Variables.GetProperty("state").GetString().ShouldBe("WAITING");
        person.Document.QuerySelector("a[rel=next]")!.GetAttribute("href").ShouldBe($"{WebhookReplies.Address}?state=waiting&kind=entry.published&after=more");
        person.Text(".rows__note").ShouldContain("It did not answer within 10 seconds, after 10,000 ms. It is tried again on 1 January 2099");
    }

    [Theory]
    [InlineData("WAITING", "Give it up", "SkipWebhookDelivery", "skipWebhookDelivery", "Given up. What waited behind it is being sent.")]
    [InlineData("DELIVERED", "Send it again", "RedeliverWebhook", "redeliverWebhook", "It is on its way again.")]
    public async Task What_was_told_can_be_sent_again_or_given_up(string state, string button, string operation, string field, string done)
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("WebhookDelivery", OneDelivery(state)).Data(operation, Done(field, "webhookDelivery"));
        using var person = await host.Visit().OpenAsync($"{WebhookReplies.Address}/deliveries/{Delivery}");
        person.Text("pre[aria-label='What is sent']").ShouldContain("\"id\": \"evt_1\"");
        person.Text("pre[aria-label='How its answer begins']").ShouldBe("Out of order");

        await person.PressAsync(button);

        host.GraphQL.LastInput(operation).GetProperty("deliveryId").GetString().ShouldBe(Delivery);
        person.Text(".done").ShouldBe(done);
    }

    [Fact]
    public async Task Deleting_says_first_what_is_lost()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Webhook", One(waiting: 3)).Data("DeleteWebhook", Done("deleteWebhook", "deletedWebhook"));
        using var person = await host.Visit().OpenAsync($"{WebhookReplies.Address}/delete");

        person.Text("main").ShouldContain("with what waits for it: 3. This cannot be undone.");
        await person.PressAsync("Delete the webhook");

        person.Text(".done").ShouldBe("The webhook is deleted.");
    }

    private static async Task<PagesHost> StartAsync()
    {
        var host = await PagesHost.StartAsync();
        StaffPages.Set(host.GraphQL);
        return host;
    }
}
