using System.Net;

namespace Engagement.Web.Tests.HaveYourSay;

public sealed class SurveyJourneyTests
{
    private const string Survey = $"/consultations/{Replies.Slug}/have-your-say";

    [Fact]
    public async Task A_person_without_scripts_answers_checks_sends_and_gets_a_receipt()
    {
        await using var host = await StartAsync();
        using var person = await AtCheckAsync(host);

        person.Texts(".govuk-summary-list__value").ShouldBe(["Disagree", "A phone call", "One person who knows us."]);
        await person.PressAsync("Send my answers");

        person.Address.ShouldBe($"{Survey}/receipt");
        person.Texts(".receipt dd").ShouldBe([Replies.Reference, Replies.Secret]);
        var input = host.GraphQL.LastInput("SubmitResponse");
        input.GetProperty("waveId").GetString().ShouldBe("V2F2ZTox");
        input.GetProperty("answers").EnumerateArray()
            .Select(a => (a.GetProperty("questionKey").GetString(), a.GetProperty("optionKey").GetString(), a.GetProperty("text").GetString()))
            .ShouldBe([("P6", "disagree", null), ("how-to-hear", "call", null), ("one-change", null, "One person who knows us.")]);
    }

    [Fact]
    public async Task Back_and_reload_repeat_nothing()
    {
        await using var host = await StartAsync();
        using var person = await AtCheckAsync(host);
        await person.PressAsync("Send my answers");

        await person.OpenAsync($"{Survey}/receipt");
        await person.OpenAsync($"{Survey}/check");

        person.Address.ShouldBe($"{Survey}/receipt");
        person.Text(".receipt dd").ShouldBe(Replies.Reference);
        host.GraphQL.Executed.Count(e => e.Operation == "SubmitResponse").ShouldBe(1);
    }

