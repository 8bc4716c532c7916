using Engagement.Web.Reading;

namespace Engagement.Web.Tests.Voice;

/// <summary>The account and the e-mails of a young person, in every state, are in Easy Read as the other pages of Your Voice are.</summary>
public sealed class YoungPeoplesAccounts
{
    private const int MostWordsInASentence = 15;
    private const double HighestGrade = 3;

    private const string Erasure = """{ "receivedOn": "2026-11-22", "answerBy": "2026-12-22", "outcome": null, "erasedAt": null }""";

    private const string Choices = """
        { "kinds": ["ENTRY_PUBLISHED"], "frequency": "DAILY", "leavesTheNight": true, "audience": "YOUNG_PEOPLE", "interests": ["YOUNG_PEOPLE"],
          "about": [], "districts": [], "address": "y…@example.test", "token": "chosen", "isConfirmed": true, "isStopped": false, "isRefused": false }
        """;

    private static readonly string NotConfirmed = Choices.Replace("\"isConfirmed\": true", "\"isConfirmed\": false", StringComparison.Ordinal);
    private static readonly string Stopped = Choices.Replace("\"isStopped\": false", "\"isStopped\": true", StringComparison.Ordinal);
    private static readonly string Refused = Choices.Replace("\"isRefused\": false", "\"isRefused\": true", StringComparison.Ordinal);
    private static readonly string Nothing = Choices.Replace("[\"YOUNG_PEOPLE\"]", "[]", StringComparison.Ordinal);

    /// <summary>Each page in each of its states: what is allowed, what was chosen of e-mails, and how a request for erasure stands.</summary>
    public static TheoryData<string, string, string, string> Pages
    {
        get
        {
            var pages = new TheoryData<string, string, string, string>();
            foreach (var choices in new[] { "null", Choices, NotConfirmed, Stopped, Refused, Nothing })
            {
                pages.Add("/me", "\"CONTACT\"", choices, "null");
                pages.Add(MyEmailsTests.Voice, "\"CONTACT\"", choices, "null");
            }

            foreach (var permissions in new[] { "", "\"QUOTE\"", "\"CONTACT\", \"QUOTE\"" })
            {
                pages.Add("/me", permissions, Choices, "null");
                pages.Add("/me/permissions", permissions, Choices, "null");
                pages.Add(MyEmailsTests.Voice, permissions, Choices, "null");
            }

            foreach (var erasure in new[] { "null", Erasure, With("GRANTED"), With("PARTLY"), With("REFUSED"), Erasure.Replace("\"erasedAt\": null", "\"erasedAt\": \"2026-11-24T10:00:00Z\"", StringComparison.Ordinal) })
            {
                pages.Add("/me/erasure", "\"CONTACT\"", Choices, erasure);
                if (erasure != "null")
                    pages.Add("/me", "\"CONTACT\"", Choices, erasure);
            }

            foreach (var address in new[] { "/me/data", "/me/data/RXhwb3J0", "/me/journeys", $"{MyEmailsTests.Voice}?about=travel", $"{MyEmailsTests.Voice}/stop" })
                pages.Add(address, "\"CONTACT\"", Choices, "null");
            foreach (var address in new[] { EmailTests.Choices, $"{EmailTests.Choices}/stop", EmailTests.Confirm })
            {
                pages.Add(address, "\"CONTACT\"", Choices, "null");
                pages.Add(address, "\"CONTACT\"", Stopped, "null");
                pages.Add(address, "\"CONTACT\"", NotConfirmed, "null");
            }

            pages.Add(EmailTests.Answer, "\"CONTACT\"", Choices, "null");
            return pages;

            static string With(string outcome) => Erasure.Replace("\"outcome\": null", $"\"outcome\": \"{outcome}\"", StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Our_sentences_are_short(string address, string permissions, string choices, string erasure)
    {
        using var person = await OpenAsync(address, permissions, choices, erasure);

        person.Document.QuerySelector("body")!.ClassList.ShouldContain("site-voice");
        person.Texts("main :is(h1, h2, p, li, label, legend, summary, .govuk-hint, .govuk-inset-text):not([lang])")
            .SelectMany(Readability.Sentences)
            .Where(sentence => sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length > MostWordsInASentence)
            .ShouldBeEmpty();
    }

    /// <summary>Together: on one of them a single long word would decide.</summary>
    [Fact]
    public async Task Our_words_ask_for_three_years_of_school()
    {
        var sentences = new HashSet<string>();
        foreach (object[] page in Pages)
        {
            using var person = await OpenAsync((string)page[0], (string)page[1], (string)page[2], (string)page[3]);
            sentences.UnionWith(PlainWords.OwnSentences(person.Document));
        }

        var grade = Readability.Grade(sentences);
        grade.ShouldBeLessThanOrEqualTo(HighestGrade, string.Join('\n', sentences.OrderByDescending(sentence => Readability.Grade([sentence])).Take(10)));
    }

    [Fact]
    public async Task Each_thing_that_an_account_can_do_has_a_picture_to_its_left()
    {
        using var person = await OpenAsync("/me", "\"CONTACT\"", Choices, "null");

        var ideas = person.Document.QuerySelectorAll("main .idea");
        ideas.Length.ShouldBe(8);
        ideas.ShouldAllBe(idea => idea.FirstElementChild!.LocalName == "svg");
        person.Document.QuerySelector("main a[href='/your-voice/come-back']").ShouldNotBeNull();
    }

    private static async Task<Visitor> OpenAsync(string address, string permissions, string choices, string erasure)
    {
        await using var host = await PagesHost.StartAsync();
        var me = $$"""
            "me": { "signedIn": true, "role": "young-person", "emailAddress": "young@example.test", "participant": { "ageBand": "FROM13_TO15", "permissions": [{{permissions}}] },
              "erasure": {{erasure}}, "journeys": { "nodes": [], "pageInfo": null } }
            """;
        var own = $$"""{ {{me}}, "notificationChoices": {{choices}} }""";
        EmailTests.Set(host.GraphQL);
        host.GraphQL.Data("Me", own).Data("MyEmails", own)
            .Data("MyJourneys", AccountTests.MyJourneys.Replace("\"signedIn\": true", "\"signedIn\": true, \"role\": \"young-person\"", StringComparison.Ordinal))
            .Data("SubjectExport", AccountTests.Export.Replace("parent-or-carer", "young-person", StringComparison.Ordinal))
            .Data("EmailChoices", $$"""{ "notificationChoices": {{choices}} }""")
            .Data("EmailQuestion", """
                { "notificationQuestion": { "audience": "YOUNG_PEOPLE", "answer": null,
                  "entry": { "id": "RW50cnkx", "slug": "one-page-guide-4t8w2n", "state": "WE_DID", "youSaid": "The letters are long.", "weDid": "They are one page now." } } }
                """);
        return await host.Visit().OpenAsync(address);
    }
}
