using Engagement.Common;

namespace Engagement.Releases;

/// <summary>Makes figures as they were recorded by a moment, and checks whether they may be seen.</summary>
/// <param name="Title">What the release is called.</param>
/// <param name="Subject">What it is of.</param>
/// <param name="AsAt">The moment; null: now.</param>
/// <param name="Reason">Why earlier figures are revised; null where there are none.</param>
public sealed record DraftRelease(string Title, ReleaseSubject Subject, DateTimeOffset? AsAt = null, string? Reason = null)
{
    internal static Refusal NothingThere { get; } = new(
        "FIGURES_NOT_THERE", "There are no figures of this yet. Choose a survey that has been opened, or a month that is over and collated", "subject");

    internal static Refusal ReasonMissing { get; } = new(
        "REASON_MISSING", "These figures have been released. Say why you revise them", "reason");

    /// <param name="command">What is asked.</param>
    /// <param name="number">Which draft of the subject it is.</param>
    /// <param name="published">The release of the subject that stands; null: none.</param>
    /// <param name="moment">What is counted.</param>
    /// <param name="now">The time.</param>
    /// <param name="figures">What was counted; null: there is no such thing, or it is not over.</param>
    /// <param name="showsDifference">Whether it shows too much beside what was released earlier.</param>
    /// <param name="policy">What it is checked by.</param>
    /// <param name="by">Who drafts it.</param>
    public static Decision Decide(
        DraftRelease command,
        int number,
        Guid? published,
        LogMoment moment,
        DateTimeOffset now,
        FrozenFigures? figures,
        bool showsDifference,
        DisclosurePolicy policy,
        Guid? by)
    {
        if (by is not { } drafter)
            return Decision.Refuse(ReleaseRules.NobodyKnown);

        var title = CleanText.OneLine(command.Title);
        if (title.Length == 0)
            return Decision.Refuse("TITLE_MISSING", "Enter a title for these figures", "title");

        if (CleanText.TooLong(title, CleanText.LineLimit, "title") is { } titleTooLong)
            return Decision.Refuse(titleTooLong);

        if (moment.At > now)
            return Decision.Refuse("MOMENT_IN_FUTURE", "Figures are of what has been recorded. Choose a moment that has passed", "asAt");

        var reason = CleanText.OrNull(command.Reason);
        if (published is not null && reason is null)
            return Decision.Refuse(ReasonMissing);

        if (CleanText.TooLong(reason, CleanText.ParagraphLimit, "reason") is { } reasonTooLong)
            return Decision.Refuse(reasonTooLong);

        if (figures is null)
            return Decision.Refuse(NothingThere);

        var drafted = new ReleaseDrafted(
            title, command.Subject, moment.At, moment.Position, number, published, published is null ? null : reason, drafter);
        return Decision.To(drafted, figures.ShowsNothing ? Failed(DisclosureFailure.NothingToShow)
            : showsDifference ? Failed(DisclosureFailure.ShowsDifference)
            : new DisclosureCheckPassed(policy.Name, policy.Version, figures.Hash));

        DisclosureCheckFailed Failed(DisclosureFailure failure) => new(policy.Name, policy.Version, failure);
    }
}
