using Engagement.Common;

namespace Engagement.KeyActions;

/// <summary>Says how a milestone goes.</summary>
/// <param name="ActionId">The action.</param>
/// <param name="MilestoneId">The milestone.</param>
/// <param name="OnTrack">Whether it will be there by its day.</param>
/// <param name="Progress">What has been done, and what stands in the way.</param>
public sealed record ReportMilestoneProgress(Guid ActionId, Guid MilestoneId, bool OnTrack, string Progress)
{
    public static Decision Decide(ReportMilestoneProgress command, KeyAction action, DateOnly today) => action.With(command.MilestoneId, milestone =>
    {
        var progress = CleanText.Of(command.Progress);
        if (progress.Length == 0)
            return Decision.Refuse("PROGRESS_MISSING", "Say what has been done, or what stands in the way", "progress");

        return CleanText.TooLong(progress, CleanText.ParagraphLimit, "progress") is { } tooLong
            ? Decision.Refuse(tooLong)
            : Decision.To(new MilestoneProgressReported(milestone.Id, command.OnTrack, progress, today));
    });
}
