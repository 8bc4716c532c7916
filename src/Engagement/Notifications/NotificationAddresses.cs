using Engagement.Common;
using Engagement.Participants;
using EventStore;
using Npgsql;

namespace Engagement.Notifications;

/// <summary>Where people are written to. It goes with the key of what they follow.</summary>
internal sealed class NotificationAddresses(DocumentStore store, SubjectKeys subjectKeys, NotificationTokens tokens, RecipientAddresses addresses) : IPersonalTextTable, IPersonAddresses
{
    /// <summary>That somebody was named for what they have not said yes to: a condition on the recipient r.</summary>
    public const string HasUnconfirmed = "exists (select from engagement.notification_follows u where u.recipient_id = r.id and u.confirmed_at is null)";

    // A stop stands, also where nothing is left to be told of: the keyed hash of the address is what remembers it.
    // Whoever follows something else too stays, with the address that was sealed for that; and whoever need follow nothing: staff, and accounts that gave an address.
    private const string Orphans =
        "delete from engagement.notification_recipients r where r.sealed_address is null and r.stopped_at is null and not exists (select from engagement.notification_follows f where f.recipient_id = r.id)";

    public NpgsqlBatchCommand Erase(Guid subject) => new(
        """
        with gone as (delete from engagement.notification_follows where subject_id = $1 returning recipient_id, response_id),
        unsent as (
            delete from engagement.notifications n using gone g where n.recipient_id = g.recipient_id and n.response_id = g.response_id
        )
        delete from engagement.notification_recipients r
        where r.owner_hash = $2 or (
            r.id in (select recipient_id from gone) and r.sealed_address is null and r.stopped_at is null
            and not exists (select from engagement.notification_follows f where f.recipient_id = r.id and f.subject_id <> $1))
        """)
    {
        Parameters = { new NpgsqlParameter<Guid> { TypedValue = subject }, new NpgsqlParameter<byte[]> { TypedValue = tokens.HashOfOwner(subject) } },
    };

    /// <summary>Where somebody is written to: by their account, or as the subject of what they follow.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(Guid person, CancellationToken cancellationToken)
    {
        var found = await store.ListAsync(
            """
            select f.subject_id, f.sealed_address
            from engagement.notification_follows f join engagement.notification_recipients r on r.id = f.recipient_id
            where f.subject_id = $1 or r.owner_hash = $2
            """,
            row => new PersonalText(row.GetGuid(0), row.GetString(1)),
            cancellationToken,
            person,
            tokens.HashOfOwner(person));
        var opened = (await subjectKeys.OpenAsync(found, cancellationToken)).ToList();
        foreach (var (recipient, box) in await store.ListAsync(
            "select id, sealed_address from engagement.notification_recipients where owner_hash = $1 and audience <> 'Staff' and sealed_address is not null",
            row => (row.GetGuid(0), row.GetFieldValue<byte[]>(1)),
            cancellationToken,
            tokens.HashOfOwner(person)))
        {
            opened.Add(await addresses.FindAsync(recipient, NotificationAudience.Families, box, cancellationToken));
        }

        return [.. opened.OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Sends nothing more to somebody who has an account.</summary>
    public static NpgsqlBatchCommand StopOwner(byte[] ownerHash, DateTimeOffset now) => new(
        """
        with stopped as (update engagement.notification_recipients set stopped_at = coalesce(stopped_at, $2) where owner_hash = $1 returning id)
        update engagement.notifications n set state = 'Unwanted', ended_at = $2 from stopped s where n.recipient_id = s.id and n.state = 'Waiting'
        """)
    {
        Parameters = { new NpgsqlParameter<byte[]> { TypedValue = ownerHash }, new NpgsqlParameter<DateTime> { TypedValue = now.UtcDateTime } },
    };

    /// <summary>Forgets the address that was given for a response, and what waits to be sent about it.</summary>
    public static NpgsqlBatchCommand Unfollow(Guid response) => new(
        """
        with gone as (delete from engagement.notification_follows where response_id = $1 returning recipient_id)
        delete from engagement.notifications n using gone g where n.recipient_id = g.recipient_id and n.response_id = $1 and n.state = 'Waiting'
        """)
    {
        Parameters = { new NpgsqlParameter<Guid> { TypedValue = response } },
    };

    /// <summary>Forgets what was asked for before a moment, for all or for one who is written to, and nobody said yes to.</summary>
    public static NpgsqlBatchCommand ForgetUnconfirmed(DateTimeOffset askedBefore, Guid? recipient = null) => new(
        """
        with gone as (
            delete from engagement.notification_follows
            where confirmed_at is null and asked_at < $1 and ($2::uuid is null or recipient_id = $2) returning recipient_id, response_id
        )
        delete from engagement.notifications n using gone g where n.recipient_id = g.recipient_id and n.response_id = g.response_id and n.state = 'Waiting'
        """)
    {
        Parameters =
        {
            new NpgsqlParameter<DateTime> { TypedValue = askedBefore.UtcDateTime },
            new NpgsqlParameter { Value = (object?)recipient ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid },
        },
    };

    /// <summary>Forgets those who follow nothing any more.</summary>
    public static NpgsqlBatchCommand ForgetWhoFollowsNothing() => new(Orphans);
}
