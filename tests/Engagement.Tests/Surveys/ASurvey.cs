using Engagement.Common;
using Engagement.Consultations;
using Engagement.Participants;
using Engagement.Surveys;

namespace Engagement.Tests.Surveys;

/// <summary>
/// A survey with a question of every kind, open from 23 September to 10 November 2024, in a consultation that lets late answers count until the 21st.
/// </summary>
internal static class ASurvey
{
    public static readonly DateOnly Today = new(2024, 10, 1);
    public static readonly Guid WaveId = Guid.Parse("33333333-3333-4333-8333-333333333333");
    public static readonly Guid ConsultationId = Guid.Parse("44444444-4444-4444-8444-444444444444");
    public static readonly Guid InstrumentId = Guid.Parse("55555555-5555-4555-8555-555555555555");

    private static readonly IReadOnlyList<QuestionOption> Helps = [new("transport", "Transport"), new("staff", "Staff"), new("space", "A quiet space")];

    private static readonly Question P1 =
        new("P1", QuestionKind.Agreement, "I am confident", null, false, [.. AnswerScales.Agreement.Points, OtherAnswers.NotSure])
        {
            Scale = AnswerScales.Agreement.Key,
        };

    private static readonly IReadOnlyList<Question> Questions =
    [
        P1,
        new("at-school", QuestionKind.SingleChoice, "Is your child at school?", null, true, [new("yes", "Yes"), new("no", "No")]),
        new("hours", QuestionKind.Number, "How many hours a day?", null, false, [])
        {
            Range = new NumberRange(0, 8, WholeNumbers: true),
            ShownWhen = [new Condition("at-school", ["yes"])],
        },
        new("helps", QuestionKind.MultipleChoice, "What helps?", null, true, [.. Helps, OtherAnswers.NotSure]),
        new("first", QuestionKind.Ranking, "What first?", null, true, [.. Helps, OtherAnswers.NotSure]),
        new("since", QuestionKind.Date, "Since when?", null, true, []),
        new("change", QuestionKind.FreeText, "What would you change?", null, true, []),
        new("district", QuestionKind.SingleChoice, "Where do you live?", null, true, [new("E07000114", "Thanet"), OtherAnswers.PreferNotToSay])
        {
            AboutYou = true,
            Tags = [QuestionTags.District],
        },
        new("describe", QuestionKind.FreeText, "How would you describe yourself?", null, true, []) { AboutYou = true },
    ];

    public static readonly Survey TheSurvey = new(
        new WaveSheet(WaveId, ConsultationId, InstrumentId, 1, new DateOnly(2024, 9, 23), new DateOnly(2024, 11, 10), null)
        {
            Audience = Audience.ParentsAndCarers,
            LateUntil = new DateOnly(2024, 11, 21),
        },
        Questions)
    {
        Renditions =
        [
            new SurveyRendition(
                new RenditionName(RenditionKind.EasyRead, "en"),
                [P1 with { Options = AnswerScales.EasyReadAgreement.Points, Scale = AnswerScales.EasyReadAgreement.Key }],
                []),
        ],
    };

    public static readonly Submission TheSubmission = new(
        Guid.Parse("66666666-6666-8666-8666-666666666666"),
        Guid.Parse("77777777-7777-4777-8777-777777777777"),
        "SEND-7F3K-92QX",
        "hash",
        new DateTimeOffset(2024, 10, 1, 9, 0, 0, TimeSpan.Zero),
        // Sealing is not part of the decision: a stand-in that can be read in the expectation.
        words => new PersonalText(Guid.Parse("77777777-7777-4777-8777-777777777777"), $"sealed({words})"));

    public static GivenAnswer Chose(string key, params string[] options) => new(key, null, null) { OptionKeys = options };

    public static GivenAnswer Said(string key, string words) => new(key, null, words);

    public static GivenAnswer Number(string key, decimal number) => new(key, null, null) { Number = number };

    public static GivenAnswer Ranked(string key, params string[] options) => new(key, null, null) { Ranking = options };

    public static GivenAnswer On(string key, DateOnly date) => new(key, null, null) { Date = date };

    public static Answer Option(string key, params string[] options) => new(key, options, null, null, [], null);

    public static Answer Words(string key, Guid viewId) => new(key, [], null, null, [], viewId);

    public static ResponseContent Content(params Answer[] answers) => new(
        Proxy: false, Audience.ParentsAndCarers, RenditionKind.Standard, "en", District: null, Need: null, Phase: null, answers);

    public static ResponseSubmitted Submitted(params Answer[] answers) => new(
        WaveId,
        ConsultationId,
        InstrumentId,
        1,
        TheSubmission.SubjectId,
        TheSubmission.Reference,
        TheSubmission.SecretHash,
        Channel.Web,
        Content(answers),
        LateBecause: null,
        TheSubmission.SaidAt);
}