    [Fact]
    public async Task Sending_twice_at_once_carries_the_same_key_and_brings_the_same_receipt()
    {
        await using var host = await StartAsync();
        using var person = await AtCheckAsync(host);
        var (action, fields) = (person.Document.Forms[0].GetAttribute("action")!, Visitor.FieldsOf(person.Document.Forms[0]));

        // The answer to the first never arrives, so the browser still has the cookies from before it.
        using var second = host.Visit(Copy(person.Cookies));
        await person.PostAsync(action, fields);
        await second.PostAsync(action, fields);

        second.Texts(".receipt dd").ShouldBe(person.Texts(".receipt dd"));
        var keys = host.GraphQL.Executed.Where(e => e.Operation == "SubmitResponse")
            .Select(e => e.Variables.GetProperty("input").GetProperty("idempotencyKey").GetString()).ToList();
        keys.Count.ShouldBe(2);
        keys.Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task When_the_server_is_in_trouble_the_words_stay_and_can_be_sent_again()
    {
        await using var host = await StartAsync();
        using var person = await AtCheckAsync(host);

        host.GraphQL.Fail("SubmitResponse", "INTERNAL");
        await person.PressAsync("Send my answers");
        person.Response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        person.Heading.ShouldBe("Your answers were not sent yet");
        person.Html.ShouldContain("One person who knows us.");
        var firstKey = host.GraphQL.LastInput("SubmitResponse").GetProperty("idempotencyKey").GetString();

        host.GraphQL.Data("SubmitResponse", Replies.Submitted);
        await person.PressAsync("Send again");
        person.Heading.ShouldBe("We have your answers");
        host.GraphQL.LastInput("SubmitResponse").GetProperty("idempotencyKey").GetString().ShouldBe(firstKey);
    }

    [Fact]
    public async Task When_even_the_questions_cannot_be_read_the_words_are_still_shown()
    {
        await using var host = await StartAsync();
        using var person = await AtCheckAsync(host);

        host.GraphQL.Fail("Survey", "INTERNAL");
        await person.PressAsync("Send my answers");

        person.Heading.ShouldBe("Your answers were not sent yet");
        person.Html.ShouldContain("One person who knows us.");
    }

    [Fact]
    public async Task A_required_question_without_an_answer_says_so_in_a_focused_summary_and_in_the_title()
    {
        await using var host = await StartAsync();
        using var person = await AtQuestionAsync(host, 1);

        await person.PressAsync("Continue");

        person.Response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        person.Document.Title.ShouldStartWith("Error: ");
        person.Problems.ShouldBe(["Choose how much you agree. If you are not sure, choose “I’m not sure”"]);
        person.Document.QuerySelector(".govuk-error-summary")!.HasAttribute("autofocus").ShouldBeTrue();
        var link = person.Document.QuerySelector(".govuk-error-summary a")!.GetAttribute("href")!;
        person.Document.QuerySelector(link)!.GetAttribute("type").ShouldBe("radio");
    }

    [Fact]
    public async Task An_answer_that_is_too_long_is_kept_in_its_field()
    {
        await using var host = await StartAsync();
        using var person = await AtQuestionAsync(host, 3);
        var text = new string('w', 5_001);

        await person.PressAsync("Continue", ("answer", text));

        person.Problems.ShouldBe(["Your answer must be 5,000 characters or fewer. It has 5,001"]);
        person.Text("textarea").ShouldBe(text);
    }

    [Fact]
    public async Task An_unknown_option_is_refused()
    {
        await using var host = await StartAsync();
        using var person = await AtQuestionAsync(host, 1);

        await person.PressAsync("Continue", ("answer", "made-up"));

        person.Problems.ShouldBe(["Choose one of the answers on the page"]);
    }

    [Fact]
    public async Task An_optional_question_is_marked_and_can_be_skipped_after_it_was_answered()
    {
        await using var host = await StartAsync();
        using var person = await AtCheckAsync(host);

        await person.OpenAsync($"{Survey}/questions/2?return=check");
        person.Heading.ShouldBe("How would you like to hear from us? (optional)");
        await person.PressAsync("Skip this question");

        person.Address.ShouldBe($"{Survey}/check");
        person.Texts(".govuk-summary-list__value").ShouldBe(["Disagree", "Not answered (optional)", "One person who knows us."]);
    }

    [Fact]
    public async Task Changing_an_answer_from_the_check_page_returns_to_it()
    {
        await using var host = await StartAsync();
        using var person = await AtCheckAsync(host);

        await person.OpenAsync(person.Document.QuerySelector(".govuk-summary-list__actions a")!.GetAttribute("href")!);
        person.Document.QuerySelector("input[checked]")!.GetAttribute("value").ShouldBe("disagree");
        await person.PressAsync("Continue", ("answer", "agree"));

        person.Address.ShouldBe($"{Survey}/check");
        person.Text(".govuk-summary-list__value").ShouldBe("Agree");
    }

    [Fact]
    public async Task Sending_with_a_required_answer_missing_links_to_its_question()
    {
        await using var host = await StartAsync();
        using var person = await AtQuestionAsync(host, 3);
        await person.PressAsync("Continue", ("answer", "Only this."));

        await person.PressAsync("Send my answers");

        person.Problems.ShouldHaveSingleItem().ShouldStartWith("Question 1: Choose how much you agree");
        person.Document.QuerySelector(".govuk-error-summary a")!.GetAttribute("href").ShouldBe($"{Survey}/questions/1?return=check");
        host.GraphQL.Executed.ShouldNotContain(e => e.Operation == "SubmitResponse");
    }

    [Fact]
    public async Task When_the_form_token_fails_the_words_are_still_in_the_form()
    {
        await using var host = await StartAsync();
        using var person = await AtQuestionAsync(host, 3);

        await person.PostAsync($"{Survey}/questions/3", new Dictionary<string, string> { ["answer"] = "Kept words.", ["__token"] = "stale" });

        person.Text("textarea").ShouldBe("Kept words.");
        person.Problems.ShouldHaveSingleItem().ShouldContain("What you wrote is still here. Send it again.");
        await person.PressAsync("Continue");
        person.Address.ShouldBe($"{Survey}/check");
        person.Html.ShouldContain("Kept words.");
    }

    [Fact]
    public async Task A_browser_that_lost_its_answers_begins_again_without_losing_what_is_being_sent()
    {
        await using var host = await StartAsync();
        using var person = await AtQuestionAsync(host, 3);
        foreach (Cookie cookie in person.Cookies.GetAllCookies())
            cookie.Expired = cookie.Name.StartsWith("answers", StringComparison.Ordinal);

        await person.PressAsync("Continue", ("answer", "Still here."));

        person.Html.ShouldContain("Still here.");
    }

    [Fact]
    public async Task A_question_without_answers_begun_leads_to_the_start()
    {
        await using var host = await StartAsync();
        using var person = host.Visit();

        await person.OpenAsync($"{Survey}/questions/2");

        person.Address.ShouldBe(Survey);
    }

    [Fact]
    public async Task Saved_answers_are_offered_at_the_start()
    {
        await using var host = await StartAsync();
        using var person = await AtQuestionAsync(host, 1);
        await person.PressAsync("Continue", ("answer", "agree"));

        await person.OpenAsync(Survey);

        person.Html.ShouldContain("You have answers saved on this device.");
        await person.OpenAsync($"{Survey}/check");
        person.Text(".govuk-summary-list__value").ShouldBe("Agree");
    }

    [Fact]
    public async Task Answers_on_the_device_are_sealed_kept_for_seven_days_and_sent_only_to_their_own_survey()
    {
        await using var host = await StartAsync();
        using var person = await AtQuestionAsync(host, 3);

        using var response = await SendRawAsync(host, person, "Words nobody else should read.");

        var cookie = response.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("answers=", StringComparison.Ordinal) && !c.Contains("1970", StringComparison.Ordinal));
        cookie.ShouldContain("max-age=604800", Case.Insensitive);
        cookie.ShouldContain("httponly", Case.Insensitive);
        cookie.ShouldContain("samesite=lax", Case.Insensitive);
        cookie.ShouldContain($"path={Survey}", Case.Insensitive);
        cookie.ShouldNotContain("Words");
    }

