using System.Net;
using static Engagement.Web.Tests.Pact.PactReplies;
using static Engagement.Web.Tests.Staff.OfficerReplies;

namespace Engagement.Web.Tests.Staff;

public sealed class LoggedFeedbackTests
{
    private const string List = "/staff/feedback";
    private const string One = $"{List}/{EntryId}";

    [Fact]
    public async Task The_log_shows_who_has_waited_longest_and_no_words()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync(List);

        officer.Text(".rows__title").ShouldBe("Transport to school or college, received on 1 October 2024");
        officer.Text(".rows__note--late").ShouldMatch("^Waits for [0-9,]+ days, and has not been told that we have it$");
        var asked = host.GraphQL.Executed.Last(e => e.Operation == "FeedbackLog").Variables;
        (asked.GetProperty("onlyUnanswered").GetBoolean(), asked.GetProperty("order").GetString()).ShouldBe((true, "OLDEST"));
        host.GraphQL.Data("FeedbackLog", Log(Entry(acknowledged: "\"2024-10-02\"", answered: "\"2024-10-15\"", lessons: 1)));
        await officer.OpenAsync($"{List}?show=all&kind=COMPLAINT&service=transport&order=newest");
        officer.Text(".rows__note").ShouldBe("Answered after 14 days");
        asked = host.GraphQL.Executed.Last(e => e.Operation == "FeedbackLog").Variables;
        (asked.GetProperty("onlyUnanswered").GetBoolean(), asked.GetProperty("kind").GetString(), asked.GetProperty("service").GetString()).ShouldBe((false, "COMPLAINT", "transport"));
    }

    [Fact]
    public async Task Nothing_waiting_says_so()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("FeedbackLog", Log("", 0));

        (await host.Visit().OpenAsync(List)).Text(".nothing").ShouldBe("Nothing waits for an answer.");
    }

    [Fact]
    public async Task What_somebody_said_is_logged()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("LogFeedback", Refused("logFeedback", "SERVICE_MISSING", "Choose the service it is about", "\"service\""));
        using var officer = await host.Visit().OpenAsync($"{List}/new");

        await officer.PressAsync("Log it", ("words", "The taxi came late."));
        officer.Problems.ShouldBe(["Choose what it is", "Enter the day it came"]);
        await officer.PressAsync("Log it", ("kind", "COMPLAINT"), ("receivedOn", "2026-11-02"));
        officer.Text("#service-error").ShouldBe("Error: Choose the service it is about");
        officer.Text("#words").ShouldBe("The taxi came late.");
        host.GraphQL.Data("LogFeedback", Made("logFeedback", "loggedFeedback", EntryId));
        await officer.PressAsync("Log it", ("service", "transport"));

        officer.Text(".done").ShouldBe("It is logged. Tell the person that we have it.");
        host.GraphQL.LastInput("LogFeedback").GetProperty("district").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task It_is_acknowledged_and_answered()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("AcknowledgeFeedback", Done("acknowledgeFeedback")).Data("AnswerFeedback", Refused("answerFeedback", "ANSWER_MISSING", "Enter what the person was answered", "\"answer\""));
        using var officer = await host.Visit().OpenAsync(One);
        officer.Text(".words").ShouldBe("The taxi came late.");

        await officer.PressAsync("They have been told");
        officer.Text(".done").ShouldBe("It is recorded that they were told.");
        host.GraphQL.LastInput("AcknowledgeFeedback").GetProperty("expectedVersion").GetInt32().ShouldBe(3);
        await officer.PressAsync("Record the answer");
        officer.Text("#answer-error").ShouldBe("Error: Enter what the person was answered");
        host.GraphQL.Data("AnswerFeedback", Done("answerFeedback")).Data("OneFeedback", OneEntry(Entry(acknowledged: "\"2024-10-02\"", answered: "\"2024-10-03\""), answer: "\"Another firm drives now.\""));
        await officer.PressAsync("Record the answer", ("answer", "Another firm drives now."));

        officer.Text(".done").ShouldStartWith("The answer is recorded.");
        officer.Texts(".words").ShouldBe(["The taxi came late.", "Another firm drives now."]);
        officer.Texts("main button").ShouldNotContain("Record the answer", "what the person says to it is logged anew");
        officer.Texts("main button").ShouldNotContain("They have been told");
    }

    [Fact]
    public async Task A_complaint_is_not_made_lighter_without_the_persons_agreement()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ReclassifyFeedback", Refused("reclassifyFeedback", "COMPLAINT_NOT_DOWNGRADED", "This is a complaint. Ask the person whether they agree", "\"personAgreed\""));
        using var officer = await host.Visit().OpenAsync(One);
        officer.Text("main").ShouldContain("It stays one unless the person agrees");

        await officer.PressAsync("Change what it is called");
        officer.Problems.ShouldBe(["Choose what it is", "Say whether the person agrees"]);
        await officer.PressAsync("Change what it is called", ("kind", "COMMENT"), ("personAgreed", "false"), ("reason", "It reads like one."));

        officer.Text("#personAgreed-error").ShouldBe("Error: This is a complaint. Ask the person whether they agree");
        officer.Document.QuerySelector("details[open] h2")!.TextContent.ShouldBe("Call it something else");
        officer.Document.QuerySelector("#reason")!.GetAttribute("value").ShouldBe("It reads like one.");
        host.GraphQL.Data("ReclassifyFeedback", Done("reclassifyFeedback"));
        await officer.PressAsync("Change what it is called", ("personAgreed", "true"));
        officer.Text(".done").ShouldStartWith("It is called something else now.");
        host.GraphQL.LastInput("ReclassifyFeedback").GetProperty("personAgreed").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task A_lesson_is_drawn_and_a_stale_entry_says_what_happened()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("DrawLesson", Refused("drawLesson", "STALE_VERSION", "Someone else changed this"));
        using var officer = await host.Visit().OpenAsync(One);

        await officer.PressAsync("Record the lesson", ("lesson", "Taxis need a second firm."));
        officer.Text(".govuk-inset-text").ShouldStartWith("Somebody changed this entry while you were here.");
        officer.Text("#lesson").ShouldBe("Taxis need a second firm.");
        host.GraphQL.Data("DrawLesson", Done("drawLesson"));
        await officer.PressAsync("Record the lesson");

        officer.Text(".done").ShouldStartWith("The lesson is recorded. It is a view now");
    }

    [Fact]
    public async Task Erased_words_say_so_and_what_is_not_there_is_no_page()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("OneFeedback", OneEntry(Entry(), words: "null"));
        using var officer = await host.Visit().OpenAsync(One);
        officer.Text(".nothing").ShouldBe("The words have been erased.");

        host.GraphQL.Data("OneFeedback", OneEntry("null"));
        (await officer.OpenAsync(One)).Response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        host.GraphQL.Fail("FeedbackLog", "AUTH_NOT_AUTHORIZED");
        (await officer.OpenAsync(List)).Response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<PagesHost> StartAsync()
    {
        var host = await PagesHost.StartAsync();
        OfficerReplies.Set(host.GraphQL);
        return host;
    }
}
