using Engagement.Common;
using EventStore;

namespace Engagement.Governance;

/// <summary>What is seen of meetings and barriers.</summary>
public sealed class MeetingReads(DocumentStore store)
{
    public Task<MeetingPage?> FindAsync(Guid id, CancellationToken cancellationToken) => store.LoadAsync<MeetingPage>(id, cancellationToken);

    public Task<BarrierPage?> FindBarrierAsync(Guid id, CancellationToken cancellationToken) => store.LoadAsync<BarrierPage>(id, cancellationToken);

    /// <summary>The meetings of a group, the latest day first.</summary>
    public async Task<Slice<MeetingPage>> ListAsync(Guid groupId, DayPosition? after, int limit, CancellationToken cancellationToken)
    {
        var rows = await store.ListDocumentsAsync<MeetingPage>(
            """
            select data from public.mt_doc_meetingpage
            where data ->> 'GroupId' = $1 and ($2::text is null or (data ->> 'OnDay', id) < ($2, $3))
            order by data ->> 'OnDay' desc, id desc
            limit $4
            """,
            cancellationToken,
            groupId.ToString(),
            after is { } position ? IsoDay.Of(position.Day) : null,
            after?.Id,
            limit + 1);
        return rows.SliceOf(limit);
    }

    /// <summary>All meetings of some groups.</summary>
    public async Task<ILookup<Guid, MeetingPage>> OfGroupsAsync(IReadOnlyCollection<Guid> groupIds, CancellationToken cancellationToken)
    {
        var rows = await store.ListDocumentsAsync<MeetingPage>(
            "select data from public.mt_doc_meetingpage where data ->> 'GroupId' = any($1)", cancellationToken, [groupIds.Select(id => id.ToString()).ToArray()]);
        return rows.ToLookup(meeting => meeting.GroupId);
    }

    /// <summary>All meetings since a day.</summary>
    public Task<IReadOnlyList<MeetingPage>> SinceAsync(DateOnly first, CancellationToken cancellationToken) => store.ListDocumentsAsync<MeetingPage>(
        "select data from public.mt_doc_meetingpage where data ->> 'OnDay' >= $1 order by data ->> 'OnDay', id", cancellationToken, IsoDay.Of(first));

    /// <summary>The barriers that are with a group, the oldest first.</summary>
    public async Task<Slice<BarrierPage>> BarriersAsync(Guid? groupId, bool openOnly, DayPosition? after, int limit, CancellationToken cancellationToken)
    {
        var rows = await store.ListDocumentsAsync<BarrierPage>(
            """
            select data from public.mt_doc_barrierpage
            where ($1::text is null or data ->> 'GroupId' = $1) and (not $2 or data ->> 'ResolvedOn' is null)
              and ($3::text is null or (data ->> 'RaisedOn', id) > ($3, $4))
            order by data ->> 'RaisedOn', id
            limit $5
            """,
            cancellationToken,
            groupId?.ToString(),
            openOnly,
            after is { } position ? IsoDay.Of(position.Day) : null,
            after?.Id,
            limit + 1);
        return rows.SliceOf(limit);
    }

    public static DayPosition PositionOf(MeetingPage meeting) => new(meeting.OnDay, meeting.Id);

    public static DayPosition PositionOf(BarrierPage barrier) => new(barrier.RaisedOn, barrier.Id);
}
