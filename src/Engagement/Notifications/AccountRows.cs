using Engagement.Common;
using Engagement.Participants;
using EventStore;
using Npgsql;

namespace Engagement.Notifications;

/// <summary>The rows of those who are written to at an address that they gave in their account.</summary>
internal static class AccountRows
{
    /// <summary>Writes somebody's address. Whoever reads there and said that they want no messages, before they ever wanted any, is not asked again.</summary>
    public static NpgsqlBatchCommand Give(Guid recipient, byte[] owner, byte[] hash, byte[] sealedAddress, bool isProven, GiveAddress command, DateTimeOffset now) => new(
        """
        insert into engagement.notification_recipients as r
            (id, address_hash, owner_hash, sealed_address, audience, language, frequency, quiet, unwanted, interests, asked_at, confirmed_at)
        values ($1, $2, $3, $4, $5, $6, 'AtOnce', true, '{}', array[case $5 when 'YoungPeople' then 'YoungPeople' else 'ParentsAndCarers' end], $7, case when $8 then $7 end)
        on conflict (id) do update set
            confirmed_at = case when $8 then $7 when r.address_hash = excluded.address_hash and r.stopped_at is null and r.refused_at is null then r.confirmed_at end,
            stopped_at = case when not $8 and r.address_hash = excluded.address_hash and r.confirmed_at is null then r.stopped_at end,
            moved_at = case when r.address_hash = excluded.address_hash then r.moved_at else $7 end,
            address_hash = excluded.address_hash, owner_hash = excluded.owner_hash, sealed_address = excluded.sealed_address,
            audience = excluded.audience, language = excluded.language, asked_at = excluded.asked_at, refused_at = null
        """)
    {
        Parameters =
        {
            new NpgsqlParameter<Guid> { TypedValue = recipient },
            new NpgsqlParameter<byte[]> { TypedValue = hash },
            new NpgsqlParameter<byte[]> { TypedValue = owner },
            new NpgsqlParameter<byte[]> { TypedValue = sealedAddress },
            new NpgsqlParameter<string> { TypedValue = command.Audience.ToString() },
            new NpgsqlParameter<string> { TypedValue = command.Language },
            new NpgsqlParameter<DateTime> { TypedValue = now.UtcDateTime },
            new NpgsqlParameter<bool> { TypedValue = isProven },
        },
    };

    /// <summary>Seals the new address for all that they follow: the one of before goes.</summary>
    public static async Task<IReadOnlyList<NpgsqlBatchCommand>> SealAgainAsync(
        DocumentStore store, SubjectKeys subjectKeys, Guid[] recipients, string address, CancellationToken cancellationToken)
    {
        var followed = await store.ListAsync(
            "select response_id, subject_id from engagement.notification_follows where recipient_id = any($1)",
            row => (Response: row.GetGuid(0), Subject: row.GetGuid(1)),
            cancellationToken,
            recipients);
        var commands = new List<NpgsqlBatchCommand>(followed.Count);
        foreach (var (response, subject) in followed)
        {
            if (await subjectKeys.FindAsync(subject, cancellationToken) is not { } key)
                continue;
            commands.Add(new NpgsqlBatchCommand("update engagement.notification_follows set sealed_address = $2 where response_id = $1")
            {
                Parameters = { new NpgsqlParameter<Guid> { TypedValue = response }, new NpgsqlParameter<string> { TypedValue = key.Seal(address).Cipher } },
            });
        }

        return commands;
    }

    /// <summary>Makes two who are written to at one address into one, who keeps their choices and follows what both did.</summary>
    public static IEnumerable<NpgsqlBatchCommand> Join(Guid gone, Guid stays)
    {
        yield return Of("update engagement.notification_follows set recipient_id = $2 where recipient_id = $1", gone, stays);
        yield return Of(
            """
            update engagement.notifications n set recipient_id = $2
            where n.recipient_id = $1 and n.kind <> 'AddressToConfirm' and not exists (
                select from engagement.notifications o where o.recipient_id = $2 and o.kind = n.kind and o.occasion = n.occasion)
            """,
            gone,
            stays);
        yield return Of("delete from engagement.notification_recipients where id = $1 and id <> $2", gone, stays);
    }

    private static NpgsqlBatchCommand Of(string sql, Guid gone, Guid stays) =>
        new(sql) { Parameters = { new NpgsqlParameter<Guid> { TypedValue = gone }, new NpgsqlParameter<Guid> { TypedValue = stays } } };
}
