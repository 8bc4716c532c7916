namespace Engagement.Web.Tests.HaveYourSay;

/// <summary>Saved here, gone on with there.</summary>
public sealed class SavingTests
{
    private const string Survey = $"/consultations/{Replies.Slug}/have-your-say";

    [Fact]
    public async Task Answers_are_saved_from_any_question_for_a_reference_and_a_secret_and_a_day_that_is_the_last()
    {
        await using var host = await StartAsync();
        using var person = await BeginAsync(host);
        await person.PressAsync("Continue", ("answer", "agree"));
        await person.OpenAsync($"{Survey}/questions/3");

        await person.PressAsync("Save and come back later", ("answer", "Half a"));
        person.Html.ShouldContain("You can come back until the end of 10 November 2026. What is not sent by then is deleted.");
        await person.PressAsync("Save my answers");

        person.Heading.ShouldBe("Your answers are saved");
        person.Texts(".receipt dd").ShouldBe([Replies.Reference, Replies.Secret]);
        var input = host.GraphQL.LastInput("SaveDraft");
        input.GetProperty("answers").EnumerateArray().Select(a => a.GetProperty("questionKey").GetString()).ShouldBe(["P6", "one-change"]);
        host.GraphQL.Executed.ShouldNotContain(e => e.Operation == "SubmitResponse");
    }

    [Fact]
    public async Task What_was_saved_is_gone_on_with_on_another_device_under_the_same_key()
    {
        await using var host = await StartAsync();
        using var person = await host.Visit().OpenAsync("/come-back");

        await person.PressAsync("Go on with my answers", ("reference", "send 7f3k 92qx"), ("secret", "4jq8zw3nh7taOc5m"));

        person.Heading.ShouldBe("What one change would help your family most?");
        await person.PressAsync("Continue", ("answer", "A person."));
        person.Texts(".govuk-summary-list__value").ShouldBe(["Disagree", "A phone call", "A person."]);
        await person.PressAsync("Send my answers");
        host.GraphQL.LastInput("SubmitResponse").GetProperty("idempotencyKey").GetString().ShouldBe("the-key-of-the-draft");
    }

    [Fact]
    public async Task A_pair_that_opens_nothing_says_so_and_keeps_what_was_typed()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("SavedDraft", """{ "savedDraft": null }""");
        using var person = await host.Visit().OpenAsync("/come-back");

        await person.PressAsync("Go on with my answers", ("reference", "SEND-7F3K-92QX"), ("secret", "nonsense"));

        person.Problems.ShouldBe(["We cannot find saved answers with that reference and secret. Check both, then try again"]);
        person.Document.QuerySelector("#secret")!.GetAttribute("value").ShouldBe("nonsense");
    }

    [Fact]
    public async Task Answers_that_cannot_be_saved_say_why()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("SaveDraft", """{ "saveDraft": { "receipt": null, "errors": [{ "message": "There is too much in these answers to keep.", "code": "DRAFT_TOO_LONG", "field": null }] } }""");
        using var person = await BeginAsync(host);
        await person.OpenAsync($"{Survey}/save");

        await person.PressAsync("Save my answers");

        person.Problems.ShouldBe(["There is too much in these answers to keep."]);
    }

    [Fact]
    public async Task A_survey_that_has_closed_saves_nothing_and_shows_what_was_written()
    {
        await using var host = await StartAsync();
        using var person = await BeginAsync(host);
        await person.PressAsync("Continue", ("answer", "agree"));
        host.GraphQL.Data("Survey", Replies.Survey("CLOSED", "CLOSED"));

        await person.OpenAsync($"{Survey}/save");

        person.Heading.ShouldBe("This survey has closed");
        person.Text(".govuk-summary-list__value").ShouldBe("Agree");
    }

    private static async Task<PagesHost> StartAsync()
    {
        var host = await PagesHost.StartAsync();
        host.GraphQL.Data("Survey", Replies.Survey()).Data("SubmitResponse", Replies.Submitted)
            .Data("SaveDraft", Replies.Submitted.Replace("submitResponse", "saveDraft", StringComparison.Ordinal))
            .Data("SavedDraft", $$"""
                { "savedDraft": { "idempotencyKey": "the-key-of-the-draft", "wave": { "consultation": { "slug": "{{Replies.Slug}}" } },
                  "form": { "audience": null, "proxy": false, "rendition": "STANDARD", "language": "en", "answers": [
                    { "questionKey": "P6", "optionKey": "disagree", "optionKeys": null, "text": null, "number": null, "date": null, "ranking": null },
                    { "questionKey": "how-to-hear", "optionKey": "call", "optionKeys": null, "text": null, "number": null, "date": null, "ranking": null } ] } } }
                """);
        return host;
    }

    private static async Task<Visitor> BeginAsync(PagesHost host)
    {
        var person = host.Visit();
        await person.OpenAsync(Survey);
        return await person.PressAsync("Start");
    }
}
