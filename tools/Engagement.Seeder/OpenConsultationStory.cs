using Engagement.Common;
using Engagement.Consultations;
using Engagement.Feedback;
using Engagement.Surveys;

namespace Engagement.Seeder;

/// <summary>A consultation that anyone can answer now, with answers that officers have only begun to read.</summary>
internal static class OpenConsultationStory
{
    public const string Name = "short-breaks";
    public const int Responses = 20;

    private const int OpensOnDay = -14;
    private const int ClosesOnDay = 42;
    private const int Read = 3;

    private static readonly string[] Said =
    [
        "A Saturday club in our town would let us all breathe.",
        "Two hours every week are worth more to us than one week in summer.",
        "The club is good but the waiting list is a year.",
        "My daughter is 15 and there is nothing for her age.",
        "Transport to the activity is the problem, not the activity.",
        "Please keep the swimming sessions.",
        "I would like to choose the person who looks after my son.",
        "Tell us the dates earlier so that we can plan our shifts.",
        "We were told we do not qualify, but not why.",
        "My brother likes it because he is not the only one there.",
        "More staff who can use signs.",
        "It should not matter which side of the river you live on.",
        "An overnight stay twice a year keeps us going.",
        "Booking by telephone in school hours does not work for people who work.",
        "Let young people plan the activities themselves.",
        "We have never heard of short breaks before this survey.",
    ];

    public static async Task TellAsync(Storyteller teller)
    {
        var consultation = await OpenAsync(teller);
        await teller.SurveyAsync(
            $"{Name}:survey",
            -29,
            "Short breaks survey (demonstration)",
            DemonstrationSurvey.Questions("Short breaks give my family what we need", "What would make short breaks better for your family?"));
        await WriteEasyReadAsync(teller, Storyteller.IdOf("instrument", $"{Name}:survey"));
        var wave = await teller.Surveys.OpenWaveAsync(
            new OpenWave(consultation, Storyteller.IdOf("instrument", $"{Name}:survey")),
            teller.OfficerOn(-16, $"{Name}:wave"),
            teller.CancellationToken);

        string?[] responses = [.. Said, .. Enumerable.Repeat((string?)null, Responses - Said.Length)];
        // Not up to today: nobody has answered later than now.
        var views = await teller.RespondAsync(Name, wave, OpensOnDay, -1, seed: 2024, responses, DemonstrationSurvey.Answer);
        await BeginReadingAsync(teller, consultation, views);
    }

    /// <summary>Few words and pictures, for young people too.</summary>
    private static async Task WriteEasyReadAsync(Storyteller teller, Guid instrument)
    {
        await teller.Surveys.WriteRenditionAsync(
            new WriteRendition(
                instrument,
                StrategyRendition.EasyRead,
                1,
                [
                    new("P1", "Short breaks help my family.", null, [], AnswerScales.EasyReadAgreement.Key) { Symbol = "holiday" },
                    new(
                        "phase",
                        "What kind of school is it?",
                        "If there is more than one child, think of one.",
                        [new("early-years", "Nursery"), new("primary", "First school"), new("secondary", "Big school"), new("post-16", "College or work")],
                        null)
                    {
                        Symbol = "school",
                        OptionSymbols = StrategyRendition.SchoolSymbols,
                    },
                    new(DemonstrationSurvey.FreeTextKey, "What would make short breaks better?", "Please do not write names.", [], null) { Symbol = "idea" },
                ]),
            teller.OfficerOn(-25, $"{Name}:survey:easy-read"),
            teller.CancellationToken);
        await teller.Surveys.ApproveRenditionAsync(
            new ApproveRendition(instrument, StrategyRendition.EasyRead, 1, "Youth reader"),
            teller.OfficerOn(-21, $"{Name}:survey:easy-read-approved") with { ActorRole = "youth-participation-officer" },
            teller.CancellationToken);
    }

    private static async Task<Guid> OpenAsync(Storyteller teller)
    {
        var id = await teller.Consultations.DraftAsync(
            new DraftConsultation(
                "Short breaks for families (demonstration)",
                "Short Breaks Commissioner",
                "Corporate Director, Children and Young People",
                teller.Day(120),
                AudienceIncludesChildren: true),
            teller.OfficerOn(-30, Name),
            teller.CancellationToken);
        await teller.Consultations.SayWhatItIsAboutAsync(
            new SayWhatItIsAbout(id, [SubjectArea.CareAndShortBreaks], []),
            teller.OfficerOn(-29, $"{Name}:subject"),
            teller.CancellationToken);
        await teller.Consultations.PublishProposalAsync(
            new PublishProposal(
                id,
                "Clubs in every district at weekends, and fewer places at the two residential centres.",
                "Many families never get a place. Clubs near home reach more of them for the same money.",
                "About 300 more families would get a regular break. About 40 would have fewer nights at a centre."),
            teller.OfficerOn(-28, $"{Name}:proposal"),
            teller.CancellationToken);
        await teller.Consultations.LinkEqualityAnalysisAsync(
            new LinkEqualityAnalysis(id, "https://council.example.test/equality/short-breaks"),
            teller.OfficerOn(-27, $"{Name}:equality"),
            teller.CancellationToken);
        await teller.Consultations.AddRenditionAsync(
            new AddRendition(id, RenditionKind.EasyRead, "en", "Youth reader", "https://council.example.test/short-breaks/easy-read"),
            teller.OfficerOn(-20, $"{Name}:easy-read"),
            teller.CancellationToken);
        await teller.Consultations.OpenAsync(
            new OpenConsultation(id, teller.Day(OpensOnDay), teller.Day(ClosesOnDay), null),
            teller.OfficerOn(-17, $"{Name}:open"),
            teller.CancellationToken);
        return id;
    }

    private static async Task BeginReadingAsync(Storyteller teller, Guid consultation, IReadOnlyList<Guid?> views)
    {
        var theme = await teller.Feedback.OpenThemeAsync(
            new OpenTheme(consultation, "Clubs near home", "Families want regular breaks close to where they live."),
            teller.OfficerOn(-1, $"{Name}:theme"),
            teller.CancellationToken);
        foreach (var (view, number) in views.OfType<Guid>().Take(Read).Select((view, i) => (view, i + 1)))
        {
            await teller.Feedback.CodeViewAsync(
                new CodeView(view, theme), teller.OfficerOn(-1, $"{Name}:code-{number}"), teller.CancellationToken);
        }
    }
}
