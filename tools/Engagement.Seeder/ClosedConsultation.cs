using Engagement.Common;
using Engagement.Consultations;
using Engagement.Feedback;
using Engagement.Surveys;

namespace Engagement.Seeder;

/// <summary>A consultation that ran its time: its views are grouped, and its loops stand at every step there is.</summary>
internal static class ClosedConsultation
{
    public const string Name = "strategy";
    public const int Responses = 40;
    public const int DraftedOnDay = -150;

    private const int OpensOnDay = -140;
    private const int ClosesOnDay = -92;

    public static async Task TellAsync(Storyteller teller)
    {
        var consultation = await OpenAsync(teller);
        await teller.SurveyAsync(
            $"{Name}:survey",
            -149,
            "Strategy survey (demonstration)",
            DemonstrationSurvey.Questions(
                "I am confident my child's school or setting can meet their needs", "What one change would help your family most?"));
        var wave = await teller.Surveys.OpenWaveAsync(
            new OpenWave(consultation, Storyteller.IdOf("instrument", $"{Name}:survey")),
            teller.OfficerOn(-141, $"{Name}:wave"),
            teller.CancellationToken);

        string?[] words = [.. StrategyThemes.All.SelectMany(theme => theme.Said), StrategyThemes.Greeting, .. StrategyThemes.Unread];
        string?[] responses = [.. words, .. Enumerable.Repeat((string?)null, Responses - words.Length)];
        var views = await teller.RespondAsync(
            Name, wave, OpensOnDay, ClosesOnDay, seed: 2019, responses, DemonstrationSurvey.Answer);

        await CloseAsync(teller, consultation, wave);
        await GroupAsync(teller, consultation, views);
        await AnswerAsync(teller);
    }

    private static async Task<Guid> OpenAsync(Storyteller teller)
    {
        var id = await teller.Consultations.DraftAsync(
            new DraftConsultation(
                "SEND Strategy (demonstration)",
                "SEND Family Engagement Officer",
                "Cabinet Member for Education and Skills",
                teller.Day(-30),
                AudienceIncludesChildren: true),
            teller.OfficerOn(DraftedOnDay, Name),
            teller.CancellationToken);
        await teller.Consultations.SayWhatItIsAboutAsync(
            new SayWhatItIsAbout(id, [SubjectArea.SchoolAndCollege, SubjectArea.AssessmentsAndPlans, SubjectArea.InformationAndAdvice], []),
            teller.OfficerOn(DraftedOnDay, $"{Name}:subject"),
            teller.CancellationToken);
        await teller.Consultations.PublishProposalAsync(
            new PublishProposal(
                id,
                "A strategy for three years: support earlier, schools that include more children, and decisions explained in plain words.",
                "Families tell us they wait too long, hear different things from each service, and travel too far.",
                "More children supported in a school near home. Some specialist places would move over three years."),
            teller.OfficerOn(-148, $"{Name}:proposal"),
            teller.CancellationToken);
        await teller.Consultations.LinkEqualityAnalysisAsync(
            new LinkEqualityAnalysis(id, "https://council.example.test/equality/send-strategy"),
            teller.OfficerOn(-147, $"{Name}:equality"),
            teller.CancellationToken);
        await teller.Consultations.AddRenditionAsync(
            new AddRendition(id, RenditionKind.EasyRead, "en", "Youth reader", "https://council.example.test/send-strategy/easy-read"),
            teller.OfficerOn(-146, $"{Name}:easy-read"),
            teller.CancellationToken);
        await teller.Consultations.AddRenditionAsync(
            new AddRendition(id, RenditionKind.Paper, "en", "Participation officer", null),
            teller.OfficerOn(-146, $"{Name}:paper"),
            teller.CancellationToken);
        await teller.Consultations.OpenAsync(
            new OpenConsultation(id, teller.Day(OpensOnDay), teller.Day(ClosesOnDay - 1), null),
            teller.OfficerOn(-142, $"{Name}:open"),
            teller.CancellationToken);
        return id;
    }

    private static async Task CloseAsync(Storyteller teller, Guid consultation, Guid wave)
    {
        await teller.Consultations.ExtendClosingDateAsync(
            new ExtendClosingDate(consultation, teller.Day(ClosesOnDay), "The last day was a Sunday. People could ask us for help on the Monday."),
            teller.OfficerOn(-100, $"{Name}:extend"),
            teller.CancellationToken);
        await teller.Consultations.CloseAsync(
            new CloseConsultation(consultation), teller.OfficerOn(ClosesOnDay + 1, $"{Name}:close"), teller.CancellationToken);
        await teller.Surveys.CloseWaveAsync(
            new CloseWave(wave), teller.OfficerOn(ClosesOnDay + 1, $"{Name}:close-wave"), teller.CancellationToken);
    }

    private static async Task GroupAsync(Storyteller teller, Guid consultation, IReadOnlyList<Guid?> views)
    {
        var next = 0;
        foreach (var theme in StrategyThemes.All)
        {
            var themeId = await teller.Feedback.OpenThemeAsync(
                new OpenTheme(consultation, theme.Title, theme.Summary),
                teller.OfficerOn(-88, $"{Name}:theme:{theme.Key}"),
                teller.CancellationToken);
            foreach (var _ in theme.Said)
            {
                if (views[next++] is { } view)
                {
                    await teller.Feedback.CodeViewAsync(
                        new CodeView(view, themeId),
                        teller.OfficerOn(-86 + next / 8, $"{Name}:code-{next}"),
                        teller.CancellationToken);
                }
            }

            await teller.Feedback.OpenLoopAsync(
                new OpenLoop(themeId), teller.OfficerOn(-80, $"{Name}:loop:{theme.Key}"), teller.CancellationToken);
        }

        if (views[next] is { } greeting)
        {
            await teller.Feedback.MarkViewNotCodableAsync(
                new MarkViewNotCodable(greeting, "A greeting only: nothing is asked for"),
                teller.OfficerOn(-82, $"{Name}:not-codable"),
                teller.CancellationToken);
        }
    }

    private static async Task AnswerAsync(Storyteller teller)
    {
        foreach (var theme in StrategyThemes.All)
        {
            foreach (var step in theme.Answer)
                await step(new LoopTeller(teller, $"{Name}:{theme.Key}", Loop.IdFor(Storyteller.IdOf("theme", $"{Name}:theme:{theme.Key}"))));
        }
    }
}
