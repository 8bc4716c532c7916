using System.Net;

namespace Engagement.Web.Tests.Track;

/// <summary>What whoever holds a receipt may do with what they said.</summary>
public sealed class OwnAnswersTests
{
    private const string Journey = $"/track/{Replies.Reference}";

    [Theory]
    [InlineData("answers")]
    [InlineData("take-back")]
    [InlineData("erase")]
    [InlineData("confirm/one-person-to-call-9d3k5z")]
    public async Task Nothing_is_shown_before_the_secret_is_given(string part)
    {
        await using var host = await StartAsync();
        using var person = await host.Visit().OpenAsync($"{Journey}/{part}");

        person.Heading.ShouldBe("Track your answers");
        host.GraphQL.Executed.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_answer_is_confirmed_in_ones_own_words()
    {
        await using var host = await StartAsync();
        using var person = await OpenJourneyAsync(host);

        await person.OpenAsync(person.Document.QuerySelector(".entry-confirm a")!.GetAttribute("href")!);
        await person.PressAsync("Send");
        person.Problems.ShouldBe(["Choose whether it answers you"]);
        await person.PressAsync("Send", ("answer", "Partly"), ("comment", "Not for us yet."));

        person.Text(".done").ShouldBe("Thank you. We have what you said.");
        var input = host.GraphQL.LastInput("GiveConfirmation");
        (input.GetProperty("answer").GetString(), input.GetProperty("comment").GetString(), input.GetProperty("entryId").GetString()).ShouldBe(("PARTLY", "Not for us yet.", "TG9vcDE"));
        input.GetProperty("secret").GetString().ShouldBe(Replies.Secret);
    }

    [Fact]
    public async Task A_refused_confirmation_keeps_the_words()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("GiveConfirmation", """{ "giveConfirmation": { "entry": null, "errors": [{ "message": "You can say whether this answers you once we have told you what we did", "code": "CONFIRMATION_NOT_ASKED", "field": null }] } }""");
        using var person = await OpenJourneyAsync(host);
        await person.OpenAsync($"{Journey}/confirm/one-person-to-call-9d3k5z");

        await person.PressAsync("Send", ("answer", "No"), ("comment", "Kept words."));

        person.Problems.ShouldBe(["You can say whether this answers you once we have told you what we did"]);
        person.Text("textarea").ShouldBe("Kept words.");
        person.Document.QuerySelector("input[checked]")!.GetAttribute("value").ShouldBe("No");
    }

    [Fact]
    public async Task Answers_are_read_changed_in_the_survey_and_sent_in_the_place_of_the_old_ones()
    {
        await using var host = await StartAsync();
        using var person = await OpenJourneyAsync(host);
        await person.OpenAsync($"{Journey}/answers");
        person.Texts(".govuk-summary-list__value").ShouldBe(["Disagree", "Not answered (optional)", "A person to call."]);

        await person.PressAsync("Change my answers");
        person.Address.ShouldBe($"/consultations/{Replies.Slug}/have-your-say/check");
        await person.OpenAsync($"/consultations/{Replies.Slug}/have-your-say/questions/1?return=check");
        await person.PressAsync("Continue", ("answer", "agree"));
        await person.PressAsync("Send my changed answers");

        person.Address.ShouldBe($"{Journey}?done=changed");
        person.Text(".done").ShouldBe("Your answers are changed. These count now.");
        var input = host.GraphQL.LastInput("AmendResponse");
        input.GetProperty("secret").GetString().ShouldBe(Replies.Secret);
        input.GetProperty("answers").EnumerateArray().Select(a => a.GetProperty("optionKey").GetString() ?? a.GetProperty("text").GetString()).ShouldBe(["agree", "A person to call."]);
        host.GraphQL.Executed.ShouldNotContain(e => e.Operation == "SubmitResponse");
    }

    [Fact]
    public async Task After_the_close_they_can_only_be_read_and_taken_back()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("OwnAnswers", OwnAnswers.Replace("\"2026-11-10\"", "null", StringComparison.Ordinal));
        using var person = await OpenJourneyAsync(host);

        await person.OpenAsync($"{Journey}/answers");

