using System.Net;

namespace Engagement.Web.Tests.Staff;

/// <summary>Officers read what families are sent.</summary>
public sealed class NotificationTests
{
    [Fact]
    public async Task Each_message_says_when_it_is_sent_and_to_whom()
    {
        await using var host = await StartAsync();
        using var person = await host.Visit().OpenAsync("/staff/notifications");

        person.Texts(".rows__title").ShouldBe(["You said, we did", "Your view was read", "Promise due"]);
        person.Texts(".rows__note")[0].ShouldBe("When: When an entry is published. To whom: Everybody who asked to be told.");
        person.Texts("h2").ShouldContain("To staff who asked for reminders");
        person.Texts(".work__figures dd").ShouldBe(["1,200", "8,800", "0", "3"]);
    }

    [Fact]
    public async Task A_message_is_shown_as_a_page_and_as_text_with_how_easy_it_is_to_read()
    {
        await using var host = await StartAsync();
        using var person = await host.Visit().OpenAsync(NotificationReplies.Address);

        person.Texts("dd")[2].ShouldBe("There is an answer to what you told us");
        person.Texts("dd")[3].ShouldEndWith("As plain as families need it.");
        person.Text("pre").ShouldContain("Stop these e-mails");
        var frame = person.Document.QuerySelector("iframe")!;
        frame.GetAttribute("src").ShouldBe("/staff/notifications/entry-published/letter?audience=FAMILIES&language=en-GB");
        frame.GetAttribute("sandbox").ShouldBe("");
    }

    [Fact]
    public async Task Somebody_chooses_the_words_and_the_language()
    {
        await using var host = await StartAsync();
        using var person = await host.Visit().OpenAsync($"{NotificationReplies.Address}?audience=YOUNG_PEOPLE&language=ar");

        var asked = host.GraphQL.Executed.Last(one => one.Operation == "NotificationPreview").Variables;
        (Of("kind"), Of("audience"), Of("language")).ShouldBe(("ENTRY_PUBLISHED", "YOUNG_PEOPLE", "ar"));
        person.Document.QuerySelectorAll("option[selected]").Select(option => option.TextContent).ShouldBe(["Young people, Easy Read", "Arabic"]);
        person.Document.QuerySelector("pre")!.GetAttribute("lang").ShouldBe("ar");

        string? Of(string name) => asked.GetProperty(name).GetString();
    }

    [Fact]
    public async Task What_staff_are_sent_is_in_English_and_asks_for_no_variant()
    {
        await using var host = await StartAsync();
        using var person = await host.Visit().OpenAsync("/staff/notifications/commitment-due?audience=FAMILIES&language=ar");

        var asked = host.GraphQL.Executed.Last(one => one.Operation == "NotificationPreview").Variables;
        (asked.GetProperty("audience").GetString(), asked.GetProperty("language").GetString()).ShouldBe(("STAFF", "en-GB"));
        person.Document.QuerySelector("select").ShouldBeNull();
    }

    [Fact]
    public async Task The_page_in_the_frame_is_the_message_alone_and_may_do_nothing()
    {
        await using var host = await StartAsync();
        using var person = await host.Visit().OpenAsync($"{NotificationReplies.Address}/letter");

        person.Html.ShouldStartWith("<!DOCTYPE html><html lang=\"en-GB\"><head><title>There is an answer");
        var policy = person.Response.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'none'");
        policy.ShouldContain("frame-ancestors 'self'");
        policy.ShouldEndWith("sandbox");
    }

    [Fact]
    public async Task Only_the_page_with_the_frame_may_have_one()
    {
        await using var host = await StartAsync();
        using var person = await host.Visit().OpenAsync(NotificationReplies.Address);
        Policy().ShouldContain("frame-src 'self'");

        await person.OpenAsync("/staff/notifications");
        Policy().ShouldNotContain("frame-src");

        string Policy() => person.Response.Headers.GetValues("Content-Security-Policy").Single();
    }

    [Theory]
    [InlineData("/staff/notifications/no-such-message", "en-GB")]
    [InlineData("/staff/notifications/no-such-message/letter", "en-GB")]
    [InlineData(NotificationReplies.Address, "xx")]
    public async Task What_is_not_written_is_not_a_page(string address, string language)
    {
        await using var host = await StartAsync();
        if (language == "xx")
            host.GraphQL.Data("NotificationPreview", """{ "me": { "role": "participation-officer", "permissions": ["notifications.read"] }, "notificationPreview": null }""");
        using var person = await host.Visit().OpenAsync($"{address}?language={language}");

        person.Response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/staff/notifications")]
    [InlineData(NotificationReplies.Address)]
    [InlineData($"{NotificationReplies.Address}/letter")]
    public async Task Who_has_another_role_is_told_that_it_is_not_for_them(string address)
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("NotificationKinds", ModerationReplies.MeFor("moderator", "contributions.moderate"));
        using var person = await host.Visit().OpenAsync(address);

        person.Response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<PagesHost> StartAsync()
    {
        var host = await PagesHost.StartAsync();
        NotificationReplies.Set(host.GraphQL);
        return host;
    }
}
