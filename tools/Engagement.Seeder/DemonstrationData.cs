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
    /// <summary>Loads what is not there yet. The platform's tables must have been applied.</summary>
    /// <returns>What is there to look at.</returns>
    public static async Task<DemonstrationSummary> LoadAsync(
        IServiceProvider services,
        DemonstrationProfile profile = DemonstrationProfile.Small,
        IProgress<string>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(profile, DemonstrationProfile.Small);

        var reads = services.GetRequiredService<ConsultationReads>();
        var summary = DemonstrationSummary.Expected;
        if (await reads.FindAsync(summary.ComingConsultationId, cancellationToken) is { OpensOn: not null })
            return summary;

        var storyDay = await StoryDayAsync(services, reads, cancellationToken);
        var teller = new Storyteller(services, storyDay, cancellationToken);

        progress?.Report("a consultation that has closed, with what came of it");
        await ClosedConsultation.TellAsync(teller);
        progress?.Report("a consultation that is open, with answers nobody has read yet");
        await OpenConsultationStory.TellAsync(teller);
        // Last, because its opening marks the whole story as told.
        progress?.Report("a consultation that is coming");
        await ComingConsultation.TellAsync(teller);
        return summary;
    }

    // All dates count from the day of the first load. Whoever takes up a load that was cut short must count from that same day.
    private static async Task<DateOnly> StoryDayAsync(IServiceProvider services, ConsultationReads reads, CancellationToken cancellationToken)
    {
        var begun = await reads.FindAsync(DemonstrationSummary.Expected.ClosedConsultationId, cancellationToken);
        return begun is null
            ? services.GetRequiredService<TimeProvider>().LondonToday()
            : LondonCalendar.DayOf(begun.DraftedAt).AddDays(-ClosedConsultation.DraftedOnDay);
    }
}
