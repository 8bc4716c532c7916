using Engagement.Common;
using EventStore;

namespace Engagement.Notifications;

/// <summary>What is new of a week, whoever it concerns: what opened, and what was answered.</summary>
public sealed class WeeklyNews(DocumentStore store)
{
    private const int Most = 10;

    internal async Task<bool> IsAnyAsync(DateOnly monday, CancellationToken cancellationToken) =>
        (await OpenedAsync(monday, isYoung: false, cancellationToken)).Count + (await AnsweredAsync(monday, isYoung: false, cancellationToken)).Count > 0;

    /// <summary>Consultations whose first day was in the week before a Monday, or is that Monday; for young people those that ask them.</summary>
    internal Task<IReadOnlyList<Guid>> OpenedAsync(DateOnly monday, bool isYoung, CancellationToken cancellationToken) => store.ListAsync(
        $"""
        select id from public.mt_doc_consultationpage
        where data ->> 'OpensOn' > $1 and data ->> 'OpensOn' <= $2 and data ->> 'WithdrawnOn' is null
          and (not $3 or data ->> 'AudienceIncludesChildren' = 'true' or data -> 'Audiences' ? '{nameof(Audience.YoungPeople)}')
        order by data ->> 'OpensOn', id limit $4
        """,
        row => row.GetGuid(0),
        cancellationToken,
        IsoDay.Of(monday.AddDays(-7)),
        IsoDay.Of(monday),
        isYoung,
        Most);

    /// <summary>Loops whose entry was first published in the week before a Monday; for young people those of a consultation that asks them.</summary>
    internal Task<IReadOnlyList<Guid>> AnsweredAsync(DateOnly monday, bool isYoung, CancellationToken cancellationToken) => store.ListAsync(
        $"""
        select l.id from public.mt_doc_loopcard l
        where (l.data -> 'Entry' ->> 'PublishedAt')::timestamptz >= $1 and (l.data -> 'Entry' ->> 'PublishedAt')::timestamptz < $2
          and l.data ->> 'PublishedAs' is not null
          and (not $3 or exists (
            select from public.mt_doc_consultationpage c
            where c.id = (l.data ->> 'ConsultationId')::uuid
              and (c.data ->> 'AudienceIncludesChildren' = 'true' or c.data -> 'Audiences' ? '{nameof(Audience.YoungPeople)}')))
        order by (l.data -> 'Entry' ->> 'PublishedAt')::timestamptz desc, l.id limit $4
        """,
        row => row.GetGuid(0),
        cancellationToken,
        LondonCalendar.StartOf(monday.AddDays(-7)).UtcDateTime,
        LondonCalendar.StartOf(monday).UtcDateTime,
        isYoung,
        Most);
}

/// <summary>A week in London, by the Monday that it begins with.</summary>
internal static class LondonWeek
{
    public static DateOnly Of(DateTimeOffset moment) => Of(LondonCalendar.DayOf(moment));

    public static DateOnly Of(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
