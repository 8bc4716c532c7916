using System.Net;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Engagement.Web.Tests.HaveYourSay;

namespace Engagement.Web.Tests;

/// <summary>A survey to be filled in by hand: printed, or in Word.</summary>
public sealed class PaperTests
{
    private const string Paper = $"/consultations/{Replies.Slug}/paper";

    [Fact]
    public async Task The_page_has_every_question_a_number_of_its_own_and_the_address_as_a_code()
    {
        await using var host = await StartAsync();
        using var person = await host.Visit().OpenAsync(Paper);

        person.Texts(".paper-item h2").ShouldBe(["1. What of first?", "2. What of then?", "3. What of words?", "4. What of order?"]);
        person.Texts(".paper-item .govuk-hint")[1].ShouldBe("Only if you ticked this in question 1: B Tick all that are right for you.");
        person.Texts(".paper-options")[0].ShouldBe("A B C I'm not sure");
        person.Document.QuerySelectorAll(".paper-line").Length.ShouldBe(8);
        person.Text(".paper-number").ShouldMatch("^P[0-9][0-9A-Z]{2}-[0-9A-Z]{4}$");
        person.Text(".paper-address").ShouldEndWith($"http://localhost/consultations/{Replies.Slug}/have-your-say");
        person.Document.QuerySelector(".paper-code path")!.GetAttribute("d")!.Length.ShouldBeGreaterThan(500);
        person.Document.QuerySelectorAll("main form").ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_forms_never_have_the_same_number()
    {
        await using var host = await StartAsync();
        using var person = await host.Visit().OpenAsync(Paper);
        var first = person.Text(".paper-number");

        (await person.OpenAsync(Paper)).Text(".paper-number").ShouldNotBe(first);
    }

    [Fact]
    public async Task The_Word_document_is_sound_and_says_the_same()
    {
        await using var host = await StartAsync();
        using var person = host.Visit();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Paper}/word");
        using var reply = await person.SendAsync(request);

        reply.Content.Headers.ContentDisposition!.FileName.ShouldBe($"{Replies.Slug}.docx");
        await using var content = await reply.Content.ReadAsStreamAsync();
        using var document = WordprocessingDocument.Open(content, isEditable: false);
        new OpenXmlValidator().Validate(document).Select(problem => $"{problem.Path?.XPath}: {problem.Description}").ShouldBeEmpty();
        var text = document.MainDocumentPart!.Document!.Body!.InnerText;
        text.ShouldContain("2. What of then?");
        text.ShouldContain("Only if you ticked this in question 1: B");
        text.ShouldContain("☐  I'm not sure");
        document.MainDocumentPart.ImageParts.Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_survey_that_has_closed_is_not_printed()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Survey", Replies.Survey("CLOSED", "CLOSED"));
        using var person = await host.Visit().OpenAsync(Paper);

        person.Heading.ShouldBe("This survey has closed");
        (await person.OpenAsync($"{Paper}/word")).Response.StatusCode.ShouldBe(HttpStatusCode.OK);
        person.Heading.ShouldBe("This survey has closed");
    }

    private static async Task<PagesHost> StartAsync()
    {
        var host = await PagesHost.StartAsync();
        host.GraphQL.Data("Survey", Replies.SurveyOf(EveryKindOfQuestionTests.Questionnaire(
        [
            EveryKindOfQuestionTests.Question("first", "SINGLE_CHOICE"),
            EveryKindOfQuestionTests.Question("then", "MULTIPLE_CHOICE", """{ "questionKey": "first", "anyOf": ["b"] }"""),
            EveryKindOfQuestionTests.Question("words", "FREE_TEXT"),
            EveryKindOfQuestionTests.Question("order", "RANKING"),
        ])));
        return host;
    }
}
