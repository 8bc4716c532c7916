using Microsoft.Playwright;
using Tests.Shared.Hosting;
using static EndToEnd.Tests.OfficersPages;
using static EndToEnd.Tests.ParentsPages;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

/// <summary>A tired parent with a slow phone and a bad line: nothing written is lost, nothing counts twice, and the answer is found again.</summary>
public sealed class AParentAtMidnight(Browser browser) : IClassFixture<Browser>, IAsyncLifetime
{
    private const string Words = "One person who knows us, and who calls back.";

    private static DateOnly Today => Officer.Today;

    [Fact]
    public async Task The_line_is_lost_twice_and_the_answers_arrive_once()
    {
        var officer = new Officer(browser.Platform);
        var consultation = await officer.OpenConsultationAsync(Today, "Support after dark");
        await using var line = new Line(browser.Platform.Address);
        var page = await SlowPhone.OpenAsync(browser, line.Address);

        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Support after dark" }).ClickAsync();
        await PressAsync(page, "Have your say");
        await PressAsync(page, "Start");
        await AnswerAsync(page, "I am a parent or carer");
        await AnswerAsync(page, "Disagree");
        await AnswerAsync(page, "Primary");
        await page.GetByRole(AriaRole.Textbox).FillAsync(Words);
        await page.EvaluateAsync("navigator.serviceWorker.ready.then(() => true)");

        // A tunnel: the phone knows that it is offline.
        await page.Context.SetOfflineAsync(true);
        await ContinueAsync(page);
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("You are offline just now. What you wrote stays on this page.");
        await Expect(page.GetByRole(AriaRole.Textbox)).ToHaveValueAsync(Words);
        await page.Context.SetOfflineAsync(false);
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("You are online again.");

        // One bar, and nothing comes through: the phone believes that it is online.
        line.Cut();
        await ContinueAsync(page);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "You are offline" })).ToBeVisibleAsync();
        await PressAsync(page, "Try again");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "You are offline" })).ToBeVisibleAsync();
        line.Mend();
        await PressAsync(page, "Try again");
        await Expect(page.GetByRole(AriaRole.Textbox)).ToHaveValueAsync(Words);
        await ContinueAsync(page);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Check your answers" })).ToBeVisibleAsync();
        await Expect(page.GetByText(Words)).ToBeVisibleAsync();

        // The answers arrive, their receipt does not.
        line.CutBeforeAnswer();
        await PressAsync(page, "Send my answers");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "You are offline" })).ToBeVisibleAsync();
        var kept = await SlowPhone.CloseAsync(page);
        line.Mend();

        page = await SlowPhone.OpenAsync(browser, line.Address, kept);
        await page.GotoAsync($"/consultations/{consultation.Slug}/have-your-say");
        await Expect(page.GetByText("You have answers saved on this device.")).ToBeVisibleAsync();
        await PressAsync(page, "Carry on");
        await Expect(page.GetByText(Words)).ToBeVisibleAsync();
        await PressAsync(page, "Send my answers");
        var (reference, _) = await ReadReceiptAsync(page);
        (await CountAsync(officer, consultation)).ShouldBe(1);

        await PressAsync(page, "See what happens to your answers");
        await Expect(page.GetByText("This page shows what is new by itself.")).ToBeVisibleAsync();
        await Expect(page.GetByText(reference)).ToBeVisibleAsync();
        var (_, theme) = await officer.CodeNewestViewAsync(consultation.Id);
        var loop = await officer.PublishWeWillAsync(theme, Today);
        await officer.PublishWeDidAsync(loop, Today);

        await Expect(page.GetByText("Every school now has one named person.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Does this answer you? Tell us" }).ClickAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "Partly" }).CheckAsync();
        await page.GetByRole(AriaRole.Textbox).FillAsync("Ours changed school in May.");
        await PressAsync(page, "Send");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Thank you. We have what you said.");
        await browser.Platform.CatchUpAsync();
        await page.ReloadAsync();
        await Expect(page.GetByText("Does this answer you? You said: Partly.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Without_scripts_a_lost_receipt_is_found_again_by_sending_again()
    {
        var officer = new Officer(browser.Platform);
        var consultation = await officer.OpenConsultationAsync(Today, "Support without scripts");
        await using var line = new Line(browser.Platform.Address);
        var page = await SlowPhone.OpenAsync(browser, line.Address, javaScript: false);
        await ParentsAnswers.WriteAsync(page, consultation.Slug, Words);
        await ContinueAsync(page);

        line.CutBeforeAnswer();
        await PressAsync(page, "Send my answers");
        var kept = await SlowPhone.CloseAsync(page);
        line.Mend();
        page = await SlowPhone.OpenAsync(browser, line.Address, kept, javaScript: false);
        await page.GotoAsync($"/consultations/{consultation.Slug}/have-your-say/check");
        await Expect(page.GetByText(Words)).ToBeVisibleAsync();
        await PressAsync(page, "Send my answers");

        await ReadReceiptAsync(page);
        (await CountAsync(officer, consultation)).ShouldBe(1);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => browser.CloseAsync();

    private async Task<int> CountAsync(Officer officer, OpenedConsultation consultation)
    {
        await browser.Platform.CatchUpAsync();
        var metrics = await officer.GraphQL.DataAsync(
            "query($id: ID!) { engagementMetrics(consultationId: $id) { responses } }", new { id = consultation.Id });
        return metrics["engagementMetrics"]!["responses"]!.GetValue<int>();
    }
}
