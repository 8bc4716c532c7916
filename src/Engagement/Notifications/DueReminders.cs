using System.Collections.Frozen;
using Engagement.Common;
using Engagement.Consultations;
using Engagement.Feedback;
using EventStore;
using Npgsql;

namespace Engagement.Notifications;

/// <summary>
/// What staff are reminded of, worked out from how things stand: what is done is not among it, and what has another date now has another reminder. Each
/// thing is reminded of in stages, before its day, on it and after it; of those that were missed in an outage only the last.
/// </summary>
public sealed class DueReminders(DocumentStore store)
{
    /// <summary>How many days before (negative), on or after its day somebody is reminded of a thing of a kind.</summary>
    internal static readonly FrozenDictionary<NotificationKind, int[]> Stages = new Dictionary<NotificationKind, int[]>
    {
        [NotificationKind.ResponseDue] = [-28, -7, 0, 7],
        [NotificationKind.CommitmentDue] = [-14, 0, 7],
        [NotificationKind.ErasureDue] = [-14, -3, 0, 1],
    }.ToFrozenDictionary();

    // What is due: kind, about, title, due_on, who, page, permission and a number that tells several of one thing apart. An escalation is reminded of when it
    // has happened, so it is its own stage, and the same one also where the loop is due on another day by now.
    private static readonly string Due =
        $"""
        select '{nameof(NotificationKind.ResponseDue)}' as kind, c.id as about, c.data ->> 'Title' as title,
               coalesce(c.data ->> 'ClosedOn', c.data ->> 'ClosesOn')::date + {ConsultationPage.ResponseDueAfterDays} as due_on, null::text as who,
               '/staff/consultations/' || (c.data ->> 'Slug') as page, 'consultations.publish-report' as permission, 0 as number
        from public.mt_doc_consultationpage c
        where c.data ->> 'Report' is null and c.data ->> 'WithdrawnOn' is null and c.data ->> 'PausedOn' is null
          and coalesce(c.data ->> 'ClosedOn', c.data ->> 'ClosesOn') < $1
        union all
        select '{nameof(NotificationKind.CommitmentDue)}', l.id, t.data ->> 'Title', (one ->> 'DueOn')::date, one ->> 'OwnerRole', '/staff', 'loops.decide', (one ->> 'Number')::int
        from {LoopWork.StandingLoops} cross join lateral jsonb_array_elements(l.data -> 'Commitments') as c(one)
        where one ->> 'DeliveredOn' is null and l.data ->> 'ClosedAt' is null
        union all
        select '{nameof(NotificationKind.ErasureDue)}', e.id, 'Request for erasure', (e.data ->> 'AnswerBy')::date, null, '/staff', 'erasure.decide', 0
        from public.mt_doc_erasurecase e
        where e.data ->> 'IsDone' = 'false' and e.data ->> 'Outcome' is null
        union all
        select '{nameof(NotificationKind.LoopEscalated)}', l.id, t.data ->> 'Title', (l.data ->> 'DueOn')::date, l.data -> 'Escalations' -> -1 ->> 'To', '/staff', 'loops.decide',
               jsonb_array_length(l.data -> 'Escalations')
        from {LoopWork.StandingLoops}
        where l.data ->> 'ClosedAt' is null and jsonb_array_length(l.data -> 'Escalations') > 0 and l.data ->> 'DueOn' < $1
        """;

    // The last stage that has been reached, and an id that follows from what, by when and which stage.
    private static readonly string Reached =
        $"""
        select d.*, md5(concat_ws('/', d.kind, d.about, d.number, case when d.kind <> '{nameof(NotificationKind.LoopEscalated)}' then d.due_on end, s.stage))::uuid as occasion
        from ({Due}) as d cross join lateral (
            select max(stage) as stage
            from (values {string.Join(", ", Stages.SelectMany(kind => kind.Value.Select(stage => $"('{kind.Key}', {stage})")))}, ('{nameof(NotificationKind.LoopEscalated)}', 0)) as stages (kind, stage)
            where stages.kind = d.kind and d.due_on + stages.stage <= $1::date) as s
        where s.stage is not null
        """;

    /// <summary>Queues what has become due for everybody whose it is to do, each once.</summary>
    internal static NpgsqlBatchCommand Queue(DateOnly today, DateTimeOffset now, DateTimeOffset dueAt) => new(
        $"""
        insert into engagement.notifications (id, recipient_id, response_id, kind, about_id, occasion, queued_at, due_at)
        select gen_random_uuid(), r.id, d.about, d.kind, d.about, d.occasion, $2, $3
        from ({Reached}) as d join engagement.notification_recipients r on d.permission = any(r.permissions)
        where r.confirmed_at is not null and r.stopped_at is null and r.refused_at is null and r.known_at > $4 and d.kind <> all(r.unwanted)
        on conflict do nothing
        """)
    {
        Parameters =
        {
            new NpgsqlParameter<string> { TypedValue = IsoDay.Of(today) },
            new NpgsqlParameter<DateTime> { TypedValue = now.UtcDateTime },
            new NpgsqlParameter<DateTime> { TypedValue = dueAt.UtcDateTime },
            new NpgsqlParameter<DateTime> { TypedValue = (now - ReminderCommands.Known).UtcDateTime },
        },
    };

    /// <summary>What a reminder is of; null where it is done, or is of another day by now.</summary>
    internal async Task<DueThing?> FindAsync(Guid occasion, DateOnly today, CancellationToken cancellationToken)
    {
        var found = await store.ListAsync(
            $"select kind, title, due_on, who, page from ({Reached}) as d where occasion = $2",
            row => new DueThing(
                Enum.Parse<NotificationKind>(row.GetString(0)), row.GetString(1), row.GetFieldValue<DateOnly>(2), row.IsDBNull(3) ? null : row.GetString(3), row.GetString(4)),
            cancellationToken,
            IsoDay.Of(today),
            occasion);
        return found is [var due] ? due : null;
    }
}

/// <summary>Something that staff are reminded of.</summary>
internal sealed record DueThing(NotificationKind Kind, string Title, DateOnly DueOn, string? Who, string Page);
