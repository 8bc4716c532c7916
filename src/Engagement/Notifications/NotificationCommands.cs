using Engagement.Common;
using Engagement.Feedback;
using Engagement.Participants;
using Engagement.Surveys;
using EventStore;
using Npgsql;

namespace Engagement.Notifications;

/// <summary>
/// What people do about the messages they get, by a link in one of them or by their account, once for each idempotency key. None of it but an answer is an event: how
/// somebody is reached is no history, and goes when they stop it.
/// </summary>
/// <exception cref="RuleRefusedException">A rule refuses it.</exception>
/// <exception cref="IdempotencyKeyReusedException">The key was used for another request.</exception>
public sealed class NotificationCommands(
    CommandRunner runner,
    DocumentStore store,
    NotificationReads reads,
    FeedbackCommands feedback,
    ReceiptPrinter printer,
    ParticipantReads participants,
    NotificationOptions options)
{
    /// <summary>Takes it that an address is theirs, because they have the link of the message that asked. What waited for that goes out.</summary>
    public Task ConfirmAsync(ConfirmAddress command, CommandContext context, CancellationToken cancellationToken) => WriteToAsync(
        cancellation => reads.FindToConfirmAsync(command.Token, cancellation),
        command,
        context,
        recipient => new NpgsqlBatchCommand(
            """
            with confirmed as (
                -- Whoever wanted to be asked no more, and says yes after all, has not stopped anything else.
                update engagement.notification_recipients
                set confirmed_at = coalesce(confirmed_at, $2), stopped_at = case when confirmed_at is not null then stopped_at end, questioned_at = null, questions = 0
                where id = $1 returning id
            ), followed as (
                update engagement.notification_follows f set confirmed_at = $2 from confirmed c where f.recipient_id = c.id and f.confirmed_at is null
            )
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

    /// <summary>Sends what somebody wants, as often as they want it, also of what waits. Choosing again after stopping begins again.</summary>
    /// <param name="command">What they want.</param>
    /// <param name="account">Whose account it is, where it is by their account and not by a link.</param>
    /// <param name="context">Who asks, and when.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task ChooseAsync(ChooseNotifications command, Guid? account, CommandContext context, CancellationToken cancellationToken) => WriteToAsync(
        async cancellation =>
        {
            if (command.Districts?.Any(code => District.Find(code) is null) == true)
                throw new RuleRefusedException(NotificationRefusals.NoSuchDistrict);
            if (command.Token is null && account is { } person && !await participants.AllowsAsync(person, Permission.Contact, cancellation))
                throw new RuleRefusedException(NotificationRefusals.ContactNotAllowed);
            return await RecipientOfAsync(command.Token, account, cancellation);
        },
        command,
        context,
        recipient =>
        {
            var gathered = runner.MomentOf(context) + options.Gather;
            var unwanted = ChooseNotifications.Choices.Except(command.Kinds).Select(kind => kind.ToString()).ToArray();
            return new NpgsqlBatchCommand(
                """
                with before as (
                    select id, frequency <> $3 or ($3 = 'AtOnce' and quiet <> $4) as is_otherwise from engagement.notification_recipients where id = $1 and audience <> 'Staff' for update
                ), chosen as (
                    update engagement.notification_recipients r set unwanted = $2, frequency = $3, quiet = $4, stopped_at = null,
                        about = coalesce($7, about), districts = coalesce($8, districts),
                        -- Young people are asked about what is for them.
                        interests = case when audience = 'YoungPeople' and cardinality(coalesce($7, about)) + cardinality(coalesce($8, districts)) > 0 then '{YoungPeople}' else $6 end
                    from before where r.id = before.id returning r.id, is_otherwise
                ), timed as (
                    -- What waits comes when they want it now. What they wait for goes out at once, the week has its day, and what was tried has its next try.
                    update engagement.notifications n set due_at = $9
                    from chosen c where c.is_otherwise and n.recipient_id = c.id and n.state = 'Waiting' and n.attempts = 0
                        and n.kind <> all ($2) and n.kind not in ('AddressToConfirm', 'ResponseReceived', 'WeeklyDigest')
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
                    new NpgsqlParameter<DateTime> { TypedValue = SendingTimes.Of(command.Frequency, command.LeaveTheNight, gathered).UtcDateTime },
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
        if (await reads.FindAskedAsync(command.Token, cancellationToken) is not { } asked)
            throw new RuleRefusedException(NotificationRefusals.LinkOver);

        // The message stands for the receipt: it went to the address that the holder of the receipt gave.
        await feedback.GiveConfirmationAsync(
            new GiveConfirmation(asked.Loop, printer.ReferenceOf(asked.Response), printer.SecretOf(asked.Response), command.Answer, command.Comment), context.Unnamed(), cancellationToken);
    }

    // The link to confirm an address is not one to choose by.
    private Task<Guid?> RecipientOfAsync(string? token, Guid? account, CancellationToken cancellationToken) =>
        token is null ? reads.FindRecipientAsync(token: null, account, cancellationToken) : reads.FindToChooseAsync(token, cancellationToken);

    private static NpgsqlParameter Texts(IEnumerable<string>? texts) =>
        new() { Value = (object?)texts?.ToArray() ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Array | NpgsqlTypes.NpgsqlDbType.Text };

    private Task<FirstAnswer> WriteToAsync(
        Func<CancellationToken, Task<Guid?>> find, object command, CommandContext context, Func<Guid, NpgsqlBatchCommand> write, CancellationToken cancellationToken) => runner.WriteAsync(
        Guid.Empty,
        command,
        context.Unnamed(),
        async session =>
        {
            if (await find(cancellationToken) is not { } recipient
                || await store.CountAsync("select count(*) from engagement.notification_recipients where id = $1", cancellationToken, recipient) == 0)
            {
                throw new RuleRefusedException(NotificationRefusals.LinkOver);
            }

            session.QueueSqlCommand(write(recipient));
            return 1;
        },
        cancellationToken);
}
