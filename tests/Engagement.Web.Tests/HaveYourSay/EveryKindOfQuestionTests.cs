using System.Text.Json;

namespace Engagement.Web.Tests.HaveYourSay;

/// <summary>Each kind of question as people meet it, and what travels from it to the platform.</summary>
public sealed class EveryKindOfQuestionTests
{
    private const string Survey = $"/consultations/{Replies.Slug}/have-your-say";

    [Theory]
    [InlineData("MULTIPLE_CHOICE", """{ "optionKeys": ["a", "b"] }""", "A B", "answer=a", "answer=b")]
    [InlineData("MULTIPLE_CHOICE", """{ "optionKeys": ["not-sure"] }""", "I'm not sure", "answer=not-sure")]
    [InlineData("SINGLE_CHOICE", """{ "optionKey": "b" }""", "B", "answer=b")]
    [InlineData("SATISFACTION", """{ "optionKey": "a" }""", "A", "answer=a")]
    [InlineData("RANKING", """{ "ranking": ["c", "a"] }""", "1. C 2. A", "answer-place-0=2", "answer-place-2=1")]
    [InlineData("RANKING", """{ "optionKey": "not-sure" }""", "I'm not sure", "answer=not-sure")]
    [InlineData("NUMBER", """{ "number": 1200 }""", "1,200", "answer=1,200")]
    [InlineData("NUMBER", """{ "number": 2.5 }""", "2,5", "answer=2,5")]
    [InlineData("DATE", """{ "date": "2026-02-03" }""", "3 February 2026", "answer-day=3", "answer-month=02", "answer-year=2026")]
    [InlineData("FREE_TEXT", """{ "text": "A person." }""", "A person.", "answer=A person.")]
    public async Task Is_answered_without_a_script_checked_and_sent_as_the_platform_takes_it(string kind, string sent, string checkedAs, params string[] filledIn)
    {
        await using var host = await StartAsync(Question("q", kind));
        using var person = await AtFirstQuestionAsync(host);

        await ContinueAsync(person, filledIn);
        person.Address.ShouldBe($"{Survey}/check");
        person.Text(".govuk-summary-list__value").ShouldBe(checkedAs);
        await person.PressAsync("Send my answers");

        var answer = host.GraphQL.LastInput("SubmitResponse").GetProperty("answers").EnumerateArray().ShouldHaveSingleItem();
        foreach (var expected in JsonDocument.Parse(sent).RootElement.EnumerateObject())
            answer.GetProperty(expected.Name).GetRawText().ShouldBe(expected.Value.GetRawText().Replace(", ", ",", StringComparison.Ordinal).Replace("'", "\\u0027", StringComparison.Ordinal));
        answer.EnumerateObject().Count(field => field.Value.ValueKind != JsonValueKind.Null).ShouldBe(2, "the key, and the answer in one way");
    }

    [Theory]
    [InlineData("MULTIPLE_CHOICE", "Choose at least one answer")]
    [InlineData("MULTIPLE_CHOICE", "Choose “I'm not sure” or other answers, not both", "answer=a", "answer=not-sure")]
    [InlineData("RANKING", "Give at least one answer a place")]
    [InlineData("RANKING", "Give each answer a place of its own", "answer-place-0=1", "answer-place-1=1")]
    [InlineData("RANKING", "Choose “I'm not sure” or other answers, not both", "answer-place-0=1", "answer=not-sure")]
    [InlineData("NUMBER", "Enter a number")]
    [InlineData("NUMBER", "Enter a number in figures", "answer=many")]
    [InlineData("NUMBER", "Enter a number in figures", "answer=1234567890123")]
    [InlineData("DATE", "Enter a date")]
    [InlineData("DATE", "Enter a real date, such as 27 3 2019", "answer-day=31", "answer-month=2", "answer-year=2026")]
    [InlineData("SINGLE_CHOICE", "Choose one of the answers on the page", "answer=a", "answer=b")]
    [InlineData("SATISFACTION", "Choose how happy you are with it")]
    public async Task Says_what_is_wrong_keeps_what_was_filled_in_and_leads_to_the_field(string kind, string problem, params string[] filledIn)
    {
        await using var host = await StartAsync(Question("q", kind));
        using var person = await AtFirstQuestionAsync(host);

        await ContinueAsync(person, filledIn);

        person.Problems.ShouldBe([problem]);
        person.Document.QuerySelector(person.Document.QuerySelector(".govuk-error-summary a")!.GetAttribute("href")!).ShouldNotBeNull();
        var kept = FieldsOf(person);
        foreach (var field in filledIn.Where(_ => kind != "SINGLE_CHOICE"))
            kept.ShouldContain(field);
    }

