namespace Engagement.Web.Tests.Staff;

/// <summary>Staff ask to be reminded by e-mail, and have no more of it when they like.</summary>
public sealed class ReminderTests
{
    public const string Address = "/staff/reminders";

    internal static void Set(CannedGraphQL graphQL) => graphQL.Data("ReminderSettings", Settings(isOn: true, isConfirmed: true));

    [Fact]
    public async Task Somebody_gives_an_address_and_is_told_to_confirm_it()
    {
        await using var host = await StartAsync(isOn: false);
        using var person = await host.Visit().OpenAsync(Address);
        person.Document.QuerySelectorAll("input[name='kinds'][type='checkbox']").Select(box => box.GetAttribute("value")).ShouldBe(["COMMITMENT_DUE", "LOOP_ESCALATED"], "what is theirs to do");
        host.GraphQL.Data("AskForReminders", Answer("askForReminders"));

        await person.PressAsync("Send me reminders", ("address", "officer@council.example.test"), ("kinds", "COMMITMENT_DUE"));

        var sent = host.GraphQL.LastInput("AskForReminders");
        sent.GetProperty("address").GetString().ShouldBe("officer@council.example.test");
        sent.GetProperty("kinds").EnumerateArray().Select(kind => kind.GetString()).ShouldContain("COMMITMENT_DUE");
        person.Text(".done").ShouldStartWith("We sent an e-mail to that address.");
    }

    [Fact]
    public async Task Another_choice_keeps_the_address()
    {
        await using var host = await StartAsync();
        using var person = await host.Visit().OpenAsync(Address);
        host.GraphQL.Data("AskForReminders", Answer("askForReminders"));

        await person.PressAsync("Save", ("kinds", "LOOP_ESCALATED"));

        host.GraphQL.LastInput("AskForReminders").GetProperty("address").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        person.Text(".done").ShouldBe("Saved.");
    }

    [Fact]
    public async Task What_is_wrong_with_the_address_is_said_beside_it()
    {
        await using var host = await StartAsync(isOn: false);
        using var person = await host.Visit().OpenAsync(Address);
        host.GraphQL.Data("AskForReminders", """
            { "askForReminders": { "reminderSettings": null, "errors": [{ "message": "Enter an e-mail address in the correct format, like name@example.com", "code": "ADDRESS_INVALID", "field": "address" }] } }
            """);

        await person.PressAsync("Send me reminders", ("address", "officer"));

        person.Problems.ShouldBe(["Enter an e-mail address in the correct format, like name@example.com"]);
        person.Document.QuerySelector("#address")!.GetAttribute("value").ShouldBe("officer");
    }

    [Fact]
    public async Task Stopping_forgets_the_address()
    {
        await using var host = await StartAsync();
        using var person = await host.Visit().OpenAsync(Address);
        host.GraphQL.Data("StopReminders", Answer("stopReminders"));

        await person.PressAsync("Stop, and forget my address");

        host.GraphQL.LastInput("StopReminders").GetProperty("idempotencyKey").GetString().ShouldNotBeNullOrEmpty();
        person.Text(".done").ShouldBe("You get no more reminders. Your address is forgotten.");
    }

    private static string Settings(bool isOn, bool isConfirmed) => $$"""
        {
          "me": { "role": "decision-maker", "permissions": ["workbench.read", "loops.decide"] },
          "reminderSettings": { "isOn": {{(isOn ? "true" : "false")}}, "isConfirmed": {{(isConfirmed ? "true" : "false")}}, "isRefused": false, "kinds": ["RESPONSE_DUE", "COMMITMENT_DUE"] }
        }
        """;

    private static string Answer(string mutation) => $$"""{ "{{mutation}}": { "reminderSettings": { "isOn": true }, "errors": null } }""";

    private static async Task<PagesHost> StartAsync(bool isOn = true)
    {
        var host = await PagesHost.StartAsync();
        host.GraphQL.Data("ReminderSettings", Settings(isOn, isConfirmed: isOn));
        return host;
    }
}
