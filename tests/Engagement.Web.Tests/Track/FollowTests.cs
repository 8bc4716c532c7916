namespace Engagement.Web.Tests.Track;

/// <summary>Whoever holds a receipt may ask to be written to.</summary>
public sealed class FollowTests
{
    private const string Address = $"/track/{Replies.Reference}/e-mail";

    [Fact]
    public async Task Nothing_is_shown_before_the_secret_is_given()
    {
        await using var host = await StartAsync();
        using var person = await host.Visit().OpenAsync(Address);

        person.Heading.ShouldBe("Track your answers");
        host.GraphQL.Executed.ShouldBeEmpty();
    }

    [Fact]
    public async Task Somebody_gives_an_address_and_their_leave()
    {
        await using var host = await StartAsync();
        using var person = await OpenAsync(host);
        host.GraphQL.Data("FollowResponse", """{ "followResponse": { "responseFollowing": { "isFollowed": true }, "errors": null } }""");

        await person.PressAsync("Send me e-mails", ("address", "someone@families.example.test"), ("mayWrite", "yes"));

        var sent = host.GraphQL.LastInput("FollowResponse");
        (sent.GetProperty("address").GetString(), sent.GetProperty("mayWrite").GetBoolean()).ShouldBe(("someone@families.example.test", true));
        (sent.GetProperty("audience").GetString(), sent.GetProperty("language").GetString()).ShouldBe(("FAMILIES", "en-GB"));
        person.Text(".done").ShouldBe("We have sent you an e-mail. Open the link in it and press the button. Then we write to you.");
    }

    [Fact]
    public async Task What_is_refused_is_said_beside_its_field_and_the_address_is_kept()
    {
        await using var host = await StartAsync();
        using var person = await OpenAsync(host);
        host.GraphQL.Data("FollowResponse", """
            { "followResponse": { "responseFollowing": null, "errors": [{ "message": "Tick the box if we may write to you", "code": "PERMISSION_MISSING", "field": "mayWrite" }] } }
            """);

        await person.PressAsync("Send me e-mails", ("address", "someone@families.example.test"));

        person.Problems.ShouldBe(["Tick the box if we may write to you"]);
        person.Document.QuerySelector(".govuk-error-summary a")!.GetAttribute("href").ShouldBe("#mayWrite");
        person.Document.QuerySelector("#address")!.GetAttribute("value").ShouldBe("someone@families.example.test");
    }

    [Fact]
    public async Task Whoever_is_written_to_can_stop_it()
    {
        await using var host = await StartAsync(isFollowed: true);
        using var person = await OpenAsync(host);
        host.GraphQL.Data("UnfollowResponse", """{ "unfollowResponse": { "responseFollowing": { "isFollowed": false }, "errors": null } }""");

        await person.PressAsync("Stop, and forget my address");

        host.GraphQL.LastInput("UnfollowResponse").GetProperty("reference").GetString().ShouldBe(Replies.Reference);
        person.Text(".done").ShouldStartWith("You get no more e-mails about these answers.");
    }

    [Fact]
    public async Task Whoevers_mailbox_takes_nothing_is_asked_for_another_address()
    {
        await using var host = await StartAsync(isFollowed: true, isRefused: true);
        using var person = await OpenAsync(host);

        person.Text(".govuk-inset-text").ShouldBe("Your mailbox does not take our e-mails. Give us another address.");
        person.Document.QuerySelector("#address").ShouldNotBeNull();
    }

    private static async Task<PagesHost> StartAsync(bool isFollowed = false, bool isRefused = false)
    {
        var host = await PagesHost.StartAsync();
        host.GraphQL.Data("Journey", Replies.Journey).Data(
            "Following", $$"""{ "responseFollowing": { "isFollowed": {{(isFollowed ? "true" : "false")}}, "isConfirmed": true, "isRefused": {{(isRefused ? "true" : "false")}} } }""");
        return host;
    }

    private static async Task<Visitor> OpenAsync(PagesHost host)
    {
        var person = await host.Visit().OpenAsync("/track");
        await person.PressAsync("Show what happened", ("reference", Replies.Reference), ("secret", Replies.Secret));
        return await person.OpenAsync(Address);
    }
}
