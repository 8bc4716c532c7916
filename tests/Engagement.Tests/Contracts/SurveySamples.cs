using Engagement.Common;
using Engagement.Consultations;
using Engagement.Surveys;
using static Engagement.Tests.Contracts.EventSamples;

namespace Engagement.Tests.Contracts;

internal static class SurveySamples
{
    private static readonly RenditionName EasyRead = new(RenditionKind.EasyRead, "en");

    private static readonly Question Phase = new(
        "phase",
        QuestionKind.SingleChoice,
        "Which phase is your child in?",
        "Choose the one that fits best",
        true,
        [new QuestionOption("primary", "Primary"), new QuestionOption("secondary", "Secondary")])
    {
        Section = "about-you",
        ShownWhen = [new Condition("at-school", ["yes"])],
        AboutYou = true,
        Range = new NumberRange(0, 25, true),
        Tags = ["phase"],
    };

    public static IReadOnlyList<object> All { get; } =
    [
        new InstrumentDrafted("Strategy survey"),
        new StatementAdded(
            new Question(
                "P1",
                QuestionKind.Agreement,
                "I am confident my child's school can meet their needs",
                "Think of the last year",
                false,
                [.. AnswerScales.Agreement.Points, OtherAnswers.NotSure])
            {
                Scale = AnswerScales.Agreement.Key,
                Section = "school",
                ShownWhen = [new Condition("at-school", ["yes", "part-time"])],
                Tags = ["measure-1"],
            }),
        new QuestionAdded(Phase),
        new SectionAdded(new Section("school", "About school", "Think of the last year", [new Condition("at-school", ["yes"])])),
        new SectionChanged(new Section("school", "Your child's school", "Think of the last year", [new Condition("at-school", ["yes"])])),
        new QuestionMoved("P1", 1),
        new SectionMoved("school", 1),
        new QuestionChanged(Phase with { Text = "Which phase is your child in now?" }),
        new QuestionRemoved("phase"),
        new SectionRemoved("school"),
        new ContinuityDeclared("P1", Continuity.SameMeaning),
        new InstrumentVersionPublished(2, [new QuestionContinuity("P1", Continuity.SameMeaning)]),
        new NewVersionDrafted(3),
        new DraftDiscarded(3),
        new RenditionWritten(
            EasyRead,
            3,
            [
                new RenderedItem(
                    "P1",
                    "School can help my child",
                    "Think of this year",
                    [new QuestionOption("easy-agree", "Yes"), new QuestionOption("easy-neither", "In the middle"), new QuestionOption("easy-disagree", "No")],
                    AnswerScales.EasyReadAgreement.Key)
                {
                    Symbol = "school",
                    OptionSymbols = [new OptionSymbol("easy-agree", "yes")],
                },
            ],
            new RenditionAuthor("Participation officer", PersonId)),
        new RenditionEquivalenceApproved(EasyRead, 3, "Youth reader", AnotherPersonId),
        new ScaleMappingRecorded(
            new ScaleMapping(AnswerScales.EasyReadAgreement.Key, AnswerScales.Agreement.Key, [new ScalePoint("easy-agree", "agree")]),
            "Read by twelve young people who said so",
            "Analyst"),
        new WaveScheduled(
            InstrumentId,
            "Parents in June 2019",
            Audience.ParentsAndCarers,
            ConsultationId,
            WaveFrequency.TwiceAYear,
            new DateOnly(2019, 6, 3),
            new DateOnly(2019, 6, 30)),
        new InvitationListFixed(new InvitationList(1200, 40)),
        new WaveOpened(ConsultationId, InstrumentId, 1, new DateOnly(2024, 9, 23), new DateOnly(2024, 11, 10), DenominatorSetId),
        new WaveVersionChanged(2),
        new WaveExtended(new DateOnly(2024, 11, 11), "The printed copies came late"),
        new WaveClosed(new DateOnly(2024, 11, 11)),
        new WaveReopened("The link did not work on the last day", new DateOnly(2024, 11, 15)),
        new ResponseSubmitted(
            WaveId,
            ConsultationId,
            InstrumentId,
            1,
            SubjectId,
            "SEND-7F3K-92QX",
            "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            Channel.Paper,
            Content,
            "Held up in the post",
            SubmittedAt),
        new AboutYouGiven(Words),
        new ResponseAmended(2, Content with { Proxy = true }, SubmittedAt.AddDays(1)),
        new PaperResponseKeyed(SubjectId, ThemeId),
        new ResponseVoided(VoidReason.Duplicate),
        new ResponseWithdrawn(true),
    ];

    private static ResponseContent Content => new(
        false,
        Audience.ParentsAndCarers,
        RenditionKind.EasyRead,
        "en",
        "E07000114",
        "autism",
        "primary",
        [
            new Answer("P1", ["agree"], null, null, [], null),
            new Answer("hours", [], 12.5m, new DateOnly(2024, 9, 2), ["transport", "staff"], null),
            new Answer("change", [], null, null, [], ViewId),
        ]);
}
