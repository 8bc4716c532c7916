using Microsoft.Playwright;
using Tests.Shared.Hosting;

namespace EndToEnd.Tests;

/// <summary>A walk through every page of the platform and the states a page can be in, for tests that look at all of them.</summary>
internal sealed class EveryState(RunningPlatform platform, IPage page, Func<string, Task> look)
{
    public async Task WalkAsync(string title)
    {
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var officer = new Officer(platform);
        var consultation = await officer.OpenConsultationAsync(today, title);

        foreach (var address in new[] { "/", "/consultations", $"/consultations/{consultation.Slug}", "/accessibility", "/privacy", "/developers", "/no-such-page" })
            await OpenAsync(address);
        await platform.SubmitAsync(consultation.WaveId, "Someone who calls back.");
        var (reference, secret) = await AnswerAsync(consultation.Slug);
        await TrackAsync(consultation.Slug, reference, secret);

        var (_, theme) = await officer.CodeNewestViewAsync(consultation.Id);
        var loop = await officer.PublishWeWillAsync(theme, today);
        await officer.PublishWeDidAsync(loop, today);
        await platform.CatchUpAsync();
        await OpenAsync("/");
        await OpenAsync("/you-said-we-did");
        await OpenAsync($"/you-said-we-did/{loop.Slug}");

        await WorkAsync(consultation.Slug);
    }

    private async Task<(string Reference, string Secret)> AnswerAsync(string slug)
    {
        await OpenAsync($"/consultations/{slug}/have-your-say");
        await PressAsync("Start");
        await look("who is answering");
        await ChooseAsync("I am a parent or carer");
        await PressAsync("Continue");
        await look("a question");
        await PressAsync("Continue");
        await look("a question with an error");
        await ChooseAsync("Agree");
        await PressAsync("Continue");
        await ChooseAsync("Primary");
        await PressAsync("Continue");
        await look("a question for words");
        await page.GetByRole(AriaRole.Textbox).FillAsync("One person who knows us.\nSomeone who calls back.");
        await PressAsync("Continue");
        await look("the check of the answers");
        await OpenAsync($"/consultations/{slug}/have-your-say", "a start that can be gone on with");
        await OpenAsync($"/consultations/{slug}/have-your-say/save");
        await PressAsync("Save my answers");
        await look("answers that are saved");
        await OpenAsync("/come-back");
        await PressAsync("Go on with my answers");
        await look("coming back with an error");
        await page.GotoAsync($"/consultations/{slug}/have-your-say/check");
        await PressAsync("Send my answers");
        await look("the receipt");
        return await ParentsPages.ReadReceiptAsync(page);
    }

    private async Task TrackAsync(string slug, string reference, string secret)
    {
        await OpenAsync($"/consultations/{slug}/paper");
        await OpenAsync("/track");
        await PressAsync("Show what happened");
        await look("tracking with an error");
        await ParentsPages.TrackAsync(page, reference, secret);
        await look("a journey");
        await OpenAsync($"/track/{reference}/answers");
        await OpenAsync($"/track/{reference}/take-back");
        await OpenAsync($"/track/{reference}/erase");
        await OpenAsync("/offline");
    }

    private async Task WorkAsync(string slug)
    {
        await OpenAsync("/sign-in");
        await PressAsync("Sign in");
        await look("the sign-in with an error");
        await ChooseAsync("Participation officer");
        await PressAsync("Sign in");
        await look("the staff's consultations");
        await OpenAsync($"/staff/consultations/{slug}");
        await OpenAsync($"/staff/consultations/{slug}?state=NotCodable", "no views in a state");
        await page.GotoAsync($"/staff/consultations/{slug}/views/next");
        await look("a view");
        await ChooseAsync("A new theme");
        await look("a view of a new theme");
        await PressAsync("Save and go to the next view");
        await look("a view with an error");
        await OfficersPages.CodeToNewThemeAsync(page, "Calling back", "Families want someone who calls back.");
        await look("what comes after a view is coded");

        await page.GotoAsync($"/staff/consultations/{slug}");
        await PressAsync("Start a loop for Calling back");
        await look("a loop without a decision");
        await PressAsync("Record the decision");
        await look("a decision with errors");
        await OfficersPages.DecideAsync(page);
        await look("a loop with a decision");
        await OfficersPages.PromiseAsync(page);
        await look("a loop with a promise");
        await page.Locator("summary", new() { HasText = "Record what changed" }).ClickAsync();
        await look("a loop with a later step open");
        await OpenAsync("/staff/loops/no-such-loop");
    }

    private async Task OpenAsync(string address, string? called = null)
    {
        await page.GotoAsync(address);
        await look(called ?? address);
    }

    private Task PressAsync(string button) => OfficersPages.PressAsync(page, button);

    private Task ChooseAsync(string choice) => page.GetByRole(AriaRole.Radio, new() { Name = choice, Exact = true }).CheckAsync();
}
