using Engagement.Common;
using EventStore;

namespace Engagement.Releases;

/// <summary>Figures on their way to the public: made as at a moment, checked, approved by a second person, frozen.</summary>
public sealed record Release : IEvolve<Release>
{
    /// <summary>Who drafted what is drafted by itself when a month is over: nobody, so that whoever approves it is the first person to look at it.</summary>
    public static Guid DraftedByItself { get; } = DeterministicId.From("release-drafter", "system");

    public required ReleaseSubject Subject { get; init; }

    public required LogMoment Moment { get; init; }

    public required Guid DraftedBy { get; init; }

    public Guid? Revises { get; init; }

    public string? RevisedBecause { get; init; }

    public ReleaseState State { get; init; }

    /// <summary>Of what was checked: nothing else may be published.</summary>
    public string? CheckedHash { get; init; }

    public DisclosurePolicy? Policy { get; init; }

    public bool IsOpen => State is ReleaseState.Drafted or ReleaseState.Checked or ReleaseState.Approved;

    /// <summary>The drafts of a subject follow one another, so two people who draft at once meet.</summary>
    public static Guid IdFor(ReleaseSubject subject, int number) => DeterministicId.From("release", subject.Key, $"{number}");

    public static Release? Evolve(Release? state, IEvent e) => (state, e.Data) switch
    {
        (null, ReleaseDrafted drafted) => new Release
        {
            Subject = drafted.Subject,
            Moment = new LogMoment(drafted.AsAt, drafted.Position),
            DraftedBy = drafted.By,
            Revises = drafted.Revises,
            RevisedBecause = drafted.RevisedBecause,
        },
        ({ } release, DisclosureCheckPassed passed) => release with
        {
            State = ReleaseState.Checked,
            CheckedHash = passed.Hash,
            Policy = DisclosurePolicy.Find(passed.Policy, passed.PolicyVersion),
        },
        ({ } release, DisclosureCheckFailed) => release with { State = ReleaseState.Failed },
        ({ } release, ReleaseApproved) => release with { State = ReleaseState.Approved },
        ({ } release, ReleaseDraftReplaced) => release with { State = ReleaseState.Replaced },
        ({ } release, ReleasePublished) => release with { State = ReleaseState.Published },
        ({ } release, ReleaseRevised) => release with { State = ReleaseState.Revised },
        _ => state,
    };
}
