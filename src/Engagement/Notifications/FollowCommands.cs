using Engagement.Common;
using Engagement.Participants;
using Engagement.SignIn;
using Engagement.Surveys;
using EventStore;
using Npgsql;

namespace Engagement.Notifications;

/// <summary>
/// Being told what becomes of a response: for whoever holds its receipt, and for whoever sent it while they were signed in. Each command once for its idempotency key.
/// </summary>
/// <exception cref="RuleRefusedException">A rule refuses it.</exception>
/// <exception cref="IdempotencyKeyReusedException">The key was used for another request.</exception>
public sealed class FollowCommands(
    CommandRunner runner,
    DocumentStore store,
    ReceiptReads receipts,
    SubjectKeys subjectKeys,
    NotificationTokens tokens,
    NotificationReads reads,
    ParticipantReads participants,
    SignInLinks links,
    RecipientAddresses addresses,
    AddressQuestions questions,
    NotificationOptions options)
{
    /// <summary>Writes to somebody about a response from now on, once they have confirmed the address, and sends them its receipt then.</summary>
    public Task FollowAsync(FollowResponse command, CommandContext context, CancellationToken cancellationToken) => runner.WriteAsync(
        Guid.Empty,
        command,
        context.Unnamed(),
        async session =>
        {
            if (!options.IsOffered)
                throw new RuleRefusedException(NotificationRefusals.NotOffered);
            if (EmailAddress.Normalise(command.Address) is not { } address)
                throw new RuleRefusedException(NotificationRefusals.AddressWrong);
            if (!command.MayWrite)
                throw new RuleRefusedException(NotificationRefusals.NotAllowed);
            if (NotificationLanguage.Find(command.Language) is null)
                throw new RuleRefusedException(NotificationRefusals.NoSuchLanguage);

            var receipt = await FindAsync(command.Reference, command.Secret, cancellationToken);
            await questions.SpendAsync(address, cancellationToken);

            var key = await subjectKeys.FindAsync(await receipts.SubjectOfAsync(receipt.Id, cancellationToken), cancellationToken)
                ?? throw new RuleRefusedException(ReceiptReads.Erased);
            foreach (var step in Follow(receipt.Id, key, address, tokens.HashOfAddress(address), account: null, command.Audience, command.Language, runner.MomentOf(context)))
                session.QueueSqlCommand(step);
            session.QueueSqlCommand(NotificationAddresses.ForgetWhoFollowsNothing());
            return 1;
        },
        cancellationToken);

    /// <summary>
    /// Writes to somebody who was signed in about what they sent, if they allow it in their account and have not stopped it: to answer is not to ask for that. Nothing in the database ties the two to each other.
    /// </summary>
    public async Task FollowOwnAsync(
        Guid participant, Guid response, NotificationAudience audience, string language, CommandContext context, CancellationToken cancellationToken)
    {
        if (!options.IsOffered
            || !await participants.AllowsAsync(participant, Permission.Contact, cancellationToken)
            || await links.AddressOfAsync(participant, cancellationToken) is not { } own
            || await subjectKeys.FindAsync(participant, cancellationToken) is not { } accountKey
            || await subjectKeys.FindAsync(await receipts.SubjectOfAsync(response, cancellationToken), cancellationToken) is not { } key)
        {
            return;
        }

        var words = NotificationLanguage.Find(language) ?? NotificationLanguage.English;
        var given = await reads.FindGivenAddressAsync(participant, cancellationToken);
        var (address, hash) = given is { Address: { } other } ? (other, given.Hash) : (own, tokens.HashOfAddress(own));
        var recipient = await reads.FindByAddressAsync(hash, cancellationToken) ?? Guid.CreateVersion7(runner.MomentOf(context));
        var account = new Account(recipient, tokens.HashOfOwner(participant), addresses.Seal(recipient, accountKey, address), HasProven: address == own);
        await using var session = store.LightweightSession();
        foreach (var step in Follow(response, key, address, hash, account, audience, words.Code, runner.MomentOf(context)))
            session.QueueSqlCommand(step);
        await session.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Writes no more about a response. The address is forgotten, unless it was given for another one too.</summary>
    public Task UnfollowAsync(UnfollowResponse command, CommandContext context, CancellationToken cancellationToken) => runner.WriteAsync(
        Guid.Empty,
        command,
        context.Unnamed(),
        async session =>
        {
            var receipt = await FindAsync(command.Reference, command.Secret, cancellationToken);
            session.QueueSqlCommand(NotificationAddresses.Unfollow(receipt.Id));
            session.QueueSqlCommand(NotificationAddresses.ForgetWhoFollowsNothing());
            return 1;
        },
        cancellationToken);

    /// <summary>
    /// Writes down who follows a response. Whoever signs in with an address has shown that it is theirs. Whoever only holds a receipt may name anybody's: nothing of theirs
    /// changes, and they are asked. A stop stands, whoever it is.
    /// </summary>
    private static IEnumerable<NpgsqlBatchCommand> Follow(
        Guid response, SubjectKey key, string address, byte[] hash, Account? account, NotificationAudience audience, string language, DateTimeOffset now)
    {
        var moment = now.UtcDateTime;
        yield return new NpgsqlBatchCommand(
            """
            insert into engagement.notification_recipients as r
                (id, address_hash, owner_hash, sealed_address, audience, language, frequency, quiet, unwanted, asked_at, confirmed_at)
            values ($1, $2, $3, $4, $5, $6, 'AtOnce', true, '{}', $7, case when $8 then $7 end)
            on conflict (address_hash) do update set
                audience = case when $9 or (r.confirmed_at is null and r.owner_hash is null) then excluded.audience else r.audience end,
                language = case when $9 or (r.confirmed_at is null and r.owner_hash is null) then excluded.language else r.language end,
                asked_at = case when $9 then excluded.asked_at else r.asked_at end,
                confirmed_at = coalesce(r.confirmed_at, excluded.confirmed_at),
                owner_hash = coalesce(excluded.owner_hash, r.owner_hash),
                -- It is sealed for this recipient and no other.
                sealed_address = case when r.id = excluded.id then coalesce(excluded.sealed_address, r.sealed_address) else r.sealed_address end
            """)
        {
            Parameters =
            {
                new NpgsqlParameter<Guid> { TypedValue = account?.Recipient ?? Guid.CreateVersion7(now) },
                new NpgsqlParameter<byte[]> { TypedValue = hash },
                new NpgsqlParameter { Value = (object?)account?.Hash ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Bytea },
                new NpgsqlParameter { Value = (object?)account?.SealedAddress ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Bytea },
                new NpgsqlParameter<string> { TypedValue = audience.ToString() },
                new NpgsqlParameter<string> { TypedValue = language },
                new NpgsqlParameter<DateTime> { TypedValue = moment },
                new NpgsqlParameter<bool> { TypedValue = account is { HasProven: true } },
                new NpgsqlParameter<bool> { TypedValue = account is not null },
            },
        };
        // What waits for whoever followed it until now is not theirs any more.
        yield return new NpgsqlBatchCommand(
            """
            with followed as (
                insert into engagement.notification_follows as f (response_id, subject_id, recipient_id, sealed_address, asked_at, confirmed_at)
                select $1, $2, id, $3, $4, case when $5 then $4 end from engagement.notification_recipients where address_hash = $6
                on conflict (response_id) do update set
                    recipient_id = excluded.recipient_id, sealed_address = excluded.sealed_address,
                    asked_at = case when f.recipient_id = excluded.recipient_id then f.asked_at else excluded.asked_at end,
                    confirmed_at = coalesce(case when f.recipient_id = excluded.recipient_id then f.confirmed_at end, excluded.confirmed_at)
                returning recipient_id
            )
            delete from engagement.notifications n using followed f where n.response_id = $1 and n.recipient_id <> f.recipient_id and n.state = 'Waiting'
            """)
        {
            Parameters =
            {
                new NpgsqlParameter<Guid> { TypedValue = response },
                new NpgsqlParameter<Guid> { TypedValue = key.Subject },
                new NpgsqlParameter<string> { TypedValue = key.Seal(address).Cipher },
                new NpgsqlParameter<DateTime> { TypedValue = moment },
                new NpgsqlParameter<bool> { TypedValue = account is not null },
                new NpgsqlParameter<byte[]> { TypedValue = hash },
            },
        };
        yield return AddressQuestions.Ask(hash, isNew: false, now);
        yield return new NpgsqlBatchCommand(
            """
            insert into engagement.notifications (id, recipient_id, response_id, kind, about_id, occasion, queued_at, due_at)
            select gen_random_uuid(), id, $1, 'ResponseReceived', $1, $1, $2, $2
            from engagement.notification_recipients where address_hash = $3 and refused_at is null and stopped_at is null
            on conflict do nothing
            """)
        {
            Parameters =
            {
                new NpgsqlParameter<Guid> { TypedValue = response },
                new NpgsqlParameter<DateTime> { TypedValue = moment },
                new NpgsqlParameter<byte[]> { TypedValue = hash },
            },
        };
    }

    private async Task<Receipt> FindAsync(string reference, string secret, CancellationToken cancellationToken) =>
        await receipts.FindAsync(reference, secret, cancellationToken) ?? throw new RuleRefusedException(ReceiptReads.NotFound);

    /// <param name="Recipient">Who is written to.</param>
    /// <param name="Hash">Whose account it is.</param>
    /// <param name="SealedAddress">With the account's own key: what they want to hear of does not hang on one response.</param>
    /// <param name="HasProven">Whether they sign in with this address.</param>
    private sealed record Account(Guid Recipient, byte[] Hash, byte[] SealedAddress, bool HasProven);
}