    [Fact]
    public async Task A_long_answer_is_kept_in_pieces_and_a_shorter_one_leaves_none_behind()
    {
        await using var host = await StartAsync();
        using var person = await AtQuestionAsync(host, 3);
        // Letters drawn at random cannot be compressed, so they need more than one cookie.
        var random = new Random(7);
        var text = string.Concat(Enumerable.Range(0, 5_000).Select(_ => (char)random.Next(0x4e00, 0x9fff)));

        await person.PressAsync("Continue", ("answer", text));
        person.Texts(".govuk-summary-list__value")[^1].ShouldBe(text);
        AnswerCookies(person).Count.ShouldBeGreaterThan(2);
        await person.OpenAsync($"{Survey}/questions/3");
        person.Text("textarea").ShouldBe(text);

        await person.PressAsync("Continue", ("answer", "Short."));
        AnswerCookies(person).Count.ShouldBe(1);
        person.Html.ShouldContain("Short.");
    }

    [Fact]
    public async Task The_receipt_can_be_cleared_from_a_shared_device()
    {
        await using var host = await StartAsync();
        using var person = await AtCheckAsync(host);
        await person.PressAsync("Send my answers");

        await person.PressAsync("I have kept them. Clear this device");

        AnswerCookies(person).ShouldBeEmpty();
        await person.OpenAsync($"{Survey}/receipt");
        person.Address.ShouldBe(Survey);
    }

    [Fact]
    public async Task From_the_receipt_it_is_one_step_to_being_told_by_email()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Journey", Replies.Journey)
            .Data("Following", """{ "responseFollowing": { "isFollowed": false, "isConfirmed": false, "isRefused": false } }""");
        using var person = await AtCheckAsync(host);
        await person.PressAsync("Send my answers");

        await person.PressAsync("Get an e-mail when something happens");

