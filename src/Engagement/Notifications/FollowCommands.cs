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
    NotificationOptions options,
    Attempts attempts)
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
            // An address is taken at its word, so nobody can have a stranger written to over and over.
            if (await attempts.SpendAsync(AttemptBudget.MessagesToAddress, address, cancellationToken) is { } wait)
                throw new RuleRefusedException(AttemptBudget.Spent(wait));

            var key = await subjectKeys.FindAsync(await receipts.SubjectOfAsync(receipt.Id, cancellationToken), cancellationToken)
                ?? throw new RuleRefusedException(ReceiptReads.Erased);
            session.QueueSqlCommand(Follow(receipt.Id, key, address, tokens.HashOfAddress(address), account: null, command.Audience, command.Language, runner.MomentOf(context)));
            session.QueueSqlCommand(NotificationAddresses.ForgetWhoFollowsNothing());
            return 1;
        },
        cancellationToken);

    /// <summary>
    /// Writes to somebody who was signed in about what they sent, if they allow it in their account. Nothing in the database ties the two to each other.
    /// </summary>
    public async Task FollowOwnAsync(
        Guid participant, Guid response, NotificationAudience audience, string language, CommandContext context, CancellationToken cancellationToken)
    {
        if (!options.IsOffered
            || !await participants.AllowsAsync(participant, Permission.Contact, cancellationToken)
            || await links.AddressOfAsync(participant, cancellationToken) is not { } own
            || await subjectKeys.FindAsync(await receipts.SubjectOfAsync(response, cancellationToken), cancellationToken) is not { } key)
        {
            return;
        }

        var words = NotificationLanguage.Find(language) ?? NotificationLanguage.English;
        var given = await reads.FindGivenAddressAsync(participant, cancellationToken);
        var (address, hash) = given is { Address: { } other } ? (other, given.Hash) : (own, tokens.HashOfAddress(own));
        var account = new Account(tokens.HashOfOwner(participant), HasProven: address == own);
        await using var session = store.LightweightSession();
        session.QueueSqlCommand(Follow(response, key, address, hash, account, audience, words.Code, runner.MomentOf(context)));
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

    // Whoever signs in with an address has shown that it is theirs. Another's word counts only while it was not taken back: somebody who stopped is asked again.
    private static NpgsqlBatchCommand Follow(
        Guid response, SubjectKey key, string address, byte[] hash, Account? account, NotificationAudience audience, string language, DateTimeOffset now) => new(
        """
        with recipient as (
            insert into engagement.notification_recipients as r (id, address_hash, owner_hash, audience, language, frequency, quiet, unwanted, asked_at, confirmed_at)
            values ($1, $2, $10, $3, $4, 'AtOnce', true, '{}', $5, case when $12 then $5 end)
            on conflict (address_hash) do update set
                audience = excluded.audience, language = excluded.language, asked_at = excluded.asked_at, stopped_at = null,
                confirmed_at = coalesce(excluded.confirmed_at, case when r.stopped_at is null then r.confirmed_at end),
                owner_hash = coalesce(excluded.owner_hash, r.owner_hash)
            returning r.id, r.confirmed_at, r.refused_at
        ), asked as (
            insert into engagement.notifications (id, recipient_id, response_id, kind, about_id, occasion, queued_at, due_at)
            select $11, id, $6, 'AddressToConfirm', id, id, $5, $5 from recipient where confirmed_at is null and refused_at is null
            on conflict (recipient_id, kind, occasion) do update set id = excluded.id, state = 'Waiting', attempts = 0, due_at = excluded.due_at, ended_at = null
        ), followed as (
            insert into engagement.notification_follows (response_id, subject_id, recipient_id, sealed_address)
            select $6, $7, id, $8 from recipient
            on conflict (response_id) do update set recipient_id = excluded.recipient_id, sealed_address = excluded.sealed_address
        )
        insert into engagement.notifications (id, recipient_id, response_id, kind, about_id, occasion, queued_at, due_at)
        select $9, id, $6, 'ResponseReceived', $6, $6, $5, $5 from recipient where refused_at is null
        on conflict do nothing
        """)
        {
            Parameters =
        {
            new NpgsqlParameter<Guid> { TypedValue = Guid.CreateVersion7(now) },
            new NpgsqlParameter<byte[]> { TypedValue = hash },
            new NpgsqlParameter<string> { TypedValue = audience.ToString() },
            new NpgsqlParameter<string> { TypedValue = language },
            new NpgsqlParameter<DateTime> { TypedValue = now.UtcDateTime },
            new NpgsqlParameter<Guid> { TypedValue = response },
            new NpgsqlParameter<Guid> { TypedValue = key.Subject },
            new NpgsqlParameter<string> { TypedValue = key.Seal(address).Cipher },
            new NpgsqlParameter<Guid> { TypedValue = Guid.CreateVersion7(now) },
            new NpgsqlParameter { Value = (object?)account?.Hash ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Bytea },
            new NpgsqlParameter<Guid> { TypedValue = Guid.CreateVersion7(now) },
            new NpgsqlParameter<bool> { TypedValue = account is { HasProven: true } },
        },
        };

    private async Task<Receipt> FindAsync(string reference, string secret, CancellationToken cancellationToken) =>
        await receipts.FindAsync(reference, secret, cancellationToken) ?? throw new RuleRefusedException(ReceiptReads.NotFound);

    private sealed record Account(byte[] Hash, bool HasProven);
}