    [Theory]
    [InlineData("""{ "least": 0, "most": 18, "wholeNumbers": true }""", "19", "Enter a whole number from 0 to 18")]
    [InlineData("""{ "least": 0, "most": null, "wholeNumbers": true }""", "2.5", "Enter a whole number of 0 or more")]
    [InlineData("""{ "least": null, "most": 4.5, "wholeNumbers": false }""", "5", "Enter a number of 4.5 or less")]
    public async Task A_number_keeps_to_its_range_which_the_hint_says_before(string range, string typed, string problem)
    {
        await using var host = await StartAsync(Question("q", "NUMBER", range: range));
        using var person = await AtFirstQuestionAsync(host);

        person.Text("#answer-hint").ShouldStartWith(problem);
        await ContinueAsync(person, $"answer={typed}");

        person.Problems.ShouldBe([problem]);
    }

    [Fact]
    public async Task What_was_answered_is_in_the_form_again()
    {
        await using var host = await StartAsync(Question("places", "RANKING"), Question("day", "DATE"), Question("all", "MULTIPLE_CHOICE"));
        using var person = await AtFirstQuestionAsync(host);
        await ContinueAsync(person, "answer-place-1=1", "answer-place-0=2");
        await ContinueAsync(person, "answer-day=3", "answer-month=2", "answer-year=2026");
        await ContinueAsync(person, "answer=a", "answer=c");

        await person.OpenAsync($"{Survey}/questions/1");
        FieldsOf(person).ShouldBe(["answer-place-0=2", "answer-place-1=1", "answer-place-2="]);
        await person.OpenAsync($"{Survey}/questions/2");
        FieldsOf(person).ShouldBe(["answer-day=3", "answer-month=2", "answer-year=2026"]);
        await person.OpenAsync($"{Survey}/questions/3");
        FieldsOf(person).ShouldBe(["answer=a", "answer=c"]);
    }

