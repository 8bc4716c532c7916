using Engagement.Common;
using EventStore;
using Messaging;
using Npgsql;

namespace Engagement.Notifications;

/// <summary>The message that a morning has come: what is due that day is queued, and on Mondays what was new in the week.</summary>
/// <param name="Day">The day in London.</param>
[MessageIdentity("prepare_morning")]
public sealed record PrepareMorning(DateOnly Day)
{
    private static readonly TimeOnly Time = new(7, 30);

    /// <summary>A while before the first e-mails of the day, so that all that there is to say to somebody is in one.</summary>
    internal static DateTimeOffset On(DateOnly day) => LondonCalendar.At(day, Time);
}

public sealed class PrepareMorningHandler(DocumentStore store, WeeklyNews week, TimeProvider clock)
{
    private static readonly TimeSpan Unconfirmed = TimeSpan.FromDays(7);

    public async Task Handle(PrepareMorning message, CancellationToken cancellationToken)
    {
        // After an outage the message is of a day long gone, and what is due by now is due.
        var (now, today) = (clock.GetUtcNow(), clock.LondonToday());
        var dueAt = SendingTimes.Of(NotificationFrequency.AtOnce, isQuiet: true, now);
        var monday = LondonWeek.Of(today);
        await using var session = store.LightweightSession();
        session.QueueSqlCommand(NotificationAddresses.ForgetUnconfirmed(now - Unconfirmed));
        session.QueueSqlCommand(Forget(now - Unconfirmed));
        session.QueueSqlCommand(DueReminders.Queue(today, now, dueAt));
        if (message.Day <= monday && await week.IsAnyAsync(monday, cancellationToken))
            session.QueueSqlCommand(QueueWeek(monday, now, dueAt));
        await session.SaveChangesAsync(cancellationToken);
    }

    // An address that nobody confirmed may be a stranger's. Who has an account is told there that it waits, and keeps what they chose; and that somebody wants no
    // messages, and no question, is kept.
    private static NpgsqlBatchCommand Forget(DateTimeOffset askedBefore) => new(
        """
        delete from engagement.notification_recipients
        where confirmed_at is null and greatest(asked_at, questioned_at) < $1 and (audience = 'Staff' or (owner_hash is null and stopped_at is null))
        """)
    {
        Parameters = { new NpgsqlParameter<DateTime> { TypedValue = askedBefore.UtcDateTime } },
    };

    private static NpgsqlBatchCommand QueueWeek(DateOnly monday, DateTimeOffset now, DateTimeOffset dueAt) => new(
        """
        insert into engagement.notifications (id, recipient_id, response_id, kind, about_id, occasion, queued_at, due_at)
        select gen_random_uuid(), r.id, $1, 'WeeklyDigest', $1, $1, $2, $3
        from engagement.notification_recipients r
        where r.frequency = 'Weekly' and r.audience <> 'Staff' and r.confirmed_at is not null and r.stopped_at is null and r.refused_at is null
        on conflict do nothing
        """)
    {
        Parameters =
        {
            new NpgsqlParameter<Guid> { TypedValue = DeterministicId.From("week", IsoDay.Of(monday)) },
            new NpgsqlParameter<DateTime> { TypedValue = now.UtcDateTime },
            new NpgsqlParameter<DateTime> { TypedValue = dueAt.UtcDateTime },
        },
    };
}
