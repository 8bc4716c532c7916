using Engagement.Common;
using Engagement.Consultations;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Seeder;

/// <summary>
/// Demonstration data: made up, marked as such in every title, and brought in by the same commands that people give.
/// Loading it again changes nothing; a load that was cut short is taken up where it stopped.
/// </summary>
public static class DemonstrationData
{
    /// <summary>
    /// Loads what is not there yet. The platform's tables must have been applied. A database holds one profile: where one is there, it is left as it is.
    /// </summary>
    /// <returns>What is there to look at.</returns>
    public static async Task<DemonstrationSummary> LoadAsync(
        IServiceProvider services,
        DemonstrationProfile profile = DemonstrationProfile.Sample,
        IProgress<DemonstrationStep>? progress = null,
        CancellationToken cancellationToken = default)
    {
        await services.GetRequiredService<Demonstration>().MarkAsync(cancellationToken);
        var reads = services.GetRequiredService<ConsultationReads>();
        var summary = DemonstrationSummary.Expected(profile);
        if (await reads.FindAsync(summary.ComingConsultationId, cancellationToken) is { OpensOn: not null })
            return summary;

        var storyDay = await StoryDayAsync(services, reads, cancellationToken);
        var teller = new Storyteller(services, storyDay, cancellationToken);
        var size = StorySize.Of(profile);
        // The strategy's responses count twice: they are sent, and they are read.
        var told = size is null
            ? 0
            : size.Activities + size.Responses + FeedbackPointStory.Cases(size) + ForumStory.Contributions(size) + OpenForumStory.Contributions;
        var load = new LoadProgress(progress, summary.Responses + told);

        if (size is not null)
        {
            load.Begin("the Written Statement of Action");
            await WrittenStatementStory.TellAsync(teller, size, load);
            load.Begin("the surveys of the Written Statement");
            await WrittenStatementWaves.TellAsync(teller, size, load);
            load.Begin("the feedback points of the assessment");
            await FeedbackPointStory.TellAsync(teller, size, load);
            load.Begin("the forums");
            await ForumStory.TellAsync(teller, size, load);
            load.Begin("who sits on the boards");
            await GovernanceStory.TellAsync(teller);
            await MeetingStory.TellAsync(teller);
            load.Begin("the measures and key actions of the plan");
            await MeasureStory.TellAsync(teller, size);
            await KeyActionStory.TellAsync(teller);
            load.Begin("the log of complaints and compliments");
            await LogStory.TellAsync(teller);
            load.Begin("the SEND Strategy");
            await StrategyStory.TellAsync(teller, size, load);
            await ListeningStory.TellAsync(teller, size, load);
            await LocalOfferStory.TellAsync(teller);
        }

        load.Begin("a consultation that has closed, with what came of it");
        await ClosedConsultation.TellAsync(teller);
        load.Advance(ClosedConsultation.Responses);
        load.Begin("a consultation that is open, with answers nobody has read yet");
        await OpenConsultationStory.TellAsync(teller);
        load.Advance(OpenConsultationStory.Responses);
        if (size is not null)
        {
            // Counted from the day of the story, so not before the consultation that tells which day that was.
            load.Begin("what people can take part in today");
            await SchoolDayStory.TellAsync(teller);
            load.Advance(SchoolDayStory.Responses);
            await OpenForumStory.TellAsync(teller);
            load.Advance(OpenForumStory.Contributions);
            await ComingActivities.TellAsync(teller);
            load.Begin("what waits for staff today");
            await WaitingStory.TellAsync(teller);
            load.Begin("services that are commissioned by the charters");
            await CharterStory.TellAsync(teller);
            await StatementStory.TellAsync(teller);
        }

        // Last, because its opening marks the whole story as told.
        load.Begin("a consultation that is coming");
        await ComingConsultation.TellAsync(teller);
        return summary;
    }

    // All dates of the sample count from the day of the first load. Whoever takes up a load that was cut short must count from that same day.
    private static async Task<DateOnly> StoryDayAsync(IServiceProvider services, ConsultationReads reads, CancellationToken cancellationToken)
    {
        var begun = await reads.FindAsync(DemonstrationSummary.Expected(DemonstrationProfile.Sample).ClosedConsultationId, cancellationToken);
        return begun is null
            ? services.GetRequiredService<TimeProvider>().LondonToday()
            : LondonCalendar.DayOf(begun.DraftedAt).AddDays(-ClosedConsultation.DraftedOnDay);
    }
}
