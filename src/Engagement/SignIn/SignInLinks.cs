using System.Security.Cryptography;
using System.Text;
using Engagement.Common;
using Engagement.Participants;
using EventStore;
using Messaging;
using Npgsql;

namespace Engagement.SignIn;

/// <summary>
/// Signing in by e-mail. A message brings a link and a code to the address; the link works in the browser that asked, which keeps a secret of its own,
/// and the code is typed in there when the message is read elsewhere. Each works once, for a quarter of an hour.
/// Addresses lie apart from what their owners say: found by a keyed hash, and sealed with the owner's key, so that erasing the owner erases them.
/// </summary>
public sealed class SignInLinks(
    DocumentStore store, SubjectKeys subjectKeys, ParticipantCommands participants, Pseudonyms pseudonyms, MessageOutbox outbox, TimeProvider clock)
{
    /// <summary>The queue of messages by e-mail: a slow mail server holds nothing else up.</summary>
    public const string Queue = "mail";

    private const int CodeLength = 8;
    private const int MostTries = 5;

    private static readonly TimeSpan Length = TimeSpan.FromMinutes(15);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Asks for a message, and gives the secret that the browser keeps. Nothing here depends on whether anybody has this address.</summary>
    public async Task<string> AskAsync(string address, bool isOwnDevice, string? returnTo, CancellationToken cancellationToken)
    {
        var (id, browser) = (Guid.CreateVersion7(clock.GetUtcNow()), SecretToken.New());
        await using var connection = await store.DataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection, transaction);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(
            """
            insert into engagement.sign_in_links (id, address_hash, sealed_address, browser_hash, own_device, return_to, ends_at)
            values ($1, $2, $3, $4, $5, $6, $7)
            """)
        {
            Parameters =
            {
                new NpgsqlParameter<Guid> { TypedValue = id },
                new NpgsqlParameter<byte[]> { TypedValue = HashOf(address) },
                new NpgsqlParameter<byte[]> { TypedValue = Sealing.Seal(KeyOf(id), Encoding.UTF8.GetBytes(address), id) },
                new NpgsqlParameter<byte[]> { TypedValue = SecretToken.HashOf(browser) },
                new NpgsqlParameter<bool> { TypedValue = isOwnDevice },
                new NpgsqlParameter { Value = (object?)returnTo ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text },
                new NpgsqlParameter<DateTime> { TypedValue = Now + Length },
            },
        });
        batch.BatchCommands.Add(outbox.Send(new SendSignInLink(id), new DeliveryOptions { Queue = Queue }));
        await batch.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        outbox.Wake();
        return browser;
    }

    /// <summary>Follows a link, in the browser with this secret.</summary>
    public async Task<LinkStep> FollowAsync(string token, string? browser, CancellationToken cancellationToken)
    {
        if (token.Split('.') is not [var idText, var secret] || !Guid.TryParseExact(idText, "N", out var id) || !AreSame(secret, SecretOf(id)))
            return new LinkStep(LinkOutcome.Over);

        var hash = SecretToken.HashOf(browser ?? "");
        var found = await store.ListAsync(
            "select browser_hash from engagement.sign_in_links where id = $1 and proven_at is null and ends_at > $2 and tries < $3",
            row => row.GetFieldValue<byte[]>(0),
            cancellationToken,
            id,
            Now,
            MostTries);
        if (found is not [var asked])
            return new LinkStep(LinkOutcome.Over);

        // It stays good: mail servers and people open links in browsers that did not ask, before the one that did.
        return CryptographicOperations.FixedTimeEquals(asked, hash)
            ? await ProveAsync(id, cancellationToken)
            : new LinkStep(LinkOutcome.OtherBrowser);
    }

    /// <summary>Takes a code, in the browser with this secret. Each wrong one counts.</summary>
    public async Task<LinkStep> EnterAsync(string code, string? browser, CancellationToken cancellationToken)
    {
        // Counted before it is looked at, so that codes that come at the same moment are not more tries than there are.
        var found = await store.ListAsync(
            """
            update engagement.sign_in_links set tries = tries + 1
            where browser_hash = $1 and proven_at is null and ends_at > $2 and tries < $3
            returning id, tries
            """,
            row => (Id: row.GetGuid(0), Tries: row.GetInt32(1)),
            cancellationToken,
            SecretToken.HashOf(browser ?? ""),
            Now,
            MostTries);
        if (found is not [var (id, tries)])
            return new LinkStep(LinkOutcome.Over);
        if (AreSame(CrockfordBase32.Normalise(code), CodeOf(id)))
            return await ProveAsync(id, cancellationToken);
        return new LinkStep(tries < MostTries ? LinkOutcome.CodeWrong : LinkOutcome.Over);
    }

    /// <summary>Takes in somebody new, who has shown in the browser with this secret that the address is theirs.</summary>
    public async Task<LinkStep> JoinAsync(AgeBand ageBand, string? browser, CancellationToken cancellationToken)
    {
        var found = await store.ListAsync(
            """
            delete from engagement.sign_in_links where browser_hash = $1 and proven_at is not null and ends_at > $2
            returning id, sealed_address, own_device, return_to
            """,
            row => (Id: row.GetGuid(0), Address: row.GetFieldValue<byte[]>(1), OwnDevice: row.GetBoolean(2), ReturnTo: row.IsDBNull(3) ? null : row.GetString(3)),
            cancellationToken,
            SecretToken.HashOf(browser ?? ""),
            Now);
        if (found is not [var link])
            return new LinkStep(LinkOutcome.Over);

        var address = Encoding.UTF8.GetString(Sealing.Open(KeyOf(link.Id), link.Address, link.Id));
        if (await RecogniseAsync(HashOf(address), cancellationToken) is not { } participant)
            participant = await TakeInAsync(address, ageBand, cancellationToken);
        return await KnownAsync(participant, link.OwnDevice, link.ReturnTo, cancellationToken);
    }

    /// <summary>The address somebody signs in with; null when there is none, or they were erased.</summary>
    public async Task<string?> AddressOfAsync(Guid participant, CancellationToken cancellationToken)
    {
        var found = await store.ListAsync(
            "select sealed_address from engagement.email_addresses where participant_id = $1", row => row.GetString(0), cancellationToken, participant);
        return found is [var cipher] ? await subjectKeys.OpenAsync(new PersonalText(participant, cipher), cancellationToken) : null;
    }

    /// <summary>What the message of a link says; null when the link has ended.</summary>
    internal async Task<(string Address, string Token, string Code)?> FindLetterAsync(Guid id, CancellationToken cancellationToken)
    {
        var found = await store.ListAsync(
            "select sealed_address from engagement.sign_in_links where id = $1 and proven_at is null and ends_at > $2",
            row => row.GetFieldValue<byte[]>(0),
            cancellationToken,
            id,
            Now);
        return found is [var address]
            ? (Encoding.UTF8.GetString(Sealing.Open(KeyOf(id), address, id)), $"{id:N}.{SecretOf(id)}", CrockfordBase32.InGroupsOfFour(CodeOf(id)))
            : null;
    }

    /// <summary>Deletes what is over.</summary>
    internal async Task ForgetEndedAsync(CancellationToken cancellationToken)
    {
        await using var delete = store.DataSource.CreateCommand("delete from engagement.sign_in_links where ends_at <= $1");
        delete.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = Now });
        await delete.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<LinkStep> ProveAsync(Guid id, CancellationToken cancellationToken)
    {
        // Of two at the same moment one finds it not proven yet.
        var found = await store.ListAsync(
            "update engagement.sign_in_links set proven_at = $2 where id = $1 and proven_at is null returning address_hash, own_device, return_to",
            row => (Address: row.GetFieldValue<byte[]>(0), OwnDevice: row.GetBoolean(1), ReturnTo: row.IsDBNull(2) ? null : row.GetString(2)),
            cancellationToken,
            id,
            Now);
        if (found is not [var link])
            return new LinkStep(LinkOutcome.Over);
        if (await RecogniseAsync(link.Address, cancellationToken) is not { } participant)
            return new LinkStep(LinkOutcome.New);

        await using var delete = store.DataSource.CreateCommand("delete from engagement.sign_in_links where id = $1");
        delete.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        await delete.ExecuteNonQueryAsync(cancellationToken);
        return await KnownAsync(participant, link.OwnDevice, link.ReturnTo, cancellationToken);
    }

    private async Task<LinkStep> KnownAsync(Guid participant, bool ownDevice, string? returnTo, CancellationToken cancellationToken)
    {
        await using var session = store.QuerySession();
        var known = await session.Events.AggregateStreamAsync<Participant>(participant, cancellationToken: cancellationToken);
        return new LinkStep(LinkOutcome.Known, participant, known?.AgeBand, ownDevice, returnTo);
    }

    private async Task<Guid> TakeInAsync(string address, AgeBand ageBand, CancellationToken cancellationToken)
    {
        var participant = await participants.JoinAsync(new Join(ageBand), new CommandContext("public"), cancellationToken);
        var key = await subjectKeys.FindAsync(participant, cancellationToken) ?? throw new InvalidOperationException("The key of a new participant is missing.");

        // Who was erased had the address before, and has it no more. Of two at the same moment the first stays.
        var kept = await store.ListAsync(
            """
            insert into engagement.email_addresses as e (address_hash, participant_id, sealed_address, last_used_at) values ($1, $2, $3, $4)
            on conflict (address_hash) do update set
                participant_id = case when exists (select from engagement.subject_keys k where k.subject_id = e.participant_id and k.wrapped_key is not null) then e.participant_id else excluded.participant_id end,
                sealed_address = case when exists (select from engagement.subject_keys k where k.subject_id = e.participant_id and k.wrapped_key is not null) then e.sealed_address else excluded.sealed_address end,
                last_used_at = excluded.last_used_at
            returning participant_id
            """,
            row => row.GetGuid(0),
            cancellationToken,
            HashOf(address),
            participant,
            key.Seal(address).Cipher,
            Now);
        return kept[0];
    }

    /// <summary>Whose address it is, now that they have shown that it is theirs.</summary>
    private async Task<Guid?> RecogniseAsync(byte[] addressHash, CancellationToken cancellationToken)
    {
        var found = await store.ListAsync(
            """
            update engagement.email_addresses e set last_used_at = $2
            where e.address_hash = $1 and exists (select from engagement.subject_keys k where k.subject_id = e.participant_id and k.wrapped_key is not null)
            returning e.participant_id
            """,
            row => row.GetGuid(0),
            cancellationToken,
            addressHash,
            Now);
        return found is [var participant] ? participant : null;
    }

    // Derived with the platform's key, so that neither the table nor the queue holds what somebody could sign in with.
    private string SecretOf(Guid id) => Convert.ToHexStringLower(pseudonyms.Hash("sign-in link", $"{id:N}"));

    private string CodeOf(Guid id) => CrockfordBase32.Encode(pseudonyms.Hash("sign-in code", $"{id:N}"), CodeLength);

    private byte[] KeyOf(Guid id) => pseudonyms.Hash("sign-in address", $"{id:N}");

    private byte[] HashOf(string address) => pseudonyms.Hash("e-mail address", address);

    private static bool AreSame(string given, string right) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(right));
}
