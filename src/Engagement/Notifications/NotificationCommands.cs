using Engagement.Common;
using Engagement.Feedback;
using Engagement.Participants;
using Engagement.SignIn;
using Engagement.Surveys;
using EventStore;
using Npgsql;

namespace Engagement.Notifications;

/// <summary>
/// What may be asked of messages, once for each idempotency key. None of it is an event: how somebody is reached is no history, and goes when they stop it.
/// </summary>
/// <exception cref="RuleRefusedException">A rule refuses it.</exception>
/// <exception cref="IdempotencyKeyReusedException">The key was used for another request.</exception>
public sealed class NotificationCommands(
    CommandRunner runner,
    DocumentStore store,
    ReceiptReads receipts,
    SubjectKeys subjectKeys,
    NotificationTokens tokens,
    NotificationReads reads,
    RecipientAddresses addresses,
    FeedbackCommands feedback,
    ReceiptPrinter printer,
    ParticipantReads participants,
    SignInLinks links,
    NotificationOptions options,
    Attempts attempts)
{
    internal static readonly Refusal AddressWrong = new("ADDRESS_INVALID", "Enter an e-mail address in the correct format, like name@example.com", "address");

    private static readonly Refusal NotAllowed = new("PERMISSION_MISSING", "Tick the box if we may write to you", "mayWrite");

    private static readonly Refusal ContactNotAllowed = new("CONTACT_NOT_ALLOWED", "Say first that we may write to you");

    private static readonly Refusal NoSuchLanguage = new("LANGUAGE_UNKNOWN", "Choose one of the languages that we write in", "language");

    private static readonly Refusal NoSuchDistrict = new("DISTRICT_UNKNOWN", "Choose districts of the county", "districts");

    private static readonly Refusal NoAccount = new("ACCOUNT_MISSING", "Sign in by e-mail first");

    internal static readonly Refusal NotOffered = new("MAIL_NOT_SET_UP", "We cannot send e-mails yet. Keep your reference and your secret to see what happens");

    private static readonly Refusal LinkOver = new("LINK_OVER", "This link does not work any more. Use the one in the last e-mail that we sent you");

    /// <summary>Writes to somebody about a response from now on, once they have confirmed the address, and sends them its receipt then.</summary>
    public Task FollowAsync(FollowResponse command, CommandContext context, CancellationToken cancellationToken) => runner.WriteAsync(
        Guid.Empty,
        command,
        Unnamed(context),
        async session =>
        {
            if (!options.IsOffered)
                throw new RuleRefusedException(NotOffered);
            if (EmailAddress.Normalise(command.Address) is not { } address)
                throw new RuleRefusedException(AddressWrong);
            if (!command.MayWrite)
                throw new RuleRefusedException(NotAllowed);
            if (NotificationLanguage.Find(command.Language) is null)
                throw new RuleRefusedException(NoSuchLanguage);

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
        var given = await FindAccountAsync(participant, cancellationToken);
        var (address, hash) = given is { Address: { } other } ? (other, given.Hash) : (own, tokens.HashOfAddress(own));
        var account = new Account(tokens.HashOfOwner(participant), HasProven: address == own);
        await using var session = store.LightweightSession();
        session.QueueSqlCommand(Follow(response, key, address, hash, account, audience, words.Code, runner.MomentOf(context)));
        await session.SaveChangesAsync(cancellationToken);
    }

    /// <summary>
    /// Writes to somebody who has an account at this address from now on, of consultations for them to begin with. The one that they sign in with is known to be
    /// theirs; any other is asked first, and has choices of its own: whoever names a stranger's address learns and changes nothing of theirs.
    /// </summary>
    /// <param name="participant">Whose account; null for whoever has none.</param>
    /// <param name="command">Where to.</param>
    /// <param name="context">Who asks, and when.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task GiveAddressAsync(Guid? participant, GiveAddress command, CommandContext context, CancellationToken cancellationToken) => runner.WriteAsync(
        Guid.Empty,
        command,
        Unnamed(context),
        async session =>
        {
            if (!options.IsOffered)
                throw new RuleRefusedException(NotOffered);
            if (participant is not { } person || await subjectKeys.FindAsync(person, cancellationToken) is not { } key)
                throw new RuleRefusedException(NoAccount);
            var own = await links.AddressOfAsync(person, cancellationToken);
            if ((string.IsNullOrWhiteSpace(command.Address) ? own : EmailAddress.Normalise(command.Address)) is not { } address)
                throw new RuleRefusedException(AddressWrong);
            if (NotificationLanguage.Find(command.Language) is null)
                throw new RuleRefusedException(NoSuchLanguage);
            // After what is wrong with the address, so that nobody allows it first for one that is refused.
            if (!await participants.AllowsAsync(person, Permission.Contact, cancellationToken))
                throw new RuleRefusedException(ContactNotAllowed);
            if (address != own && await attempts.SpendAsync(AttemptBudget.MessagesToAddress, address, cancellationToken) is { } wait)
                throw new RuleRefusedException(AttemptBudget.Spent(wait));

            var hash = address == own ? tokens.HashOfAddress(address) : tokens.HashOfAccountAddress(person, address);
            var given = await FindAccountAsync(person, cancellationToken);
            var sameAddress = await store.ListAsync(
                "select id from engagement.notification_recipients where address_hash = $1", row => row.GetGuid(0), cancellationToken, hash);
            var recipient = given?.Id ?? (sameAddress is [var known] ? known : Guid.CreateVersion7(runner.MomentOf(context)));
            if (sameAddress is [var other] && other != recipient)
            {
                foreach (var move in AccountRows.Join(other, recipient))
                    session.QueueSqlCommand(move);
            }

            foreach (var follow in await AccountRows.SealAgainAsync(store, subjectKeys, [recipient, .. sameAddress], address, cancellationToken))
                session.QueueSqlCommand(follow);
            session.QueueSqlCommand(AccountRows.Give(
                recipient, tokens.HashOfOwner(person), hash, addresses.Seal(recipient, key, address), address == own, command, runner.MomentOf(context)));
            return 1;
        },
        cancellationToken);

    /// <summary>Writes no more about a response. The address is forgotten, unless it was given for another one too.</summary>
    public Task UnfollowAsync(UnfollowResponse command, CommandContext context, CancellationToken cancellationToken) => runner.WriteAsync(
        Guid.Empty,
        command,
        Unnamed(context),
        async session =>
        {
            var receipt = await FindAsync(command.Reference, command.Secret, cancellationToken);
            session.QueueSqlCommand(NotificationAddresses.Unfollow(receipt.Id));
            session.QueueSqlCommand(NotificationAddresses.ForgetWhoFollowsNothing());
            return 1;
        },
        cancellationToken);

    /// <summary>Takes it that an address is theirs, because they have the link of the message that asked. What waited for that goes out.</summary>
    public Task ConfirmAsync(ConfirmAddress command, CommandContext context, CancellationToken cancellationToken) => WriteToAsync(
        _ => Task.FromResult(tokens.AddressOf(command.Token)),
        command,
        context,
        recipient => new NpgsqlBatchCommand(
            """
            with confirmed as (update engagement.notification_recipients set confirmed_at = coalesce(confirmed_at, $2) where id = $1 returning id)
            update engagement.notifications n set state = 'Unwanted', ended_at = $2
            from confirmed c where n.recipient_id = c.id and n.kind = 'AddressToConfirm' and n.state = 'Waiting'
            """)
        {
            Parameters =
            {
                new NpgsqlParameter<Guid> { TypedValue = recipient },
                new NpgsqlParameter<DateTime> { TypedValue = runner.MomentOf(context).UtcDateTime },
            },
        },
        cancellationToken);

    /// <summary>Sends what somebody wants, as often as they want it. Choosing again after stopping begins again.</summary>
    /// <param name="command">What they want.</param>
    /// <param name="account">Whose account it is, where it is by their account and not by a link.</param>
    /// <param name="context">Who asks, and when.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task ChooseAsync(ChooseNotifications command, Guid? account, CommandContext context, CancellationToken cancellationToken) => WriteToAsync(
        async cancellation =>
        {
            if (command.Districts?.Any(code => District.Find(code) is null) == true)
                throw new RuleRefusedException(NoSuchDistrict);
            if (command.Token is null && account is { } person && !await participants.AllowsAsync(person, Permission.Contact, cancellation))
                throw new RuleRefusedException(ContactNotAllowed);
            return await RecipientOfAsync(command.Token, account, cancellation);
        },
        command,
        context,
        recipient =>
        {
            var unwanted = ChooseNotifications.Choices.Except(command.Kinds).Select(kind => kind.ToString()).ToArray();
            return new NpgsqlBatchCommand(
                """
                with chosen as (
                    update engagement.notification_recipients set unwanted = $2, frequency = $3, quiet = $4, stopped_at = null,
                        about = coalesce($7, about), districts = coalesce($8, districts),
                        -- Young people are asked about what is for them.
                        interests = case when audience = 'YoungPeople' and cardinality(coalesce($7, about)) + cardinality(coalesce($8, districts)) > 0 then '{YoungPeople}' else $6 end
                    where id = $1 and audience <> 'Staff' returning id
                )
                update engagement.notifications n set state = 'Unwanted', ended_at = $5
                from chosen c where n.recipient_id = c.id and n.state = 'Waiting' and n.kind = any($2)
                """)
            {
                Parameters =
                {
                    new NpgsqlParameter<Guid> { TypedValue = recipient },
                    new NpgsqlParameter<string[]> { TypedValue = unwanted },
                    new NpgsqlParameter<string> { TypedValue = command.Frequency.ToString() },
                    new NpgsqlParameter<bool> { TypedValue = command.LeaveTheNight },
                    new NpgsqlParameter<DateTime> { TypedValue = runner.MomentOf(context).UtcDateTime },
                    new NpgsqlParameter<string[]> { TypedValue = [.. command.Interests.Distinct().Select(audience => $"{audience}")] },
                    Texts(command.About?.Distinct().Select(area => $"{area}")),
                    Texts(command.Districts?.Distinct()),
                },
            };
        },
        cancellationToken);

    /// <summary>Sends nothing more to somebody, also of what waits.</summary>
    /// <param name="command">Whose.</param>
    /// <param name="account">Whose account it is, where it is by their account and not by a link.</param>
    /// <param name="context">Who asks, and when.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task StopAsync(StopNotifications command, Guid? account, CommandContext context, CancellationToken cancellationToken) => WriteToAsync(
        cancellation => RecipientOfAsync(command.Token, account, cancellation),
        command,
        context,
        recipient => new NpgsqlBatchCommand(
            """
            with stopped as (
                update engagement.notification_recipients set stopped_at = coalesce(stopped_at, $2) where id = $1 returning id
            )
            update engagement.notifications n set state = 'Unwanted', ended_at = $2 from stopped s where n.recipient_id = s.id and n.state = 'Waiting'
            """)
        {
            Parameters =
            {
                new NpgsqlParameter<Guid> { TypedValue = recipient },
                new NpgsqlParameter<DateTime> { TypedValue = runner.MomentOf(context).UtcDateTime },
            },
        },
        cancellationToken);

    /// <summary>Says whether an entry answers the person who was asked by a message.</summary>
    public async Task AnswerAsync(AnswerByMessage command, CommandContext context, CancellationToken cancellationToken)
    {
        if (tokens.QuestionOf(command.Token) is not { } notification)
            throw new RuleRefusedException(LinkOver);

        var asked = await store.ListAsync(
            "select response_id, about_id from engagement.notifications where id = $1 and kind = 'ConfirmationAsked'",
            row => (Response: row.GetGuid(0), Loop: row.GetGuid(1)),
            cancellationToken,
            notification);
        if (asked is not [var (response, loop)])
            throw new RuleRefusedException(LinkOver);

        // The message stands for the receipt: it went to the address that the holder of the receipt gave.
        await feedback.GiveConfirmationAsync(
            new GiveConfirmation(loop, printer.ReferenceOf(response), printer.SecretOf(response), command.Answer, command.Comment), Unnamed(context), cancellationToken);
    }

    // The link to confirm an address is not one to choose by.
    private Task<Guid?> RecipientOfAsync(string? token, Guid? account, CancellationToken cancellationToken) =>
        token is null ? reads.FindRecipientAsync(token: null, account, cancellationToken) : Task.FromResult(tokens.RecipientOf(token));

    /// <summary>Where somebody who has an account said that they want to be written to, and nothing of what they did not say themselves.</summary>
    private async Task<GivenAddress?> FindAccountAsync(Guid participant, CancellationToken cancellationToken)
    {
        if (await reads.FindRecipientAsync(token: null, participant, cancellationToken) is not { } recipient)
            return null;
        var found = await store.ListAsync(
            "select address_hash, sealed_address from engagement.notification_recipients where id = $1",
            row => (Hash: row.GetFieldValue<byte[]>(0), Box: row.IsDBNull(1) ? null : row.GetFieldValue<byte[]>(1)),
            cancellationToken,
            recipient);
        return found is [var (hash, box)]
            ? new GivenAddress(recipient, hash, box is null ? null : await addresses.FindAsync(recipient, NotificationAudience.Families, box, cancellationToken))
            : null;
    }

    private static NpgsqlParameter Texts(IEnumerable<string>? texts) =>
        new() { Value = (object?)texts?.ToArray() ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Array | NpgsqlTypes.NpgsqlDbType.Text };

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

    // How somebody is reached is not tied to who is signed in.
    private static CommandContext Unnamed(CommandContext context) => context with { ActorId = null };

    private async Task<Receipt> FindAsync(string reference, string secret, CancellationToken cancellationToken) =>
        await receipts.FindAsync(reference, secret, cancellationToken) ?? throw new RuleRefusedException(ReceiptReads.NotFound);

    private Task<FirstAnswer> WriteToAsync(
        Func<CancellationToken, Task<Guid?>> find, object command, CommandContext context, Func<Guid, NpgsqlBatchCommand> write, CancellationToken cancellationToken) => runner.WriteAsync(
        Guid.Empty,
        command,
        Unnamed(context),
        async session =>
        {
            if (await find(cancellationToken) is not { } recipient
                || await store.CountAsync("select count(*) from engagement.notification_recipients where id = $1", cancellationToken, recipient) == 0)
            {
                throw new RuleRefusedException(LinkOver);
            }

            session.QueueSqlCommand(write(recipient));
            return 1;
        },
        cancellationToken);

    private sealed record Account(byte[] Hash, bool HasProven);

    private sealed record GivenAddress(Guid Id, byte[] Hash, string? Address);
}
