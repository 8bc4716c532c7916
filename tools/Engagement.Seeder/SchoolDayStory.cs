using Bogus;
using Engagement.Common;
using Engagement.Consultations;
using Engagement.Surveys;

namespace Engagement.Seeder;

/// <summary>A consultation that young people can answer now, also in Easy Read.</summary>
internal static class SchoolDayStory
{
    public const string Name = "school-day";

    private const int OpensOnDay = -8;
    private const int ClosesOnDay = 40;

    private static readonly RenditionName EasyRead = new(RenditionKind.EasyRead, "en");
    private static readonly string[] Agreement = ["agree", "neither", "disagree"];
    private static readonly string[] Places = ["classroom", "lunch", "corridor", "outside"];

    private static readonly string[] Said =
    [
        "I want to know who will teach me before the day starts.",
        "The bell is too loud. A light would be better.",
        "Please let me leave the lesson five minutes early so the corridor is empty.",
        "I like it when the same person helps me every day.",
        "A quiet room at lunch that you do not have to ask for.",
        "Tell us what you changed.",
        "I want to do PE my way.",
        "More time to answer when the teacher asks me something.",
    ];

    public static int Responses => Said.Length;

    private static Question[] Questions { get; } =
    [
        new("S1", QuestionKind.Agreement, "I feel safe at school", null, true, []),
        new("S2", QuestionKind.Agreement, "Somebody listens when I say what I need", null, true, []),
        new(
            "place",
            QuestionKind.SingleChoice,
            "Which part of the day should change first?",
            null,
            true,
            [
                new("classroom", "Lessons"),
                new("lunch", "Lunch and breaks"),
                new("corridor", "Going from room to room"),
                new("outside", "The way to school and home"),
            ]),
        new(DemonstrationSurvey.FreeTextKey, QuestionKind.FreeText, "What would make a good school day for you?", "Please do not name people or schools", true, []),
    ];

    private static RenderedItem[] EasyReadItems { get; } =
    [
        new("S1", "I feel safe at school.", null, [], AnswerScales.EasyReadAgreement.Key) { Symbol = "safe" },
        new("S2", "Someone listens to me.", "They hear what I need.", [], AnswerScales.EasyReadAgreement.Key) { Symbol = "listen" },
        new("place", "What should change first?", null, [], null)
        {
            Symbol = "change",
            OptionSymbols = [new("classroom", "teacher"), new("lunch", "lunch"), new("corridor", "walk"), new("outside", "bus")],
        },
        new(DemonstrationSurvey.FreeTextKey, "What makes a good school day?", "Please do not write names.", [], null) { Symbol = "school" },
    ];

    public static async Task TellAsync(Storyteller teller)
    {
        var consultation = await OpenAsync(teller);
        await SurveyAsync(teller);
        var wave = await teller.Surveys.OpenWaveAsync(
            new OpenWave(consultation, Storyteller.IdOf("instrument", $"{Name}:survey")), teller.OfficerOn(-9, $"{Name}:wave"), teller.CancellationToken);
        await teller.RespondAsync(Name, wave, OpensOnDay, -1, seed: 2026, Said, Answer);
    }

    private static async Task<Guid> OpenAsync(Storyteller teller)
    {
        var id = await teller.Consultations.DraftAsync(
            new DraftConsultation(
                "A good school day (demonstration)", "Youth Participation Officer", "Director of SEND", teller.Day(90), AudienceIncludesChildren: true),
            teller.OfficerOn(-25, Name),
            teller.CancellationToken);
        await teller.Consultations.SayWhatItIsAboutAsync(
            new SayWhatItIsAbout(id, [SubjectArea.SchoolAndCollege], []),
            teller.OfficerOn(-25, $"{Name}:subject"),
            teller.CancellationToken);
        await teller.Consultations.ChooseAudiencesAsync(
            new ChooseAudiences(id, [Audience.YoungPeople]), teller.OfficerOn(-25, $"{Name}:audiences"), teller.CancellationToken);
        await teller.Consultations.PublishProposalAsync(
            new PublishProposal(
                id,
                "Every school in the county writes down what makes a good day, with the young people who go there.",
                "Young people told us that small things make a day good or bad. Schools do not always know which.",
                "Schools would look at lessons, breaks and moving about. They would say each year what they changed."),
            teller.OfficerOn(-23, $"{Name}:proposal"),
            teller.CancellationToken);
        await teller.Consultations.LinkEqualityAnalysisAsync(
            new LinkEqualityAnalysis(id, "https://council.example.test/equality/school-day"),
            teller.OfficerOn(-22, $"{Name}:equality"),
            teller.CancellationToken);
        await teller.Consultations.AddRenditionAsync(
            new AddRendition(id, RenditionKind.EasyRead, "en", "Youth reader", "https://council.example.test/school-day/easy-read"),
            teller.OfficerOn(-15, $"{Name}:easy-read"),
            teller.CancellationToken);
        await teller.Consultations.OpenAsync(
            new OpenConsultation(id, teller.Day(OpensOnDay), teller.Day(ClosesOnDay), null),
            teller.OfficerOn(-10, $"{Name}:open"),
            teller.CancellationToken);
        return id;
    }

    private static async Task SurveyAsync(Storyteller teller)
    {
        await teller.SurveyAsync($"{Name}:survey", -20, "A good school day (demonstration)", Questions);
        var instrument = Storyteller.IdOf("instrument", $"{Name}:survey");
        await teller.Surveys.WriteRenditionAsync(
            new WriteRendition(instrument, EasyRead, 1, EasyReadItems), teller.OfficerOn(-18, $"{Name}:survey:easy-read"), teller.CancellationToken);
        await teller.Surveys.ApproveRenditionAsync(
            new ApproveRendition(instrument, EasyRead, 1, "Youth reader"),
            teller.OfficerOn(-16, $"{Name}:survey:easy-read-approved") with { ActorRole = "youth-participation-officer" },
            teller.CancellationToken);
    }

    private static IReadOnlyList<GivenAnswer> Answer(Randomizer random) =>
    [
        new("S1", random.ArrayElement(Agreement), null),
        new("S2", random.ArrayElement(Agreement), null),
        new("place", random.ArrayElement(Places), null),
    ];
}
