using Engagement.Common;
using Engagement.Releases;
using EventStore;

namespace Engagement.Forums;

/// <summary>How a forum was moderated in a month, for a release: what had become of its contributions by a moment.</summary>
internal sealed class ForumReleaseFigures(DocumentStore store) : IReleaseFigures
{
    private static readonly Type[] Types =
    [
        typeof(ContributionReceived), typeof(ContributionHeld), typeof(ContributionReleased), typeof(ContributionReturned), typeof(ContributionRefused),
        typeof(AppealMade), typeof(AppealDecided),
    ];

    public ReleaseKind Kind => ReleaseKind.ForumMonth;

    public async Task<IReadOnlyList<CountTable>?> TablesAsync(ReleaseSubject subject, LogMoment moment, CancellationToken cancellationToken)
    {
        var (forumId, month) = (subject.Id.GetValueOrDefault(), subject.Month.GetValueOrDefault());
        await using var session = store.QuerySession();
        if (moment.At < LondonCalendar.StartOf(month.AddMonths(1)) || await moment.FoldAsync<Forum>(session, forumId, cancellationToken) is null)
            return null;

        var received = new Dictionary<Guid, Course>();
        await foreach (var e in moment.ReadAsync(session, Types, cancellationToken))
        {
            if (e.Data is ContributionReceived contribution && contribution.ForumId == forumId && IsIn(month, contribution.ReceivedAt))
                received.Add(e.StreamId, new Course());
            else if (received.TryGetValue(e.StreamId, out var course))
                received[e.StreamId] = course.After(e.Data);
        }

        return Tables(received.Values);
    }

    // A contribution that its author takes back was received and moderated all the same.
    public Task<bool> AnyTakenBackSinceAsync(ReleaseSubject subject, LogMoment moment, CancellationToken cancellationToken) => Task.FromResult(false);

    private static bool IsIn(DateOnly month, DateTimeOffset moment) => LondonCalendar.DayOf(moment) is var day && day.Year == month.Year && day.Month == month.Month;

    private static IReadOnlyList<CountTable> Tables(IReadOnlyCollection<Course> all) => ModerationTables.From(
        all.Count,
        all.Count(course => course.ReleasedAtFirst),
        all.Count(course => course.WasHeld),
        all.Count(course => course.WasReturned),
        reason => all.Count(course => course.RefusedBecause == reason),
        state => all.Count(course => course.Appeal == state)).All;

    /// <summary>What became of one contribution.</summary>
    private sealed record Course
    {
        private bool IsDecided { get; init; }

        public bool ReleasedAtFirst { get; private init; }

        public bool WasHeld { get; private init; }

        public bool WasReturned { get; private init; }

        public RefusalReason? RefusedBecause { get; private init; }

        public AppealState Appeal { get; private init; }

        public Course After(object data) => data switch
        {
            ContributionHeld => this with { IsDecided = true, WasHeld = true },
            ContributionReleased => this with { IsDecided = true, ReleasedAtFirst = ReleasedAtFirst || !IsDecided },
            ContributionReturned => this with { IsDecided = true, WasReturned = true },
            ContributionRefused refused => this with { IsDecided = true, RefusedBecause = refused.Why },
            AppealMade => this with { Appeal = AppealState.Open },
            AppealDecided decided => this with { Appeal = decided.Outcome == AppealOutcome.Upheld ? AppealState.Upheld : AppealState.Overturned },
            _ => this,
        };
    }
}
