using Microsoft.Playwright;
using Tests.Shared.Hosting;
using static EndToEnd.Tests.ParentsPages;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

/// <summary>The whole path: a parent's words, at midnight on a small phone, to a published answer that they can find again.</summary>
public sealed class FromAViewToYouSaidWeDid(Browser browser) : IClassFixture<Browser>
{
    private static DateOnly Today => Officer.Today;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_parent_answers_and_later_sees_what_became_of_it(bool javaScript)
    {
        var officer = new Officer(browser.Platform);
        var consultation = await officer.OpenConsultationAsync(Today, $"Support at school {(javaScript ? "with" : "without")} scripts");
        var page = await browser.VisitAsync(javaScript);

        await StartAsync(page, consultation.Slug);
        await AnswerAsync(page, "Disagree");
        await AnswerAsync(page, "Primary");
        await page.GetByRole(AriaRole.Textbox).FillAsync("One person who knows us, and who calls back.");
        await ContinueAsync(page);

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Check your answers" })).ToBeVisibleAsync();
        await Expect(page.GetByText("One person who knows us, and who calls back.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Send my answers" }).ClickAsync();

        var (reference, secret) = await ReadReceiptAsync(page);

        // The tracking page is right at once, from another device.
        var tracking = await browser.VisitAsync(javaScript);
        await TrackAsync(tracking, reference, secret);
        await Expect(tracking.Locator(".steps__item--done")).ToHaveCountAsync(1);

        var (_, theme) = await officer.CodeNewestViewAsync(consultation.Id);
        var loop = await officer.PublishWeWillAsync(theme, Today);
        await officer.PublishWeDidAsync(loop, Today);
        await browser.Platform.CatchUpAsync();

        await tracking.GotoAsync($"/track/{reference}");
        await Expect(tracking.GetByText("Every school now has one named person.")).ToBeVisibleAsync();
        await tracking.GotoAsync($"/you-said-we-did/{loop.Slug}");
        await Expect(tracking.GetByText("A telephone line was considered; families wanted a person they know.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_board_that_is_open_shows_what_is_published_without_a_reload()
    {
        var officer = new Officer(browser.Platform);
        var consultation = await officer.OpenConsultationAsync(Today, "Live board");
        await browser.Platform.SubmitAsync(consultation.WaveId, "A person to talk to.");
        var (_, theme) = await officer.CodeNewestViewAsync(consultation.Id);

        var board = await browser.VisitAsync();
        await board.GotoAsync("/you-said-we-did");
        await Expect(board.Locator("[data-live-status]")).ToBeVisibleAsync();
        await board.EvaluateAsync("window.sameDocument = true");

        var loop = await officer.PublishWeWillAsync(theme, Today);
        var card = board.Locator($"[data-entry='{loop.Slug}']");
        await Expect(card.GetByText("We will ask each school to name one person.")).ToBeVisibleAsync();

        await officer.PublishWeDidAsync(loop, Today);
        await Expect(card.GetByText("Every school now has one named person.")).ToBeVisibleAsync();
        await Expect(card).ToHaveCountAsync(1);
        (await board.EvaluateAsync<bool>("window.sameDocument === true")).ShouldBeTrue();
    }

    [Fact]
    public async Task An_answer_left_out_is_asked_for_and_the_others_are_kept()
    {
        var consultation = await new Officer(browser.Platform).OpenConsultationAsync(Today, "Left out");
        var page = await browser.VisitAsync(javaScript: false);

        await StartAsync(page, consultation.Slug);
        await AnswerAsync(page, "Agree");
        await ContinueAsync(page);
        (await page.TitleAsync()).ShouldStartWith("Error: ");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Choose an answer");

        await AnswerAsync(page, "Secondary");
        await ContinueAsync(page);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Check your answers" })).ToBeVisibleAsync();
        await Expect(page.GetByText("Agree", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(page.GetByText("Secondary", new() { Exact = true })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_reload_and_a_second_click_never_count_twice()
    {
        var officer = new Officer(browser.Platform);
        var consultation = await officer.OpenConsultationAsync(Today, "Twice");
        var page = await browser.VisitAsync(javaScript: false);
        await StartAsync(page, consultation.Slug);
        await AnswerAsync(page, "Agree");
        await AnswerAsync(page, "Primary");
        await ContinueAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send my answers" }).DblClickAsync();
        var first = await ReadReceiptAsync(page);
        await page.ReloadAsync();

        (await ReadReceiptAsync(page)).ShouldBe(first);
        await browser.Platform.CatchUpAsync();
        var metrics = await officer.GraphQL.DataAsync(
            "query($id: ID!) { engagementMetrics(consultationId: $id) { responses } }", new { id = consultation.Id });
        metrics["engagementMetrics"]!["responses"]!.GetValue<int>().ShouldBe(1);
    }
}
