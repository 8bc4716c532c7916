using Engagement.Common;
using Engagement.SignIn;
using Npgsql;

namespace Engagement.Notifications;

/// <summary>
/// Asking whoever reads a mailbox whether it is theirs, and whether they want to be told what they were named for. Anybody can name any address, so they are not asked
/// over and over, and never where they stopped it.
/// </summary>
public sealed class AddressQuestions(Attempts attempts, ICaller caller)
{
    private const int Most = 3;

    private static readonly TimeSpan Apart = TimeSpan.FromDays(1);
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(7);

    /// <summary>Counts that somebody named an address.</summary>
    /// <exception cref="RuleRefusedException">There were too many, to this address or from that network.</exception>
    internal async Task SpendAsync(string address, CancellationToken cancellationToken)
    {
        if (caller.NetworkAddress is { } network && await attempts.SpendAsync(AttemptBudget.MessagesFromNetwork, network, cancellationToken) is { } networkWait)
            throw new RuleRefusedException(AttemptBudget.Spent(networkWait));
        if (await attempts.SpendAsync(AttemptBudget.MessagesToAddress, address, cancellationToken) is { } wait)
            throw new RuleRefusedException(AttemptBudget.Spent(wait));
    }

    /// <summary>Asks, where there is something to ask and it was not asked lately.</summary>
    /// <param name="addressHash">What the address is known by.</param>
    /// <param name="isNew">Whether it has just taken the place of another one, whose reader may have been asked.</param>
    /// <param name="now">The moment.</param>
    internal static NpgsqlBatchCommand Ask(byte[] addressHash, bool isNew, DateTimeOffset now) => new(
        $"""
        with asked as (
            update engagement.notification_recipients r
            set questioned_at = $2, questions = case when r.questioned_at > $4 then r.questions + 1 else 1 end
            where r.address_hash = $1 and r.stopped_at is null and r.refused_at is null
                and (r.confirmed_at is null or {NotificationAddresses.HasUnconfirmed})
                and ($6 or r.questioned_at is null or r.questioned_at <= $3)
                and (r.questions < $5 or r.questioned_at <= $4)
            returning r.id
        )
        insert into engagement.notifications (id, recipient_id, response_id, kind, about_id, occasion, queued_at, due_at)
        select gen_random_uuid(), id, id, 'AddressToConfirm', id, id, $2, $2 from asked
        on conflict (recipient_id, kind, occasion) do update set
            id = excluded.id, state = 'Waiting', attempts = 0, queued_at = excluded.queued_at, due_at = excluded.due_at, ended_at = null
        """)
    {
        Parameters =
        {
            new NpgsqlParameter<byte[]> { TypedValue = addressHash },
            new NpgsqlParameter<DateTime> { TypedValue = now.UtcDateTime },
            new NpgsqlParameter<DateTime> { TypedValue = (now - Apart).UtcDateTime },
            new NpgsqlParameter<DateTime> { TypedValue = (now - Remembered).UtcDateTime },
            new NpgsqlParameter<int> { TypedValue = Most },
            new NpgsqlParameter<bool> { TypedValue = isNew },
        },
    };
}
