using Engagement.Common;
using Engagement.Releases;
using EventStore;

namespace Engagement.Forums;

/// <summary>How a forum was moderated in a month, for a release: what had become of its contributions by a moment.</summary>
internal sealed class ForumReleaseFigures(DocumentStore store) : IReleaseFigures
{
    private static readonly Type[] Types =
    [
        typeof(ContributionReceived), typeof(ContributionHeld), typeof(ContributionReleaseApproved), typeof(ContributionReleased), typeof(ContributionReviewed),
        typeof(ContributionReturned), typeof(ContributionRefused), typeof(ModerationReversed), typeof(AppealMade), typeof(AppealDecided),
    ];

    public ReleaseKind Kind => ReleaseKind.ForumMonth;

    public async Task<IReadOnlyList<CountTable>?> TablesAsync(ReleaseSubject subject, LogMoment moment, CancellationToken cancellationToken)
    {
        var (forumId, month) = (subject.Id.GetValueOrDefault(), subject.Month.GetValueOrDefault());
        await using var session = store.QuerySession();
        if (moment.At < LondonCalendar.StartOf(month.AddMonths(1)) || await moment.FoldAsync<Forum>(session, forumId, cancellationToken) is null)
            return null;

        var received = new Dictionary<Guid, ModerationCourse>();
        await foreach (var e in moment.ReadAsync(session, Types, cancellationToken))
        {
            if (e.Data is ContributionReceived contribution && contribution.ForumId == forumId && ForumMonths.Of(contribution) == month)
                received.Add(e.StreamId, new ModerationCourse(contribution.ReceivedAt));
            else if (received.TryGetValue(e.StreamId, out var course))
                received[e.StreamId] = course.After(e.Data, e.OccurredAt());
        }

        return ModerationTables.From(received.Values);
    }

    // A contribution that its author takes back was received and moderated all the same.
    public Task<bool> AnyTakenBackSinceAsync(ReleaseSubject subject, LogMoment moment, CancellationToken cancellationToken) => Task.FromResult(false);
}