    [Fact]
    public async Task A_question_about_the_person_says_why_it_is_asked_and_need_not_be_answered()
    {
        await using var host = await StartAsync(Question("age", "NUMBER", aboutYou: true));
        using var person = await AtFirstQuestionAsync(host);

        person.Heading.ShouldBe("What of age? (optional)");
        person.Text("#answer-hint").ShouldContain("Why we ask: to see who we have heard from, and who not.");
        await person.PressAsync("I would rather not say");
        await person.PressAsync("Send my answers");

        host.GraphQL.LastInput("SubmitResponse").GetProperty("answers").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task In_Easy_Read_a_scale_has_faces_beside_its_words()
    {
        const string forms = """{ "kind": "STANDARD", "language": "en" }, { "kind": "EASY_READ", "language": "en" }""";
        await using var host = await PagesHost.StartAsync();
        host.GraphQL.Data("Survey", Replies.SurveyOf(Questionnaire([Question("q", "SATISFACTION")]), offeredIn: forms));
        using var person = host.Visit();
        await person.OpenAsync(Survey);

        person.Texts(".govuk-radios__label").ShouldBe(["As usual", "Easy Read"]);
        await person.PressAsync("Start", ("form", "EasyRead-en"));

        person.Document.QuerySelectorAll(".face").Length.ShouldBe(3);
        var asked = host.GraphQL.Executed.Last(e => e.Operation == "Survey").Variables;
        (asked.GetProperty("rendition").GetString(), asked.GetProperty("language").GetString()).ShouldBe(("EASY_READ", "en"));
    }

    [Fact]
    public async Task Who_likes_simple_words_is_offered_Easy_Read_first()
    {
        const string forms = """{ "kind": "STANDARD", "language": "en" }, { "kind": "PAPER", "language": "en" }, { "kind": "EASY_READ", "language": "en" }""";
        await using var host = await PagesHost.StartAsync();
        host.GraphQL.Data("Survey", Replies.SurveyOf(Questionnaire([Question("q", "DATE")]), offeredIn: forms));
        using var person = await host.Visit().OpenAsync("/preferences");
        await person.PressAsync("Save", ("words", "simple"));

        await person.OpenAsync(Survey);

        person.Texts(".govuk-radios__label").ShouldBe(["Easy Read", "As usual"]);
        person.Document.QuerySelector("input[checked]")!.GetAttribute("value").ShouldBe("EasyRead-en");
    }

    internal static string Questionnaire(IEnumerable<string> questions, string sections = "") =>
        $$"""{ "sections": [{{sections}}], "questions": [{{string.Join(',', questions)}}] }""";

    internal static string Question(string key, string kind, string? shownWhen = null, string? section = null, string range = "null", bool optional = false, bool aboutYou = false)
    {
        var options = kind is "NUMBER" or "DATE" or "FREE_TEXT" ? "" : """
            { "key": "a", "label": "A", "isOtherAnswer": false }, { "key": "b", "label": "B", "isOtherAnswer": false },
            { "key": "c", "label": "C", "isOtherAnswer": false }, { "key": "not-sure", "label": "I'm not sure", "isOtherAnswer": true }
            """;
        return $$"""
            { "key": "{{key}}", "kind": "{{kind}}", "text": "What of {{key}}?", "hint": null, "optional": {{(optional ? "true" : "false")}}, "aboutYou": {{(aboutYou ? "true" : "false")}},
              "section": {{(section is null ? "null" : $"\"{section}\"")}}, "scale": null, "range": {{range}}, "shownWhen": [{{shownWhen}}], "options": [{{options}}] }
            """;
    }

    private static async Task<PagesHost> StartAsync(params string[] questions)
    {
        var host = await PagesHost.StartAsync();
        host.GraphQL.Data("Survey", Replies.SurveyOf(Questionnaire(questions))).Data("SubmitResponse", Replies.Submitted);
        return host;
    }

    private static async Task<Visitor> AtFirstQuestionAsync(PagesHost host)
    {
        var person = host.Visit();
        await person.OpenAsync(Survey);
        return await person.PressAsync("Start");
    }

    /// <summary>Sends the page's form with these fields filled in and no others, as a browser does.</summary>
    private static Task<Visitor> ContinueAsync(Visitor person, params string[] filledIn) => person.PostAsync(
        person.Document.Forms[0].GetAttribute("action")!,
        [
            KeyValuePair.Create("__token", person.Document.QuerySelector("input[name=__token]")!.GetAttribute("value")!),
            .. filledIn.Select(field => KeyValuePair.Create(field.Split('=')[0], field.Split('=')[1])),
        ]);

    private static List<string> FieldsOf(Visitor person) =>
    [
        .. person.Document.QuerySelectorAll("select").Select(select => $"{select.GetAttribute("name")}={select.QuerySelector("option[selected]")?.GetAttribute("value")}"),
        .. person.Document.QuerySelectorAll("input[name^=answer]").Where(input => input.GetAttribute("type") == "text" || input.HasAttribute("checked"))
            .Select(input => $"{input.GetAttribute("name")}={input.GetAttribute("value")}"),
    ];
}
