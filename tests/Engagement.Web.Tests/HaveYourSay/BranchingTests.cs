using static Engagement.Web.Tests.HaveYourSay.EveryKindOfQuestionTests;

namespace Engagement.Web.Tests.HaveYourSay;

/// <summary>Which questions are asked of whom, and what becomes of answers to those that are not asked any more.</summary>
public sealed class BranchingTests
{
    private const string Survey = $"/consultations/{Replies.Slug}/have-your-say";

    [Fact]
    public async Task A_question_comes_only_after_the_answer_that_leads_to_it()
    {
        await using var host = await StartAsync([Question("first", "SINGLE_CHOICE"), Question("then", "FREE_TEXT", After("first", "b")), Question("last", "SINGLE_CHOICE")]);
        using var person = await BeginAsync(host);

        await person.PressAsync("Continue", ("answer", "a"));
        person.Heading.ShouldBe("What of last?");
        await person.OpenAsync($"{Survey}/questions/1");
        await person.PressAsync("Continue", ("answer", "b"));
        person.Heading.ShouldBe("What of then?");
        person.Text(".govuk-caption-l").ShouldBe("Question 2");
    }

    [Fact]
    public async Task An_answer_to_a_question_that_is_not_asked_any_more_is_neither_shown_nor_sent_and_leads_nowhere()
    {
        await using var host = await StartAsync(
            [Question("first", "SINGLE_CHOICE"), Question("then", "SINGLE_CHOICE", After("first", "b")), Question("deep", "FREE_TEXT", After("then", "a"))]);
        using var person = await BeginAsync(host);
        await person.PressAsync("Continue", ("answer", "b"));
        await person.PressAsync("Continue", ("answer", "a"));
        await person.PressAsync("Continue", ("answer", "Deep words."));
        person.Texts(".govuk-summary-list__value").ShouldBe(["B", "A", "Deep words."]);

        await person.OpenAsync($"{Survey}/questions/1?return=check");
        await person.PressAsync("Continue", ("answer", "a"));

        person.Texts(".govuk-summary-list__value").ShouldBe(["A"]);
        await person.OpenAsync($"{Survey}/questions/3");
        person.Address.ShouldBe($"{Survey}/check");
        await person.PressAsync("Send my answers");
        host.GraphQL.LastInput("SubmitResponse").GetProperty("answers").EnumerateArray().Select(a => a.GetProperty("questionKey").GetString()).ShouldBe(["first"]);
    }

    [Fact]
    public async Task A_change_from_the_check_that_leads_to_new_questions_asks_them_before_the_check()
    {
        await using var host = await StartAsync(
            [Question("first", "SINGLE_CHOICE"), Question("then", "SINGLE_CHOICE", After("first", "b")), Question("also", "FREE_TEXT", After("first", "b"), optional: true)]);
        using var person = await BeginAsync(host);
        await person.PressAsync("Continue", ("answer", "a"));
        await person.OpenAsync($"{Survey}/questions/1?return=check");

        await person.PressAsync("Continue", ("answer", "b"));
        person.Heading.ShouldBe("What of then?");
        await person.PressAsync("Continue", ("answer", "c"));

        person.Address.ShouldBe($"{Survey}/check");
        person.Texts(".govuk-summary-list__value").ShouldBe(["B", "C", "Not answered (optional)"]);
    }

    [Fact]
    public async Task A_section_has_its_title_above_its_questions_and_says_first_what_it_is_about()
    {
        const string sections = """{ "key": "s", "title": "About school", "introduction": "Think of this year.\nOne child at a time.", "shownWhen": [{ "questionKey": "first", "anyOf": ["b"] }] }""";
        await using var host = await StartAsync([Question("first", "SINGLE_CHOICE"), Question("inside", "FREE_TEXT", section: "s")], sections);
        using var person = await BeginAsync(host);

        await person.PressAsync("Continue", ("answer", "b"));
        person.Heading.ShouldBe("About school");
        person.Texts("main p").ShouldContain("One child at a time.");
        await person.OpenAsync(person.Document.QuerySelector("main .govuk-button")!.GetAttribute("href")!);
        person.Text(".survey-section").ShouldBe("About school");
        person.Document.QuerySelector(".govuk-back-link")!.GetAttribute("href").ShouldBe($"{Survey}/sections/1");
    }

    [Fact]
    public async Task Where_several_groups_are_asked_each_says_first_who_they_are()
    {
        await using var host = await PagesHost.StartAsync();
        host.GraphQL.Data("Survey", Replies.SurveyOf(Questionnaire([Question("q", "FREE_TEXT")]), audience: null)).Data("SubmitResponse", Replies.Submitted);
        using var person = await BeginAsync(host);

        person.Heading.ShouldBe("Who is answering?");
        await person.PressAsync("Continue");
        person.Problems.ShouldBe(["Choose who is answering"]);
        await person.PressAsync("Continue", ("who", "YoungPeopleProxy"));
        await person.PressAsync("Continue", ("answer", "They said this."));
        person.Texts(".govuk-summary-list__value").ShouldBe(["I am writing what a child or young person says", "They said this."]);
        await person.PressAsync("Send my answers");

        var input = host.GraphQL.LastInput("SubmitResponse");
        (input.GetProperty("audience").GetString(), input.GetProperty("proxy").GetBoolean()).ShouldBe(("YOUNG_PEOPLE", true));
    }

    private static string After(string question, string option) => $$"""{ "questionKey": "{{question}}", "anyOf": ["{{option}}"] }""";

    private static async Task<PagesHost> StartAsync(IReadOnlyList<string> questions, string sections = "")
    {
        var host = await PagesHost.StartAsync();
        host.GraphQL.Data("Survey", Replies.SurveyOf(Questionnaire(questions, sections))).Data("SubmitResponse", Replies.Submitted);
        return host;
    }

    private static async Task<Visitor> BeginAsync(PagesHost host)
    {
        var person = host.Visit();
        await person.OpenAsync(Survey);
        return await person.PressAsync("Start");
    }
}
