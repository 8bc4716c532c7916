using System.Text.Json;
using Engagement.Common;
using Engagement.Surveys;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Bench.Benchmarks;

/// <summary>
/// An open survey as a council asks it: twelve questions on a scale, two of which several answers are chosen, the district, which is about the
/// person, and two in people's own words.
/// </summary>
internal static class LongSurvey
{
    public const string District = "district";
    public const string ScaleQuestion = "s1";
    public const string FirstWords = "change";
    public const string MoreWords = "else";

    /// <summary>It has been open for some weeks, so that answers come from many days.</summary>
    public const int OpenSinceDays = 28;

    /// <summary>The number of the last question, which is for words; the first is a statement to agree with.</summary>
    public const int LastQuestion = Agreements + Satisfactions + 5;

    private const int Agreements = 8;
    private const int Satisfactions = 4;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private static readonly string[] Places = [.. Engagement.Common.District.All.Select(d => d.Code)];
    private static readonly QuestionOption[] Sources =
    [
        new("school", "School"), new("local-offer", "The Local Offer"), new("forum", "A parents' forum"), new("friends", "Friends and family"), new("health", "A health service"),
    ];

    private static readonly QuestionOption[] Supports =
    [
        new("speech", "Speech and language therapy"), new("transport", "Transport"), new("respite", "Short breaks"), new("advice", "Advice"),
        new("equipment", "Equipment"), new("mental-health", "Help with mental health"),
    ];

    private static readonly string[] Sentences =
    [
        "We waited a year for speech therapy and nobody told us why.",
        "The move to secondary school works when both schools meet us before the summer.",
        "Transport comes late on most mornings, and my child misses the first lesson.",
        "One person who knows our story would save us telling it five times.",
        "The plan was clear and the school does what it says.",
        "I could not find on the website what we can ask for.",
        "Short breaks are booked out months ahead in our district.",
        "The letters are written for lawyers and not for families.",
    ];

    /// <summary>Returns the wave.</summary>
    public static async Task<Guid> OpenAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var opens = LondonCalendar.DayOf(now).AddDays(-OpenSinceDays);
        var officer = new CommandContext("participation-officer", OccurredAt: now.AddDays(-OpenSinceDays));
        var consultation = await OpenedConsultation.OpenAsync(services, officer, opens, opens.AddDays(56), cancellationToken);
        var surveys = services.GetRequiredService<SurveyCommands>();
        var instrument = await surveys.DraftInstrumentAsync(new DraftInstrument("Support at school, in full"), officer, cancellationToken);
        for (var i = 1; i <= Agreements; i++)
        {
            await surveys.AddStatementAsync(
                new AddStatement(instrument, $"s{i}", $"Statement {i}: I am confident that my child's needs are met", null, Optional: true), officer, cancellationToken);
        }

        foreach (var question in Questions())
            await surveys.AddQuestionAsync(question with { InstrumentId = instrument }, officer, cancellationToken);
        await surveys.PublishInstrumentVersionAsync(new PublishInstrumentVersion(instrument), officer, cancellationToken);
        return await surveys.OpenWaveAsync(new OpenWave(consultation, instrument), officer, cancellationToken);
    }

    /// <summary>What the person of a number answers. Everybody says something in words, half of them to the one question and half to the other.</summary>
    public static IReadOnlyList<GivenAnswer> Answers(int number)
    {
        var random = new Random(number);
        var answers = new List<GivenAnswer>();
        for (var i = 1; i <= Agreements; i++)
            answers.Add(Choice($"s{i}", AnswerScales.Agreement.Points[random.Next(5)].Key));
        for (var i = Agreements + 1; i <= Agreements + Satisfactions; i++)
            answers.Add(Choice($"s{i}", AnswerScales.Satisfaction.Points[random.Next(5)].Key));
        answers.Add(Several("sources", Sources, random));
        answers.Add(Several("supports", Supports, random));
        answers.Add(Choice(District, Places[random.Next(Places.Length)]));
        answers.Add(new GivenAnswer(number % 2 == 0 ? FirstWords : MoreWords, null, Words(random, number)));
        return answers;
    }

    /// <summary>The same as GraphQL takes them.</summary>
    public static string AnswersAsJson(int number) => JsonSerializer.Serialize(Answers(number), Json);

    /// <summary>Where the words of a person are.</summary>
    public static string WordsOf(int number) => number % 2 == 0 ? FirstWords : MoreWords;

    private static IEnumerable<AddQuestion> Questions()
    {
        for (var i = Agreements + 1; i <= Agreements + Satisfactions; i++)
            yield return new AddQuestion(Guid.Empty, $"s{i}", QuestionKind.Satisfaction, $"Question {i}: how satisfied are you with the help you get?", null, Optional: true, []);
        yield return new AddQuestion(Guid.Empty, "sources", QuestionKind.MultipleChoice, "Where do you get information?", null, Optional: true, Sources);
        yield return new AddQuestion(Guid.Empty, "supports", QuestionKind.MultipleChoice, "Which support do you use?", null, Optional: true, Supports);
        yield return new AddQuestion(
            Guid.Empty,
            District,
            QuestionKind.SingleChoice,
            "Which district do you live in?",
            null,
            Optional: true,
            [.. Engagement.Common.District.All.Select(d => new QuestionOption(d.Code, d.Name))])
        {
            Details = new QuestionDetails { AboutYou = true, Tags = [QuestionTags.District] },
        };
        yield return new AddQuestion(Guid.Empty, FirstWords, QuestionKind.FreeText, "What one change would help most?", null, Optional: true, []);
        yield return new AddQuestion(Guid.Empty, MoreWords, QuestionKind.FreeText, "Is there anything else you want to tell us?", null, Optional: true, []);
    }

    private static string Words(Random random, int number) =>
        $"{Sentences[random.Next(Sentences.Length)]} {Sentences[random.Next(Sentences.Length)]} ({number:D8})";

    private static GivenAnswer Choice(string question, string option) => new(question, option, null);

    private static GivenAnswer Several(string question, QuestionOption[] options, Random random)
    {
        var first = random.Next(options.Length);
        return new GivenAnswer(question, null, null) { OptionKeys = [options[first].Key, options[(first + 1) % options.Length].Key] };
    }
}
