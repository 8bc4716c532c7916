namespace Engagement.Forums;

/// <summary>What became of one contribution.</summary>
internal sealed record ModerationCourse(DateTimeOffset ReceivedAt)
{
    private bool IsDecided { get; init; }

    public bool ReleasedAtFirst { get; private init; }

    public bool WasHeld { get; private init; }

    public bool WasReturned { get; private init; }

    /// <summary>The class of the last reason; null where it was never refused.</summary>
    public RefusalReason? RefusedBecause { get; private init; }

    /// <summary>Whether a decision was reversed other than by an appeal.</summary>
    public bool WasReversed { get; private init; }

    public AppealState Appeal { get; private init; }

    /// <summary>How long it waited until a person decided anything; null where nobody has.</summary>
    public TimeSpan? Waited { get; private init; }

    public ModerationCourse After(object data, DateTimeOffset at)
    {
        var after = data switch
        {
            ContributionHeld => this with { IsDecided = true, WasHeld = true },
            ContributionReleased => this with { IsDecided = true, ReleasedAtFirst = ReleasedAtFirst || !IsDecided },
            ContributionReturned => this with { IsDecided = true, WasReturned = true },
            ContributionRefused refused => this with { IsDecided = true, RefusedBecause = refused.Why },
            ModerationReversed => this with { WasReversed = true },
            AppealMade => this with { Appeal = AppealState.Open },
            AppealDecided decided => this with { Appeal = decided.Outcome == AppealOutcome.Upheld ? AppealState.Upheld : AppealState.Overturned },
            _ => this,
        };
        return after.Waited is null && IsByAPerson(data) ? after with { Waited = at - ReceivedAt } : after;
    }

    // What the system does by itself at receipt is not a look that anybody took.
    private static bool IsByAPerson(object data) => data is ContributionHeld { By: not null }
        or ContributionReleased { By: not null }
        or ContributionReleaseApproved
        or ContributionReviewed
        or ContributionReturned
        or ContributionRefused;
}