        person.Html.ShouldContain("They cannot be changed any more.");
        person.Document.QuerySelectorAll("main form").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("false", "Your answers are taken back.")]
    [InlineData("true", "Your answers are already part of published totals. We will remove your words.")]
    public async Task Taking_them_back_says_first_what_it_means_and_then_what_stays(string staysInTotals, string said)
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("WithdrawResponse", $$"""{ "withdrawResponse": { "responseTakenBack": { "staysInTotals": {{staysInTotals}} }, "errors": null } }""");
        using var person = await OpenJourneyAsync(host);
        await person.OpenAsync($"{Journey}/take-back");
        person.Html.ShouldContain("You cannot undo this.");

        await person.PressAsync("Take my answers back");

        person.Text(".done").ShouldBe(said);
    }

    [Fact]
    public async Task Erasure_is_asked_for_with_the_receipt()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("RequestErasureByReceipt", """{ "requestErasureByReceipt": { "requestedErasure": { "answerBy": "2026-12-22" }, "errors": null } }""");
        using var person = await OpenJourneyAsync(host);
        await person.OpenAsync($"{Journey}/erase");

        await person.PressAsync("Ask for erasure");

        person.Text(".done").ShouldStartWith("We have your request. You get an answer within a month");
        host.GraphQL.LastInput("RequestErasureByReceipt").GetProperty("reference").GetString().ShouldBe(Replies.Reference);
    }

    [Fact]
    public async Task Answers_that_were_taken_back_say_so_and_offer_it_no_more()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Journey", Replies.Journey.Replace("\"isWithdrawn\": false", "\"isWithdrawn\": true", StringComparison.Ordinal));
        using var person = await OpenJourneyAsync(host);

        person.Text(".govuk-inset-text").ShouldStartWith("You took these answers back.");
        person.Html.ShouldNotContain("take-back");
        person.Document.QuerySelectorAll(".steps__item--next, .steps__item--later").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_parts_of_an_open_page_are_fetched_alone_and_only_with_the_secret()
    {
        await using var host = await StartAsync();
        using var person = await OpenJourneyAsync(host);
        await person.OpenAsync($"{Journey}/parts");
        person.Document.QuerySelectorAll("form, header").ShouldBeEmpty();
        person.Texts(".steps__title").ShouldNotBeEmpty();
        person.Response.Headers.CacheControl!.NoStore.ShouldBeTrue();

        using var stranger = await host.Visit().OpenAsync($"{Journey}/parts");
        stranger.Response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Who_came_from_your_voice_stays_there()
    {
        await using var host = await StartAsync();
        using var person = await host.Visit().OpenAsync("/your-voice/track");
        person.Document.QuerySelector("[data-exit]").ShouldNotBeNull();

        await person.PressAsync("Show what happened", ("reference", Replies.Reference), ("secret", Replies.Secret));
        person.Address.ShouldBe($"/your-voice/track/{Replies.Reference}");
        person.Document.QuerySelector("[data-exit]").ShouldNotBeNull();
        person.Document.QuerySelectorAll("main a[href], main form").Select(e => e.GetAttribute("href") ?? e.GetAttribute("action")!)
            .ShouldNotContain(address => address.StartsWith("/track", StringComparison.Ordinal));

        await person.OpenAsync($"/your-voice/track/{Replies.Reference}/answers");
        await person.PressAsync("Change my answers");
        person.Address.ShouldBe($"/your-voice/say/{Replies.Slug}/answer/check");

        // The pages for everybody do not know the secret.
        (await person.OpenAsync($"/track/{Replies.Reference}")).Heading.ShouldBe("Track your answers");
    }

    private static string OwnAnswers => $$"""
        { "ownResponse": { "submittedAt": "2026-11-03T22:41:00Z", "amendedAt": null, "isWithdrawn": false, "canChangeUntil": "2026-11-10",
          "wave": { "id": "V2F2ZTox", "consultation": { "slug": "{{Replies.Slug}}" } },
          "form": { "audience": "PARENTS_AND_CARERS", "proxy": false, "rendition": "STANDARD", "language": "en", "answers": [
            { "questionKey": "P6", "optionKey": "disagree", "optionKeys": null, "text": null, "number": null, "date": null, "ranking": null },
            { "questionKey": "one-change", "optionKey": null, "optionKeys": null, "text": "A person to call.", "number": null, "date": null, "ranking": null } ] } } }
        """;

    private static async Task<PagesHost> StartAsync()
    {
        var host = await PagesHost.StartAsync();
        host.GraphQL.Data("Journey", Replies.Journey).Data("OwnAnswers", OwnAnswers).Data("Survey", Replies.Survey()).Data("SurveyOfWave", Replies.SurveyOfWave)
            .Data("AmendResponse", """{ "amendResponse": { "ownResponse": { "reference": "x" }, "errors": null } }""")
            .Data("GiveConfirmation", """{ "giveConfirmation": { "entry": { "slug": "x" }, "errors": null } }""")
            .Data("ConfirmationEntry", """
                { "entryBySlug": { "id": "TG9vcDE", "slug": "one-person-to-call-9d3k5z", "state": "WE_WILL", "youSaid": "One person to call.", "weDid": "Each family gets one." } }
                """);
        return host;
    }

    private static async Task<Visitor> OpenJourneyAsync(PagesHost host)
    {
        var person = await host.Visit().OpenAsync("/track");
        return await person.PressAsync("Show what happened", ("reference", Replies.Reference), ("secret", Replies.Secret));
    }
}
