using System.Net;
using System.Text;
using Engagement.Web.Components;

namespace Engagement.Web.Tests.Staff;

public sealed class StaffPaperTests
{
    private const string FormPage = $"{ConsultationReplies.Paper}/form";
    private const string ImportPage = $"{ConsultationReplies.Paper}/import";

    [Fact]
    public async Task What_waits_for_a_check_is_offered_to_others_than_who_typed_it()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("PaperForms", ConsultationReplies.PaperForms("""
            { "formNumber": "P1AA-0001", "state": "WAITS_FOR_CHECK", "differing": [], "keyedBy": { "id": "VHlwMQ" } },
            { "formNumber": "P1AA-0002", "state": "DIFFERS", "differing": ["how-to-hear", "received"], "keyedBy": { "id": "VHlwMg" } }
            """));
        using var officer = await host.Visit().OpenAsync(ConsultationReplies.Paper);

        officer.Texts("main .rows__item .rows__note").ShouldBe(
        [
            "Waits for a check. You typed it in, so somebody else checks it.",
            "Two people read it differently: question 2, the day it was received. Somebody else typed it in, so you can check it.",
        ]);
        officer.Texts("main .rows__item a").ShouldBe(["Type it in anew, to put it right, form P1AA-0001", "Check it: type it in from the paper, form P1AA-0002"]);
        officer.Document.QuerySelector("main .rows__item:last-child a")!.GetAttribute("href").ShouldBe($"{FormPage}?number=P1AA-0002");
    }

    [Fact]
    public async Task A_form_is_typed_in_on_one_page_and_what_was_left_empty_is_not_sent()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("KeyPaperForm", ConsultationReplies.Keyed("WAITS_FOR_CHECK"));
        using var officer = await host.Visit().OpenAsync(FormPage);

        officer.Text("#q-hear-hint").ShouldBe("Only where: question 1 is Disagree.");
        await officer.PressAsync("Save what is on the paper", ("formNumber", "P1AA-0001"), ("receivedOn", "2026-10-05"), ("proxy", ""), ("q-P6", "agree"), ("q-hear", "call"),
            ("q-calls", "12"), ("q-when", "2026-09-30"), ("q-first-place-0", "2"), ("q-first-place-1", "1"), ("q-first", ""), ("q-words", "One person."));

        officer.Text(".done").ShouldBe("Form P1AA-0001 is typed in. It counts when somebody else has typed it in too, and reads the same.");
        var input = host.GraphQL.LastInput("KeyPaperForm");
        input.GetProperty("receivedOn").GetString().ShouldBe("2026-10-05");
        input.GetProperty("proxy").GetBoolean().ShouldBeFalse();
        var answers = input.GetProperty("answers").EnumerateArray().ToDictionary(answer => answer.GetProperty("questionKey").GetString()!);
        answers["P6"].GetProperty("optionKey").GetString().ShouldBe("agree");
        answers["hear"].GetProperty("optionKeys")[0].GetString().ShouldBe("call");
        answers["calls"].GetProperty("number").GetDecimal().ShouldBe(12);
        answers["when"].GetProperty("date").GetString().ShouldBe("2026-09-30");
        answers["first"].GetProperty("ranking").EnumerateArray().Select(key => key.GetString()).ShouldBe(["care", "speed"]);
        answers["words"].GetProperty("text").GetString().ShouldBe("One person.");

        await officer.OpenAsync(FormPage);
        await officer.PressAsync("Save what is on the paper", ("formNumber", "P1AA-0002"), ("receivedOn", "2026-10-05"), ("q-hear", ""), ("q-first", ""), ("proxy", "true"));
        host.GraphQL.LastInput("KeyPaperForm").GetProperty("answers").EnumerateArray().ShouldBeEmpty();
        host.GraphQL.LastInput("KeyPaperForm").GetProperty("proxy").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task A_check_that_reads_the_same_makes_it_a_response()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("KeyPaperForm", ConsultationReplies.Keyed("CHECKED", "\"7K2M-9Q4T\""));
        using var officer = await host.Visit().OpenAsync($"{FormPage}?number=P1AA-0001");

        officer.Document.QuerySelector("#formNumber")!.GetAttribute("value").ShouldBe("P1AA-0001");
        await officer.PressAsync("Save what is on the paper", ("receivedOn", "2026-10-05"), ("q-hear", ""), ("q-first", ""));

        officer.Text(".done").ShouldBe("Form P1AA-0001 is checked, and counts as a response. Its reference is 7K2M-9Q4T.");
    }

    [Fact]
    public async Task What_two_people_read_differently_is_pointed_at_without_saying_what_the_other_read()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("KeyPaperForm", ConsultationReplies.Keyed("DIFFERS", differing: "\"received\", \"calls\""));
        using var officer = await host.Visit().OpenAsync($"{FormPage}?number=P1AA-0001");

        await officer.PressAsync("Save what is on the paper", ("receivedOn", "2026-10-05"), ("q-calls", "12"), ("q-hear", ""), ("q-first", ""), ("q-words", "One person."));
        officer.Problems.ShouldBe(
            ["Two people read differently the day it was received. Look at the paper again", "Question 3: two people read this differently. Look at the paper again"]);
        officer.Document.QuerySelector("#q-calls")!.GetAttribute("value").ShouldBe("12");
        officer.Text("#q-words").ShouldBe("One person.");
        var first = host.GraphQL.LastInput("KeyPaperForm").GetProperty("idempotencyKey").GetString();
        await officer.PressAsync("Save what is on the paper", ("q-calls", "21"));

        // It is another reading of the paper, and no repeat of the first.
        host.GraphQL.LastInput("KeyPaperForm").GetProperty("idempotencyKey").GetString().ShouldNotBe(first);
    }

    [Fact]
    public async Task What_cannot_be_read_is_said_at_its_question_before_anything_is_sent()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync(FormPage);

        await officer.PressAsync("Save what is on the paper", ("q-calls", "a dozen"), ("q-first-place-0", "1"), ("q-first-place-1", "1"), ("q-hear", ""), ("q-first", ""));

        officer.Problems.ShouldBe(
        [
            "Enter the number written on the form", "Enter the day the form reached us", "Question 3: Enter a whole number from 0 to 100",
            "Question 5: Give each answer a place of its own",
        ]);
        foreach (var link in officer.Document.QuerySelectorAll(".govuk-error-summary a"))
            officer.Document.QuerySelector(link.GetAttribute("href")!).ShouldNotBeNull();
        host.GraphQL.Executed.ShouldNotContain(e => e.Operation == "KeyPaperForm");
    }

    [Fact]
    public async Task A_refusal_stands_at_the_question_or_field_it_is_about()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("KeyPaperForm", Replies.Refused("keyPaperForm", "paperOutcome", "ANSWER_REQUIRED", "Answer this question", "P6"));
        using var officer = await host.Visit().OpenAsync(FormPage);

        await officer.PressAsync("Save what is on the paper", ("formNumber", "P1AA-0001"), ("receivedOn", "2026-10-05"), ("q-hear", ""), ("q-first", ""));
        officer.Problems.ShouldBe(["Question 1: Answer this question"]);
        officer.Text("#q-P6-error").ShouldContain("Answer this question");
        host.GraphQL.Data("KeyPaperForm", Replies.Refused("keyPaperForm", "paperOutcome", "DATE_IN_FUTURE", "Enter the day the form reached us, which cannot be in the future", "receivedOn"));
        await officer.PressAsync("Save what is on the paper");

        officer.Text("#receivedOn-error").ShouldContain("cannot be in the future");
    }

    [Fact]
    public async Task Where_a_survey_asks_several_groups_who_filled_it_in_is_said()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("PaperQuestions", ConsultationReplies.PaperQuestions("null")).Data("KeyPaperForm", ConsultationReplies.Keyed("WAITS_FOR_CHECK"));
        using var officer = await host.Visit().OpenAsync($"{FormPage}?version=EasyRead-en");

        await officer.PressAsync("Save what is on the paper", ("formNumber", "P1AA-0001"), ("receivedOn", "2026-10-05"), ("q-hear", ""), ("q-first", ""));
        officer.Problems.ShouldBe(["Choose who filled it in"]);
        await officer.PressAsync("Save what is on the paper", ("audience", "ORGANISATIONS"));

        host.GraphQL.LastInput("KeyPaperForm").GetProperty("audience").GetString().ShouldBe("ORGANISATIONS");
        host.GraphQL.LastInput("KeyPaperForm").GetProperty("rendition").GetString().ShouldBe("EASY_READ");
    }

    [Fact]
    public async Task A_file_is_taken_whole()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ImportPaperBatch", """{ "importPaperBatch": { "batchReport": { "taken": 2, "problems": [] }, "errors": null } }""");
        using var officer = await host.Visit().OpenAsync(ImportPage);

        await SendFileAsync(officer, "form,received\r\nP1,2026-10-01\r\nP2,2026-10-02\r\n");

        officer.Response.Headers.Location!.ToString().ShouldBe($"{ConsultationReplies.Paper}?done=taken&number=2");
        host.GraphQL.LastInput("ImportPaperBatch").GetProperty("file").GetString().ShouldStartWith("form,received");
        host.GraphQL.LastInput("ImportPaperBatch").GetProperty("keyedBy").GetString().ShouldBe("VHlwMg");
        (await officer.OpenAsync($"{ConsultationReplies.Paper}?done=taken&number=2")).Text(".done").ShouldBe("The file is taken: 2 forms count as responses.");
    }

    [Fact]
    public async Task A_file_with_mistakes_is_reported_row_by_row_and_not_taken()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ImportPaperBatch", """
            { "importPaperBatch": { "batchReport": { "taken": 0, "problems": [
              { "row": 1, "column": "recieved", "problem": "The survey has no question with this key", "remedy": "Take the column out" },
              { "row": 0, "column": "", "problem": "There is no form in this file", "remedy": "Add a row for each form" } ] }, "errors": null } }
            """);
        using var officer = await host.Visit().OpenAsync(ImportPage);

        await SendFileAsync(officer, "form,recieved\r\n");

        officer.Response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await officer.Response.Content.ReadAsStringAsync();
        page.ShouldContain("No form was taken: 2 things are wrong in the file");
        page.ShouldContain("The survey has no question with this key");
        page.ShouldContain("value=\"VHlwMg\"");
    }

    [Fact]
    public async Task A_file_in_an_older_encoding_is_refused_before_its_letters_are_lost()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync(ImportPage);

        await SendFileAsync(officer, Encoding.Latin1.GetBytes("form,received,words\r\nP1,2026-10-01,café\r\n"));

        (await officer.Response.Content.ReadAsStringAsync()).ShouldContain("Save it as “CSV UTF-8”");
        host.GraphQL.Executed.ShouldNotContain(e => e.Operation == "ImportPaperBatch");
    }

    [Fact]
    public async Task A_code_that_is_nobodys_is_said_at_its_field()
    {
        await using var host = await StartAsync();
        host.GraphQL.Fail("ImportPaperBatch", "ID_INVALID");
        using var officer = await host.Visit().OpenAsync(ImportPage);

        await SendFileAsync(officer, "form,received\r\nP1,2026-10-01\r\n");

        (await officer.Response.Content.ReadAsStringAsync()).ShouldContain("This is no typing code.");
    }

    [Fact]
    public async Task The_template_has_the_columns_that_the_page_explains()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync(ImportPage);
        var explained = officer.Texts("[aria-labelledby=columns] tbody th");

        await officer.OpenAsync($"{ConsultationReplies.Paper}/template.csv");

        officer.Html.ShouldBe(string.Join(',', explained) + "\r\n");
        officer.Response.Content.Headers.ContentDisposition!.FileName.ShouldBe("paper-forms.csv");
    }

    [Fact]
    public async Task Who_may_not_type_in_forms_is_told_so()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("PaperForms", ConsultationReplies.PaperForms().Replace("paper.key", "paper.none", StringComparison.Ordinal));
        using var officer = await host.Visit().OpenAsync(ConsultationReplies.Paper);

        officer.Response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static Task SendFileAsync(Visitor officer, string file) => SendFileAsync(officer, Encoding.UTF8.GetBytes(file));

    private static async Task SendFileAsync(Visitor officer, byte[] file)
    {
        var form = officer.Document.Forms.Single(one => one.GetAttribute("enctype") == "multipart/form-data");
        using var content = new MultipartFormDataContent
        {
            { new StringContent(Visitor.FieldsOf(form)[PostForm.TokenField]), PostForm.TokenField }, { new StringContent("VHlwMg"), "keyedBy" }, { new ByteArrayContent(file), "file", "forms.csv" },
        };
        await officer.SendAndReadAsync(form.GetAttribute("action")!, content);
    }

    private static Task<PagesHost> StartAsync() => ConsultationTests.StartAsync();
}
