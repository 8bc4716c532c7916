using Engagement.Common;
using Engagement.Releases;
using EventStore;

namespace Engagement.Forums;

/// <summary>
/// The public reports of how forums are moderated. Only months that are over, and of these only what was published: a figure that grows could be watched as
/// it does.
/// </summary>
public sealed class TransparencyReads(DocumentStore store, ReleaseReads releases)
{
    /// <summary>The reports of a forum, last month first; months without contributions are left out.</summary>
    /// <param name="forumId">The forum.</param>
    /// <param name="today">The day in London.</param>
    /// <param name="before">The first day of the last month already seen.</param>
    /// <param name="limit">How many months.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public async Task<Slice<TransparencyReport>> ListAsync(
        Guid forumId, DateOnly today, DateOnly? before, int limit, CancellationToken cancellationToken)
    {
        var until = new DateOnly(today.Year, today.Month, 1);
        var months = (await MonthsAsync(forumId, before < until ? before.Value : until, limit + 1, cancellationToken)).SliceOf(limit);
        var subjects = months.Items.Select(month => ReleaseSubject.OfForum(forumId, month)).ToList();
        var standing = await releases.StandingAsync(subjects, cancellationToken);
        return new Slice<TransparencyReport>(
            [.. months.Items.Zip(subjects, (month, subject) => TransparencyReport.Of(forumId, month, standing.GetValueOrDefault(subject.Key)))], months.HasMore);
    }

    // From the latest contribution of a month to the latest before that month: one step in the index for each month, however much was said in it.
    private Task<IReadOnlyList<DateOnly>> MonthsAsync(Guid forumId, DateOnly before, int limit, CancellationToken cancellationToken) => store.ListAsync(
        """
        with recursive months (start, place) as (
            select $2::timestamptz, 0
            union all
            select date_trunc('month', said.latest, 'Europe/London'), months.place + 1
            from months
            cross join lateral (select max(received_at) as latest from engagement.contributions where forum_id = $1 and received_at < months.start) said
            where said.latest is not null and months.place < $3)
        select (start at time zone 'Europe/London')::date from months where place > 0 order by place
        """,
        row => row.GetFieldValue<DateOnly>(0),
        cancellationToken,
        forumId,
        LondonCalendar.StartOf(before).UtcDateTime,
        limit);
}
