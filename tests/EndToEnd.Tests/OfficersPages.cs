using Microsoft.Playwright;
using Tests.Shared.Hosting;

namespace EndToEnd.Tests;

/// <summary>What a participation officer does on the staff pages, one step after the other.</summary>
internal static class OfficersPages
{
    private static string Today => Officer.Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public static async Task SignInAsync(IPage page)
    {
        await page.GotoAsync("/staff");
        await page.GetByRole(AriaRole.Radio, new() { Name = "Participation officer", Exact = true }).CheckAsync();
        await PressAsync(page, "Sign in");
    }

    public static async Task CodeToNewThemeAsync(IPage page, string title, string point)
    {
        // It stays open where it came back with an error.
        if (!await page.GetByLabel("Title").IsVisibleAsync())
            await page.Locator("summary", new() { HasText = "A new theme" }).ClickAsync();
        await page.GetByLabel("Title").FillAsync(title);
        await page.GetByLabel("The point these views make").FillAsync(point);
        await PressAsync(page, "Open the theme and code the view to it");
    }

    public static async Task CodeToThemeAsync(IPage page, string title)
    {
        await page.Locator(".book").GetByLabel(title).CheckAsync();
        await PressAsync(page, "Save and go to the next view");
    }

    public static async Task MarkNotCodableAsync(IPage page, string reason)
    {
        await page.Locator("summary", new() { HasText = "It cannot be coded" }).ClickAsync();
        await page.GetByLabel("Why not").FillAsync(reason);
        await PressAsync(page, "Mark it as not codable");
    }

    public static async Task DecideAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Radio, new() { Name = "We will", Exact = true }).CheckAsync();
        await page.GetByLabel("Day of the decision").FillAsync(Today);
        await page.GetByLabel("Who decided").FillAsync("SEND Improvement Board");
        await page.GetByLabel("Reasons").FillAsync("It is what most families asked for.");
        await page.GetByLabel("Other options considered").FillAsync("A form on the website: families want to speak to someone.");
        await PressAsync(page, "Record the decision");
    }

    public static async Task PromiseAsync(IPage page)
    {
        await page.GetByLabel("What we will do").FillAsync("Each call is answered on the same day.");
        await page.GetByLabel("Who looks after it").FillAsync("Head of Inclusion");
        await page.GetByLabel("Done by").FillAsync(Today);
        await PressAsync(page, "Save the promise");
    }

    public static async Task ActAsync(IPage page, string whatChanged, string proof)
    {
        await page.Locator("[name=whatChanged]").FillAsync(whatChanged);
        await page.GetByLabel("Address of the proof").FillAsync(proof);
        await page.GetByLabel("The day it changed").FillAsync(Today);
        await PressAsync(page, "Save what changed");
    }

    public static Task PressAsync(IPage page, string button) =>
        page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
