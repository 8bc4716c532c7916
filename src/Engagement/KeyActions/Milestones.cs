namespace Engagement.KeyActions;

/// <summary>What events do to the milestones of an action.</summary>
internal static class Milestones
{
    /// <summary>The milestones afterwards; null when the event is not about them.</summary>
    public static IReadOnlyList<Milestone>? After(this IReadOnlyList<Milestone> milestones, object e) => e switch
    {
        MilestoneSet set => [.. milestones, new Milestone { Id = set.MilestoneId, Text = set.Text, DueOn = set.DueOn, FirstDueOn = set.DueOn }],
        MilestoneDueDateChanged changed => milestones.With(changed.MilestoneId, milestone => milestone with { DueOn = changed.DueOn }),
        MilestoneProgressReported reported => milestones.With(
            reported.MilestoneId,
            milestone => milestone with { IsOnTrack = reported.OnTrack, Progress = reported.Progress, ReportedOn = reported.ReportedOn }),
        MilestoneAchieved achieved => milestones.With(
            achieved.MilestoneId,
            milestone => milestone with { AchievedOn = achieved.AchievedOn, Evidence = achieved.Evidence, EvidenceUrl = achieved.EvidenceUrl }),
        MilestoneMissed missed => milestones.With(missed.MilestoneId, milestone => milestone with { MissedOn = milestone.MissedOn ?? missed.DueOn }),
        _ => null,
    };

    /// <summary>The worst of them; null where there is none.</summary>
    public static Rag? RatingOn(this IReadOnlyList<Milestone> milestones, DateOnly today) =>
        milestones.Count == 0 ? null : milestones.Min(milestone => milestone.RatingOn(today));

    private static Milestone[] With(this IReadOnlyList<Milestone> milestones, Guid id, Func<Milestone, Milestone> change) =>
        [.. milestones.Select(milestone => milestone.Id == id ? change(milestone) : milestone)];
}
