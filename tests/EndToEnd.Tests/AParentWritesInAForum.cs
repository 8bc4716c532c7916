using Microsoft.Playwright;
using Tests.Shared.Hosting;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

/// <summary>Words in a forum of Kent PACT, from somebody who has no account to everybody who reads.</summary>
public sealed class AParentWritesInAForum(Browser browser) : IClassFixture<Browser>
{
    private static DateOnly Today => Officer.Today;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_post_is_looked_at_is_shown_and_is_taken_back(bool javaScript)
    {
        var coordinator = new PactsCoordinator(browser.Platform);
        var topic = await coordinator.AskAsync(Today, $"Forum {javaScript}");
        var page = await browser.VisitAsync(javaScript);

        await page.GotoAsync($"{topic.Address}/write");
        await page.GetByLabel("What do you want to say?").FillAsync("Meetings start too early.");
        await PressAsync(page, "Send");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "We have your words" })).ToBeVisibleAsync();
        await page.GotoAsync(topic.Address);
        await Expect(page.Locator("[data-post]")).ToHaveCountAsync(0);

        await coordinator.ReleaseAllAsync(topic);
        await page.GotoAsync(topic.Address);
        await Expect(page.Locator("[data-post]")).ToContainTextAsync("Meetings start too early.");

        await page.GotoAsync("/pact/posts");
        await page.Locator("main h2 a").First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Take it back" }).ClickAsync();
        await PressAsync(page, "Yes, take it back");
        await page.GotoAsync(topic.Address);
        await Expect(page.Locator("[data-post]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_topic_that_is_open_shows_what_is_said_and_what_goes_without_a_reload()
    {
        var coordinator = new PactsCoordinator(browser.Platform);
        var topic = await coordinator.AskAsync(Today, "Live forum");
        var author = await browser.VisitAsync();
        await author.GotoAsync($"{topic.Address}/write");
        await author.GetByLabel("What do you want to say?").FillAsync("Meetings start too early.");
        await PressAsync(author, "Send");

        var reader = await browser.VisitAsync();
        await reader.GotoAsync(topic.Address);
        await Expect(reader.Locator("[data-live-status]")).ToBeVisibleAsync();
        await reader.EvaluateAsync("window.sameDocument = true");

        await coordinator.ReleaseAllAsync(topic);
        await Expect(reader.Locator("[data-post]")).ToContainTextAsync("Meetings start too early.");

        await author.GotoAsync(topic.Address);
        await author.GetByRole(AriaRole.Link, new() { Name = "Comment" }).ClickAsync();
        await author.GetByLabel("Your comment").FillAsync("And they end too late.");
        await PressAsync(author, "Send");
        await coordinator.ReleaseAllAsync(topic);
        await Expect(reader.Locator("[data-post] [data-post]")).ToContainTextAsync("And they end too late.");

        await author.GotoAsync("/pact/posts");
        await author.Locator("main h2 a").Last.ClickAsync();
        await author.GetByRole(AriaRole.Link, new() { Name = "Take it back" }).ClickAsync();
        await PressAsync(author, "Yes, take it back");
        await Expect(reader.Locator("[data-post]")).ToHaveCountAsync(0);
        (await reader.EvaluateAsync<bool>("window.sameDocument === true")).ShouldBeTrue();
    }

    private static Task PressAsync(IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
