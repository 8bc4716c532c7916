using Engagement.Common;

namespace Engagement.Releases;

/// <summary>Freezes figures that were checked and approved. What it publishes is made again from the log, and has to be what was checked.</summary>
/// <param name="ReleaseId">The release.</param>
public sealed record PublishRelease(Guid ReleaseId)
{
    /// <param name="release">The release.</param>
    /// <param name="figures">Made again.</param>
    /// <param name="showsDifference">Whether they show too much beside what has been published meanwhile.</param>
    /// <param name="anyTakenBack">Whether somebody counted in them has been told since that they no longer count.</param>
    public static Decision Decide(Release release, FrozenFigures? figures, bool showsDifference, bool anyTakenBack)
    {
        if (ReleaseRules.Closed(release) is { } closed)
            return Decision.Refuse(closed);

        if (release.State == ReleaseState.Published)
            return Decision.Nothing;

        if (release.State != ReleaseState.Approved)
            return Decision.Refuse("RELEASE_NOT_APPROVED", "Ask a colleague to approve these figures before you publish them");

        if (figures?.Hash != release.CheckedHash)
            return Decision.Refuse("FIGURES_DIFFER", "These are not the figures that were checked. Tell whoever runs the platform, and do not publish them");

        if (anyTakenBack)
            return Decision.Refuse("ANSWERS_TAKEN_BACK", "Somebody has taken back their answers since these figures were made. Draft them again");

        return showsDifference
            ? Decision.Refuse(ReleaseRules.DifferenceShown)
            : Decision.To(new ReleasePublished(figures!.Json, figures.Hash));
    }
}
