using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

/// <summary>What a parent does on the pages of a survey, and afterwards.</summary>
internal static partial class ParentsPages
{
    public static async Task StartAsync(IPage page, string slug)
    {
        await page.GotoAsync($"/consultations/{slug}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Have your say" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Start", Exact = true }).ClickAsync();
        await AnswerAsync(page, "I am a parent or carer");
    }

    public static async Task AnswerAsync(IPage page, string answer)
    {
        await page.GetByRole(AriaRole.Radio, new() { Name = answer, Exact = true }).CheckAsync();
        await ContinueAsync(page);
    }

    public static Task ContinueAsync(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();

    /// <summary>The reference and the secret on the receipt that is open.</summary>
    public static async Task<(string Reference, string Secret)> ReadReceiptAsync(IPage page)
    {
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "We have your answers" })).ToBeVisibleAsync();
        var receipt = await page.Locator("main").InnerTextAsync();
        var (reference, secret) = (Reference().Match(receipt).Value, Secret().Match(receipt).Value);
        reference.ShouldNotBeEmpty();
        secret.ShouldNotBeEmpty();
        return (reference, secret);
    }

    public static async Task TrackAsync(IPage page, string reference, string secret)
    {
        await page.GotoAsync("/track");
        await page.GetByLabel("Your reference").FillAsync(reference.ToLowerInvariant());
        await page.GetByLabel("Your secret").FillAsync(secret.Replace("-", " "));
        await page.GetByRole(AriaRole.Button, new() { Name = "Show what happened" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "What happened to your answers" })).ToBeVisibleAsync();
    }

    [GeneratedRegex("[A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}")]
    private static partial Regex Reference();

    [GeneratedRegex("(?<![0-9A-Z-])[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}(?![0-9A-Z-])")]
    private static partial Regex Secret();
}
