using EventStore;
using Npgsql;

namespace Engagement.Notifications;

/// <summary>What mail servers tell of a message after they have taken it: the mailbox it was for may take no mail after all.</summary>
public sealed class NotificationBounces(DocumentStore store, TimeProvider clock)
{
    /// <summary>Sends nothing more to whoever this message was for, until another address is given.</summary>
    /// <param name="messageId">The id that the message had, see <see cref="SignIn.OutgoingMail.Id"/>.</param>
    /// <param name="reason">A code. Never the address, nor anything that names it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Whether there is such a message. It is the same when it is told again.</returns>
    public async Task<bool> RefusedAsync(string messageId, string reason, CancellationToken cancellationToken)
    {
        if (!Guid.TryParseExact(messageId, "N", out var id))
            return false;

        await using var command = store.DataSource.CreateCommand(
            """
            with refused as (
                update engagement.notification_recipients r set refused_at = coalesce(r.refused_at, $2)
                from engagement.notifications n where n.id = $1 and r.id = n.recipient_id
                    -- What was sent to the address of before says nothing of this one.
                    and (r.moved_at is null or coalesce(n.ended_at, n.queued_at) > r.moved_at)
                returning r.id
            ), bounced as (
                update engagement.notifications set state = 'Refused', problem = $3 where id = $1 returning id
            ), unsent as (
                update engagement.notifications n set state = 'Refused', ended_at = $2 from refused r where n.recipient_id = r.id and n.state = 'Waiting' and n.id <> $1
            )
            select count(*) from bounced
            """);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = clock.GetUtcNow().UtcDateTime });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = reason });
        return (long)(await command.ExecuteScalarAsync(cancellationToken))! > 0;
    }

    /// <summary>Records that a message was given up on its way. The mailbox may take the next one.</summary>
    public async Task LostAsync(string messageId, string reason, CancellationToken cancellationToken)
    {
        if (!Guid.TryParseExact(messageId, "N", out var id))
            return;

        await using var command = store.DataSource.CreateCommand("update engagement.notifications set state = 'Failed', problem = $2 where id = $1 and state = 'Sent'");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = reason });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
