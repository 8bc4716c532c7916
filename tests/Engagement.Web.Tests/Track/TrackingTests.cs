using System.Net;

namespace Engagement.Web.Tests.Track;

public sealed class TrackingTests
{
    [Fact]
    public async Task A_reference_and_a_secret_open_the_journey_and_the_secret_is_in_no_address()
    {
        await using var host = await StartAsync();
        using var person = await OpenJourneyAsync(host);

        person.Address.ShouldBe($"/track/{Replies.Reference}");
        person.Heading.ShouldBe("What happened to your answers");
        var sent = host.GraphQL.Executed.Last(e => e.Operation == "Journey").Variables;
        sent.GetProperty("secret").GetString().ShouldBe(Replies.Secret);
    }

    [Fact]
    public async Task The_timeline_says_what_happened_when_and_what_is_next()
    {
        await using var host = await StartAsync();
        using var person = await OpenJourneyAsync(host);

        person.Texts(".steps__item--done .steps__title").ShouldBe(
        [
            "We received your answers", "A person read what you said", "We put it with views that make the same point",
            "A decision was made", "We published what you said and what we did",
        ]);
        person.Text(".steps__item--done time").ShouldBe("3 November 2026");
        person.Text(".steps__item--next .steps__title").ShouldBe("The change is made");
        person.Text(".steps__item--later .steps__when").ShouldBe("Not yet");
        person.Text(".entry .state").ShouldBe("We will");
    }

    [Fact]
    public async Task When_the_answer_is_we_cannot_no_change_is_waited_for()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Journey", Replies.Journey.Replace("\"WE_WILL\"", "\"WE_CANNOT\"", StringComparison.Ordinal));
        using var person = await OpenJourneyAsync(host);

        person.Html.ShouldNotContain("The change is made");
        person.Text(".steps__item--next .steps__title").ShouldBe("We tell the people who said it");
    }

    [Fact]
    public async Task An_early_journey_says_when_the_decision_is_expected()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Journey", Replies.EarlyJourney);
        using var person = await OpenJourneyAsync(host);

        person.Text(".steps__item--next").ShouldContain("The decision is expected by 15 January 2027.");
    }

    [Fact]
    public async Task Answers_to_a_survey_outside_a_consultation_have_their_journey_too()
    {
        await using var host = await StartAsync();
        var consultation = Replies.EarlyJourney.Split('\n').Single(line => line.Contains("\"consultation\"", StringComparison.Ordinal));
        host.GraphQL.Data("Journey", Replies.EarlyJourney.Replace(consultation, "\"consultation\": null,", StringComparison.Ordinal));
        using var person = await OpenJourneyAsync(host);

        person.Heading.ShouldBe("What happened to your answers");
        person.Text(".steps__item--next .steps__title").ShouldBe("A person reads what you said");
        person.Html.ShouldNotContain("The decision is expected");
    }

    [Fact]
    public async Task A_pair_that_is_not_right_says_so_without_saying_which_half_and_keeps_what_was_typed()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Journey", """{ "journey": null }""");
        using var person = await OpenJourneyAsync(host);

        person.Response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        person.Problems.ShouldBe(["We cannot find answers with that reference and secret. Check both, then try again"]);
        person.Document.QuerySelector("#reference")!.GetAttribute("value").ShouldBe("send 7f3k 92qx");
    }

    [Fact]
    public async Task Empty_fields_are_asked_for()
    {
        await using var host = await StartAsync();
        using var person = host.Visit();
        await person.OpenAsync("/track");

        await person.PressAsync("Show what happened");

        person.Problems.ShouldBe(["Enter the reference from your receipt", "Enter the secret from your receipt"]);
        host.GraphQL.Executed.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_journey_without_its_secret_asks_for_it()
    {
        await using var host = await StartAsync();
        using var person = host.Visit();

        await person.OpenAsync($"/track/{Replies.Reference}");

        person.Heading.ShouldBe("Track your answers");
        person.Document.QuerySelector("#reference")!.GetAttribute("value").ShouldBe(Replies.Reference);
        host.GraphQL.Executed.ShouldBeEmpty();
    }

    [Fact]
    public async Task Forgetting_asks_for_the_secret_again()
    {
        await using var host = await StartAsync();
        using var person = await OpenJourneyAsync(host);

        await person.PressAsync("Finish and forget on this device");
        await person.OpenAsync($"/track/{Replies.Reference}");

        person.Heading.ShouldBe("Track your answers");
    }

    private static async Task<PagesHost> StartAsync()
    {
        var host = await PagesHost.StartAsync();
        host.GraphQL.Data("Journey", Replies.Journey);
        return host;
    }

    private static async Task<Visitor> OpenJourneyAsync(PagesHost host)
    {
        var person = host.Visit();
        await person.OpenAsync("/track");
        return await person.PressAsync("Show what happened", ("reference", "send 7f3k 92qx"), ("secret", "4jq8zw3nh7taOc5m"));
    }
}
