using System.Text;
using Engagement.Common;
using Engagement.Participants;
using Engagement.SignIn;
using EventStore;
using Npgsql;

namespace Engagement.Notifications;

/// <summary>
/// Reminders by e-mail for people who work here. Nothing says who they are: the address is sealed with the platform's key and found by keyed hashes only. What
/// they may do is known as of the last time that they signed in, and whoever has not signed in for long is not written to.
/// </summary>
/// <exception cref="RuleRefusedException">A rule refuses it.</exception>
public sealed class ReminderCommands(
    CommandRunner runner, DocumentStore store, NotificationTokens tokens, NotificationOptions options, Attempts attempts, TimeProvider clock)
{
    internal static readonly TimeSpan Known = TimeSpan.FromDays(60);

    /// <summary>What they may choose of.</summary>
    public static IReadOnlyList<NotificationKind> Choices { get; } =
        [NotificationKind.ResponseDue, NotificationKind.CommitmentDue, NotificationKind.ErasureDue, NotificationKind.LoopEscalated];

    /// <summary>How reminders stand for somebody who works here.</summary>
    public async Task<ReminderSettings> FindAsync(Guid actor, CancellationToken cancellationToken)
    {
        var found = await store.ListAsync(
            "select unwanted, confirmed_at is not null, refused_at is not null from engagement.notification_recipients where owner_hash = $1 and audience = 'Staff' and stopped_at is null",
            row =>
            {
                var unwanted = row.GetFieldValue<string[]>(0);
                return new ReminderSettings(true, row.GetBoolean(1), row.GetBoolean(2), [.. Choices.Where(kind => !unwanted.Contains(kind.ToString()))]);
            },
            cancellationToken,
            tokens.HashOfOwner(actor));
        return found is [var settings] ? settings : new ReminderSettings(false, false, false, Choices);
    }

    /// <summary>Asks for reminders, or chooses others. Another address than before has to be confirmed.</summary>
    /// <param name="actor">Whose.</param>
    /// <param name="permissions">What they may do.</param>
    /// <param name="command">To where and which.</param>
    /// <param name="context">Who asks, and when.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task AskAsync(Guid actor, IReadOnlyList<string> permissions, AskForReminders command, CommandContext context, CancellationToken cancellationToken) => runner.WriteAsync(
        Guid.Empty,
        command,
        context,
        async session =>
        {
            if (!options.IsOffered)
                throw new RuleRefusedException(NotificationRefusals.NotOffered);

            var isOn = (await FindAsync(actor, cancellationToken)).IsOn;
            var owner = tokens.HashOfOwner(actor);
            var unwanted = Choices.Except(command.Kinds).Select(kind => kind.ToString()).ToArray();
            var now = runner.MomentOf(context);
            if (command.Address is { Length: > 0 } given)
            {
                if (EmailAddress.Normalise(given) is not { } address)
                    throw new RuleRefusedException(NotificationRefusals.AddressWrong);
                if (await attempts.SpendAsync(AttemptBudget.MessagesToAddress, address, cancellationToken) is { } wait)
                    throw new RuleRefusedException(AttemptBudget.Spent(wait));
                session.QueueSqlCommand(Replace(owner, address, now));
            }
            else if (!isOn)
            {
                throw new RuleRefusedException(NotificationRefusals.AddressWrong);
            }

            session.QueueSqlCommand(Choose(owner, unwanted, [.. permissions], now));
            return 1;
        },
        cancellationToken);

    /// <summary>Sends no more reminders. The address is forgotten.</summary>
    public Task StopAsync(Guid actor, CommandContext context, CancellationToken cancellationToken) => runner.WriteAsync(
        Guid.Empty,
        new StopReminders(),
        context,
        session =>
        {
            session.QueueSqlCommand(Of("delete from engagement.notification_recipients where owner_hash = $1 and audience = 'Staff'", tokens.HashOfOwner(actor)));
            return Task.FromResult(1);
        },
        cancellationToken);

    /// <summary>Takes note of what somebody may do, when they sign in.</summary>
    public async Task KnowAsync(Guid actor, IReadOnlyList<string> permissions, CancellationToken cancellationToken)
    {
        await using var command = store.DataSource.CreateCommand(
            "update engagement.notification_recipients set permissions = $2, known_at = $3 where owner_hash = $1 and audience = 'Staff'");
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = tokens.HashOfOwner(actor) });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. permissions] });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = clock.GetUtcNow().UtcDateTime });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    // The address that was theirs before goes; where it is the same one, it stays confirmed.
    private NpgsqlBatchCommand Replace(byte[] owner, string address, DateTimeOffset now)
    {
        var id = DeterministicId.From("staff reminders", Convert.ToHexStringLower(tokens.HashOfStaffAddress(address)));
        return new NpgsqlBatchCommand(
            """
            with gone as (
                delete from engagement.notification_recipients where owner_hash = $2 and audience = 'Staff' and address_hash <> $3
            ), recipient as (
                insert into engagement.notification_recipients as r
                    (id, owner_hash, address_hash, sealed_address, audience, language, frequency, quiet, unwanted, asked_at)
                values ($1, $2, $3, $4, 'Staff', 'en-GB', 'AtOnce', false, '{}', $5)
                on conflict (address_hash) do update set
                    asked_at = excluded.asked_at, stopped_at = null, refused_at = null, owner_hash = excluded.owner_hash,
                    confirmed_at = case when r.stopped_at is null and r.refused_at is null and r.owner_hash = excluded.owner_hash then r.confirmed_at end
                returning r.id, r.confirmed_at
            )
            insert into engagement.notifications (id, recipient_id, response_id, kind, about_id, occasion, queued_at, due_at)
            select gen_random_uuid(), id, id, 'AddressToConfirm', id, id, $5, $5 from recipient where confirmed_at is null
            on conflict (recipient_id, kind, occasion) do update set id = excluded.id, state = 'Waiting', attempts = 0, due_at = excluded.due_at, ended_at = null
            """)
        {
            Parameters =
            {
                new NpgsqlParameter<Guid> { TypedValue = id },
                new NpgsqlParameter<byte[]> { TypedValue = owner },
                new NpgsqlParameter<byte[]> { TypedValue = tokens.HashOfStaffAddress(address) },
                new NpgsqlParameter<byte[]> { TypedValue = Sealing.Seal(tokens.KeyOfStaffAddress(id), Encoding.UTF8.GetBytes(address), id) },
                new NpgsqlParameter<DateTime> { TypedValue = now.UtcDateTime },
            },
        };
    }

    private static NpgsqlBatchCommand Choose(byte[] owner, string[] unwanted, string[] permissions, DateTimeOffset now) => new(
        "update engagement.notification_recipients set unwanted = $2, permissions = $3, known_at = $4 where owner_hash = $1 and audience = 'Staff'")
    {
        Parameters =
        {
            new NpgsqlParameter<byte[]> { TypedValue = owner },
            new NpgsqlParameter<string[]> { TypedValue = unwanted },
            new NpgsqlParameter<string[]> { TypedValue = permissions },
            new NpgsqlParameter<DateTime> { TypedValue = now.UtcDateTime },
        },
    };

    private static NpgsqlBatchCommand Of(string sql, byte[] owner) => new(sql) { Parameters = { new NpgsqlParameter<byte[]> { TypedValue = owner } } };

    private sealed record StopReminders;
}

/// <summary>Asks for reminders by e-mail of what is due.</summary>
/// <param name="Address">Where to write to; null for the address that was given before.</param>
/// <param name="Kinds">What to be reminded of.</param>
public sealed record AskForReminders(string? Address, IReadOnlyList<NotificationKind> Kinds);

/// <summary>How reminders stand for somebody who works here. Never the address.</summary>
/// <param name="IsOn">Whether they asked for them.</param>
/// <param name="IsConfirmed">Whether the address is confirmed: until then nothing but the question is sent.</param>
/// <param name="IsRefused">Whether the mailbox takes no mail.</param>
/// <param name="Kinds">What they want to be reminded of.</param>
public sealed record ReminderSettings(bool IsOn, bool IsConfirmed, bool IsRefused, IReadOnlyList<NotificationKind> Kinds);