        person.Address.ShouldBe($"/track/{Replies.Reference}/e-mail");
        person.Heading.ShouldBe("Get an e-mail when something happens");
    }

    [Fact]
    public async Task A_closed_survey_is_a_page_that_says_how_to_still_tell_us()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Survey", Replies.Survey("CLOSED", "CLOSED"));
        using var person = host.Visit();

        await person.OpenAsync(Survey);

        person.Response.StatusCode.ShouldBe(HttpStatusCode.OK);
        person.Heading.ShouldBe("This survey has closed");
        person.Html.ShouldContain("You can still tell us by e-mail");
    }

    [Fact]
    public async Task A_survey_that_closes_while_someone_answers_shows_their_words_so_that_they_can_be_kept()
    {
        await using var host = await StartAsync();
        using var person = await AtCheckAsync(host);
        host.GraphQL.Data("Survey", Replies.Survey("CLOSED", "CLOSED"))
            .Data("SubmitResponse", Replies.SubmitRefused("WAVE_CLOSED", "This survey has closed."));

        await person.PressAsync("Send my answers");

        person.Response.StatusCode.ShouldBe(HttpStatusCode.OK);
        person.Heading.ShouldBe("This survey has closed");
        person.Html.ShouldContain("One person who knows us.");
    }

    [Fact]
    public async Task A_survey_that_has_not_opened_says_when_it_will()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Survey", Replies.Survey("COMING", "COMING"));
        using var person = host.Visit();

        await person.OpenAsync(Survey);

        person.Heading.ShouldBe("This survey is not open yet");
        person.Html.ShouldContain("23 September 2026");
    }

    [Fact]
    public async Task A_refusal_of_the_API_is_shown_at_the_question_it_names()
    {
        await using var host = await StartAsync();
        using var person = await AtCheckAsync(host);
        host.GraphQL.Data("SubmitResponse", Replies.SubmitRefused("ANSWER_TOO_LONG", "Make this answer shorter.", "one-change"));

        await person.PressAsync("Send my answers");

        person.Problems.ShouldBe(["Make this answer shorter."]);
        person.Document.QuerySelector(".govuk-error-summary a")!.GetAttribute("href").ShouldBe($"{Survey}/questions/3?return=check");
    }

    [Fact]
    public async Task Answers_changed_after_they_were_sent_say_that_the_first_ones_arrived()
    {
        await using var host = await StartAsync();
        using var person = await AtCheckAsync(host);
        host.GraphQL.Data("SubmitResponse", """
            { "submitResponse": { "receipt": null, "errors": [{ "message": "These answers differ from the ones sent before.", "code": "IDEMPOTENCY_KEY_REUSED", "field": "idempotencyKey" }] } }
            """);

        await person.PressAsync("Send my answers");

        person.Html.ShouldContain("We already have the answers you sent before you changed them.");
    }

    [Theory]
    [InlineData("questions/0")]
    [InlineData("questions/4")]
    [InlineData("questions/next")]
    public async Task A_question_that_is_not_there_is_not_found(string question)
    {
        await using var host = await StartAsync();
        using var person = await AtQuestionAsync(host, 1);

        await person.OpenAsync($"{Survey}/{question}");

        person.Response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<PagesHost> StartAsync()
    {
        var host = await PagesHost.StartAsync();
        host.GraphQL.Data("Survey", Replies.Survey()).Data("SubmitResponse", Replies.Submitted).Data("Consultation", Replies.Consultation());
        return host;
    }

    private static async Task<Visitor> AtQuestionAsync(PagesHost host, int number)
    {
        var person = host.Visit();
        await person.OpenAsync(Survey);
        await person.PressAsync("Start");
        return await person.OpenAsync($"{Survey}/questions/{number}");
    }

    private static async Task<Visitor> AtCheckAsync(PagesHost host)
    {
        var person = await AtQuestionAsync(host, 1);
        await person.PressAsync("Continue", ("answer", "disagree"));
        await person.PressAsync("Continue", ("answer", "call"));
        await person.PressAsync("Continue", ("answer", "One person who knows us."));
        person.Address.ShouldBe($"{Survey}/check");
        return person;
    }

    private static async Task<HttpResponseMessage> SendRawAsync(PagesHost host, Visitor person, string answer)
    {
        var fields = Visitor.FieldsOf(person.Document.Forms[0]);
        fields["answer"] = answer;
        using var raw = host.Visit(person.Cookies);
        using var request = new HttpRequestMessage(HttpMethod.Post, person.Document.Forms[0].GetAttribute("action")) { Content = new FormUrlEncodedContent(fields) };
        return await raw.SendAsync(request);
    }

    private static List<Cookie> AnswerCookies(Visitor person) =>
        [.. person.Cookies.GetAllCookies().Where(c => c.Name.StartsWith("answers", StringComparison.Ordinal) && !c.Expired && c.Value.Length > 0)];

    private static CookieContainer Copy(CookieContainer cookies)
    {
        var copy = new CookieContainer();
        copy.Add(cookies.GetAllCookies());
        return copy;
    }
}
