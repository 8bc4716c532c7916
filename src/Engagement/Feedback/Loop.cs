using Engagement.Common;
using EventStore;

namespace Engagement.Feedback;

/// <summary>
/// From a theme to the people who raised it: decision, promise, deed, publication, telling. What was published stays in the history;
/// publishing again shows what has become of it.
/// </summary>
public sealed record Loop : IEvolve<Loop>
{
    public required Guid ThemeId { get; init; }

    public DecisionOutcome? Outcome { get; init; }

    public bool HasCommitment { get; init; }

    public bool HasAction { get; init; }

    public string? Slug { get; init; }

    public EntryState? Published { get; init; }

    public bool AreContributorsTold { get; init; }

    public static Loop? Evolve(Loop? state, IEvent e) => (state, e.Data) switch
    {
        (null, LoopOpened opened) => new Loop { ThemeId = opened.ThemeId },
        ({ } loop, DecisionRecorded decision) => loop with { Outcome = decision.Outcome },
        ({ } loop, CommitmentMade) => loop with { HasCommitment = true },
        ({ } loop, ActionTaken) => loop with { HasAction = true },
        ({ } loop, EntryPublished entry) => loop with { Slug = entry.Slug, Published = entry.State, AreContributorsTold = false },
        ({ } loop, ContributorsTold) => loop with { AreContributorsTold = true },
        _ => state,
    };

    /// <summary>A theme has one loop, so the loop's id follows from the theme's.</summary>
    public static Guid IdFor(Guid themeId) => DeterministicId.From("loop", themeId.ToString("N"));
}
