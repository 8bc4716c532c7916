using Engagement.LoggedFeedback;
using Engagement.Releases;

namespace Engagement.Metrics;

/// <summary>
/// Complaints, compliments and comments beside who took part. A fall of complaints alone says nothing: people may be content, or may have given up.
/// </summary>
/// <param name="By">How long each period is.</param>
/// <param name="Periods">In their order, also those without any.</param>
/// <param name="Policy">Counts of a few people are hidden under this.</param>
/// <param name="Rule">What falls and clocks are judged by.</param>
/// <param name="Says">What is to be looked at, in a sentence for each period of which there is something to say; the newest first.</param>
public sealed record FeedbackVolumes(
    MetricsPeriod By, IReadOnlyList<PeriodVolumes> Periods, DisclosurePolicy Policy, FeedbackVolumesRule Rule, IReadOnlyList<string> Says);

/// <summary>One period. What is null is hidden, because it is so few that it could point to a person, or would give such a number away.</summary>
/// <param name="From">Its first day.</param>
/// <param name="To">Its last day.</param>
/// <param name="IsOver">Whether it was over at the moment that is asked for: before that nothing can be said of a fall.</param>
/// <param name="Complaints">Complaints that came in it.</param>
/// <param name="Compliments">Compliments that came in it.</param>
/// <param name="Comments">Comments that came in it.</param>
/// <param name="Participants">Distinct people with a countable act in it.</param>
/// <param name="Contributions">What they did: answers, posts and ratings.</param>
/// <param name="Clocks">How long complaints waited; null where they are too few.</param>
/// <param name="Reading">What its complaints and its participation say together, beside those of the period before.</param>
public sealed record PeriodVolumes(
    DateOnly From,
    DateOnly To,
    bool IsOver,
    int? Complaints,
    int? Compliments,
    int? Comments,
    int? Participants,
    int? Contributions,
    ComplaintClocks? Clocks,
    VolumeReading Reading);

/// <summary>How long the complaints of a period waited. They describe the office and not the people.</summary>
/// <param name="AcknowledgementsDue">Those whose senders should have been told that we have them.</param>
/// <param name="AcknowledgedInTime">Those of them whose senders were told in time.</param>
/// <param name="AnswersDue">Those that should have been answered.</param>
/// <param name="AnsweredInTime">Those of them that were answered in time.</param>
/// <param name="MedianDays">The days until half were answered, those that still wait counted in; null while fewer are.</param>
public sealed record ComplaintClocks(int AcknowledgementsDue, int AcknowledgedInTime, int AnswersDue, int AnsweredInTime, int? MedianDays);

/// <summary>What complaints and participation say together.</summary>
public enum VolumeReading
{
    /// <summary>There is nothing to say, or the numbers are too small to say it.</summary>
    Nothing,

    /// <summary>Fewer complaints while as many or more people took part.</summary>
    FewerComplaints,

    /// <summary>Fewer complaints and fewer people taking part: this may be silence.</summary>
    MayBeSilence,
}

/// <summary>When something counts as a fall, and how long a complaint may wait. A version never changes. [ours]</summary>
/// <param name="Version">1 for the first.</param>
/// <param name="LeastFallPercentage">Fewer by at least this part of the period before is a fall.</param>
/// <param name="LeastComplaints">With fewer complaints in the period before nothing is said.</param>
/// <param name="LeastParticipants">With fewer participants in the period before nothing is said.</param>
/// <param name="DaysToAcknowledge">Days until whoever complained is told that we have it.</param>
/// <param name="DaysToAnswer">Days until they are answered.</param>
public sealed record FeedbackVolumesRule(
    int Version, int LeastFallPercentage, int LeastComplaints, int LeastParticipants, int DaysToAcknowledge, int DaysToAnswer)
{
    public static FeedbackVolumesRule V1 { get; } = new(1, 20, 5, 10, 5, 28);

    /// <summary>Of exact figures, of two periods that are over.</summary>
    public VolumeReading Read(int complaintsBefore, int complaints, int participantsBefore, int participants)
    {
        if (complaintsBefore < LeastComplaints || participantsBefore < LeastParticipants || !HasFallen(complaintsBefore, complaints))
            return VolumeReading.Nothing;

        return HasFallen(participantsBefore, participants) ? VolumeReading.MayBeSilence
            : participants >= participantsBefore ? VolumeReading.FewerComplaints
            : VolumeReading.Nothing;
    }

    private bool HasFallen(int before, int now) => (before - now) * 100 >= before * LeastFallPercentage;
}

/// <summary>What came on one day and went the same way, counted.</summary>
internal sealed record LoggedCount(FeedbackKind Kind, DateOnly ReceivedOn, DateOnly? AcknowledgedOn, DateOnly? AnsweredOn, int Count);
