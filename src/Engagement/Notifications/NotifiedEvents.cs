using Engagement.Feedback;
using Engagement.Participants;
using Engagement.Surveys;
using EventStore;
using Npgsql;

namespace Engagement.Notifications;

/// <summary>
/// Queues what people asked to be told, however many they are, in one statement and together with the mark of how far this has come: nobody is told twice
/// and nobody is left out, also where the process dies in between.
/// </summary>
public sealed class NotifiedEvents(NotificationOptions options, NotificationTokens tokens, TimeProvider clock) : ISubscription
{
    // Those who follow a response behind the theme of a loop, each once.
    private const string BehindLoop =
        """
        select distinct on (f.recipient_id) f.recipient_id, f.response_id
        from public.mt_doc_loopcard l
        join engagement.view_themes t on t.theme_id = (l.data ->> 'ThemeId')::uuid
        join engagement.notification_follows f on f.response_id = t.source_id
        where l.id = $2
        order by f.recipient_id, f.confirmed_at is null, f.response_id
        """;

    private const string OfResponse = "select f.recipient_id, f.response_id from engagement.notification_follows f where f.response_id = $3";

    // Where the event does not say of which response the view is.
    private const string OfView =
        """
        select f.recipient_id, f.response_id
        from public.mt_events e join engagement.notification_follows f on f.response_id = coalesce(e.data -> 'Source' ->> 'Id', e.data ->> 'ResponseId')::uuid
        where e.stream_id = $2 and e.version = 1
        """;

    public string Name => "NotifiedEvents";

    public IReadOnlyCollection<Type> EventTypes { get; } =
        [typeof(EntryPublished), typeof(ConfirmationAsked), typeof(ViewCoded), typeof(ViewNotCodable), typeof(ResponseWithdrawn), typeof(PermissionWithdrawn)];

    public Task ProcessEventsAsync(IReadOnlyList<IEvent> page, IDocumentSession operations, CancellationToken cancellationToken)
    {
        foreach (var e in page)
        {
            switch (e.Data)
            {
                case EntryPublished:
                    operations.QueueSqlCommand(Queue(NotificationKind.EntryPublished, BehindLoop, e.StreamId, e.Id));
                    break;
                case ConfirmationAsked:
                    operations.QueueSqlCommand(Queue(NotificationKind.ConfirmationAsked, BehindLoop, e.StreamId, e.Id));
                    break;
                case ViewCoded coded:
                    // Told of once: the first of the views that is grouped.
                    operations.QueueSqlCommand(Queue(NotificationKind.ViewGrouped, OfResponse, coded.ThemeId, coded.SourceId));
                    operations.QueueSqlCommand(Queue(NotificationKind.ViewRead, OfResponse, coded.SourceId, coded.SourceId));
                    break;
                case ViewNotCodable:
                    operations.QueueSqlCommand(Queue(QueueFor(OfView, occasion: "f.response_id"), NotificationKind.ViewRead, e.StreamId, e.StreamId));
                    break;
                case PermissionWithdrawn { Permission: Permission.Contact }:
                    operations.QueueSqlCommand(NotificationAddresses.StopOwner(tokens.HashOfOwner(e.StreamId), clock.GetUtcNow()));
                    break;
                case ResponseWithdrawn:
                    operations.QueueSqlCommand(NotificationAddresses.Unfollow(e.StreamId));
                    operations.QueueSqlCommand(NotificationAddresses.ForgetWhoFollowsNothing());
                    break;
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>The statement that queues a message for followers, which is a statement of its own; the first eight parameters are <see cref="AddParameters"/>.</summary>
    /// <remarks>
    /// Each follower is looked up by their id. As a plain join, PostgreSQL takes its tables for smaller than they are until it has counted them (after many came
    /// at once, or a restore), and compares everybody with everybody.
    /// </remarks>
    internal static string QueueFor(string followers, string occasion = "$3") =>
        $"""
        insert into engagement.notifications (id, recipient_id, response_id, kind, about_id, occasion, queued_at, due_at)
        select gen_random_uuid(), r.id, f.response_id, $1, $2, {occasion}, $4,
            case r.frequency when 'Daily' then $5 when 'Weekly' then $6 else case when r.quiet then $7 else $8 end end
        from ({followers}) f cross join lateral (
            select id, frequency, quiet from engagement.notification_recipients
            where id = f.recipient_id and stopped_at is null and refused_at is null and $1 <> all (unwanted)
            offset 0) r
        on conflict do nothing
        """;

    internal static void AddParameters(NpgsqlBatchCommand queue, NotificationKind kind, Guid about, Guid occasion, DateTimeOffset now, NotificationOptions options)
    {
        var gathered = now + options.Gather;
        queue.Parameters.Add(new NpgsqlParameter<string> { TypedValue = kind.ToString() });
        queue.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = about });
        queue.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = occasion });
        queue.Parameters.Add(Moment(now));
        queue.Parameters.Add(Moment(SendingTimes.Of(NotificationFrequency.Daily, isQuiet: true, gathered)));
        queue.Parameters.Add(Moment(SendingTimes.Of(NotificationFrequency.Weekly, isQuiet: true, gathered)));
        queue.Parameters.Add(Moment(SendingTimes.Of(NotificationFrequency.AtOnce, isQuiet: true, gathered)));
        queue.Parameters.Add(Moment(gathered));
    }

    private NpgsqlBatchCommand Queue(NotificationKind kind, string followers, Guid about, Guid occasion) => Queue(QueueFor(followers), kind, about, occasion);

    private NpgsqlBatchCommand Queue(string sql, NotificationKind kind, Guid about, Guid occasion)
    {
        var queue = new NpgsqlBatchCommand(sql);
        AddParameters(queue, kind, about, occasion, clock.GetUtcNow(), options);
        return queue;
    }

    private static NpgsqlParameter<DateTime> Moment(DateTimeOffset moment) => new() { TypedValue = moment.UtcDateTime };
}
