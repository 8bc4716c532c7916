using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Tests.Shared.Hosting;
using static EndToEnd.Tests.OfficersPages;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

/// <summary>A parent signs in by e-mail, finds what they sent, decides what may be done with it, takes a copy, and asks for its erasure.</summary>
public sealed partial class AParentsAccount(Browser browser) : IClassFixture<Browser>
{
    private const string Words = "Someone who calls back.";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task All_that_is_theirs_is_in_one_place(bool javaScript)
    {
        var title = $"Account {javaScript}";
        var consultation = await new Officer(browser.Platform).OpenConsultationAsync(Officer.Today, title);
        var page = await browser.VisitAsync(javaScript);
        await SignInAsync(page, javaScript ? "with-scripts@families.example.test" : "without@families.example.test");

        await ParentsAnswers.WriteAsync(page, consultation.Slug, Words);
        var (reference, _) = await ParentsAnswers.SendAsync(page);
        await browser.Platform.CatchUpAsync();

        await page.GotoAsync("/me");
        await OpenAsync(page, "What happened to what I sent");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = title })).ToBeVisibleAsync();
        await Expect(page.GetByText(reference).First).ToBeVisibleAsync();

        await page.GotoAsync("/me");
        await OpenAsync(page, "What I allow");
        await page.GetByLabel("You may publish my own words").CheckAsync();
        await PressAsync(page, "Save");
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Saved.");
        await page.GotoAsync("/me");
        await Expect(page.GetByText("We may publish your words without your name. We do not write to you.")).ToBeVisibleAsync();

        await OpenAsync(page, "What we send you");
        await page.GetByLabel("You may write to me").CheckAsync();
        await PressAsync(page, "Write to me");
        await page.GetByText("Only if it is about some places").ClickAsync();
        await page.GetByLabel("Thanet").CheckAsync();
        await PressAsync(page, "Save");
        await Expect(page.GetByLabel("Thanet")).ToBeCheckedAsync();
        await page.GotoAsync("/me");

        await OpenAsync(page, "My data");
        await PressAsync(page, "Put my copy together");
        var copy = await page.RunAndWaitForDownloadAsync(() => OpenAsync(page, "Download the file for programs (JSON)"));
        (await File.ReadAllTextAsync(await copy.PathAsync())).ShouldContain(Words);

        await page.GotoAsync("/me");
        await OpenAsync(page, "Ask for erasure");
        await PressAsync(page, "Ask for erasure");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Tick the box if you want everything erased");
        await page.GetByRole(AriaRole.Checkbox).CheckAsync();
        await PressAsync(page, "Ask for erasure");
        await Expect(page.GetByText("You need not do anything more.")).ToBeVisibleAsync();
    }

    /// <summary>As a parent who is new here: asks for the e-mail, and opens the link in it.</summary>
    private async Task SignInAsync(IPage page, string address)
    {
        await page.GotoAsync("/me");
        await page.GetByLabel("Your e-mail address").FillAsync(address);
        await PressAsync(page, "Send me an e-mail");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Check your e-mail" })).ToBeVisibleAsync();
        await page.GotoAsync(LinkPattern().Match(await LetterAsync(address)).Value);
        await page.GetByRole(AriaRole.Radio, new() { Name = "Over 25" }).CheckAsync();
        await ParentsPages.ContinueAsync(page);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "My account" })).ToBeVisibleAsync();
    }

    /// <summary>What was sent to an address. In development letters are files.</summary>
    private async Task<string> LetterAsync(string address)
    {
        var folder = Path.Combine(browser.Platform.DataDirectory, "mail");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            foreach (var file in Directory.Exists(folder) ? Directory.GetFiles(folder) : [])
            {
                var letter = await File.ReadAllTextAsync(file, patience.Token);
                if (letter.StartsWith($"To: {address}\n", StringComparison.Ordinal) && letter.EndsWith('\n') && LinkPattern().IsMatch(letter))
                    return letter;
            }

            await Task.Delay(20, patience.Token);
        }
    }

    private static Task OpenAsync(IPage page, string link) => page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).First.ClickAsync();

    [GeneratedRegex(@"http://\S+")]
    private static partial Regex LinkPattern();
}
