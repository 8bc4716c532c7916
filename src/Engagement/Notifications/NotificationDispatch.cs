using Engagement.Common;
using Engagement.Participants;
using Engagement.SignIn;
using EventStore;
using Npgsql;

namespace Engagement.Notifications;

/// <summary>
/// Sends what is due, one person at a time: all that waits for them goes into one message. Whoever sends holds that person's row, so that several processes
/// share the work. A process that dies between the sending and its record sends again, with the same message id, by which a mailbox can tell.
/// </summary>
public sealed class NotificationDispatch(
    DocumentStore store, RecipientAddresses addresses, NotificationContents contents, IMailer mailer, Place place, TimeProvider clock)
{
    private const int MostInOne = 50;

    // It holds a connection to the database. Stopping the platform does not cut it short: what the server may have by then would be sent again.
    private static readonly TimeSpan PatienceWithServer = TimeSpan.FromMinutes(2);

    // In all about half a minute: a database that restarts is back within it.
    private const int MostRecordings = 17;

    // In all about a day and a half: a mail server that is being mended comes back within it.
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(6), TimeSpan.FromHours(12), TimeSpan.FromHours(16),
    ];

    /// <summary>
    /// When one more may go out, by the pace that all processes keep together: each takes the next moment for itself, by the database's clock. Whoever comes
    /// late for one makes up for it, but for no more than a fifth of a second. Null when nothing is due, so that none is taken for nothing.
    /// </summary>
    public async Task<TimeSpan?> TakeTurnAsync(double mostPerSecond, CancellationToken cancellationToken)
    {
        await using var batch = store.DataSource.CreateBatch();
        // A turn that a crash of the database forgets does no harm, and to wait for the disk would make all the others wait.
        batch.BatchCommands.Add(new NpgsqlBatchCommand("set local synchronous_commit = off"));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(
            """
            update engagement.notification_pace set next_at = greatest(next_at, clock_timestamp() - interval '0.2 s') + make_interval(secs => $1)
            where exists (
                select from engagement.notifications n join engagement.notification_recipients r on r.id = n.recipient_id
                where n.state = 'Waiting' and n.due_at <= $2 and (r.confirmed_at is not null or n.kind = 'AddressToConfirm'))
            returning greatest(extract(epoch from next_at - clock_timestamp()) - $1, 0)::float8
            """)
        {
            Parameters =
            {
                new NpgsqlParameter<double> { TypedValue = 1 / mostPerSecond }, new NpgsqlParameter<DateTime> { TypedValue = clock.GetUtcNow().UtcDateTime },
            },
        });
        return await batch.ExecuteScalarAsync(cancellationToken) is double seconds ? TimeSpan.FromSeconds(seconds) : null;
    }

    /// <summary>Sends what waits for one person; null when nothing is due.</summary>
    public async Task<DispatchOutcome?> SendNextAsync(CancellationToken cancellationToken)
    {
        await using var connection = await store.DataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var now = clock.GetUtcNow();
        while (await TakeAsync(connection, transaction, now, cancellationToken) is var (recipient, waiting))
        {
            var outcome = await SendAsync(recipient, waiting, () => HoldsAsync(connection, transaction, waiting, cancellationToken), cancellationToken);
            if (outcome is null)
                continue;

            try
            {
                await using var batch = new NpgsqlBatch(connection, transaction);
                Record(batch, recipient, waiting, outcome, now);
                batch.BatchCommands.Add(new NpgsqlBatchCommand("commit"));
                await batch.ExecuteNonQueryAsync(CancellationToken.None);
            }
            catch (NpgsqlException) when (outcome.Result is DispatchResult.Sent)
            {
                await RecordLaterAsync(recipient, waiting, outcome, now);
            }

            return outcome;
        }

        return null;
    }

    /// <summary>
    /// Whether all of it still waits: another process may have sent it between the look and the hold, or somebody taken it back. Fails where the connection
    /// is gone, and with it the hold on that person: another process may be about to send the same.
    /// </summary>
    private static async Task<bool> HoldsAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, IReadOnlyList<WaitingNotification> waiting, CancellationToken cancellationToken)
    {
        await using var ask = new NpgsqlCommand("select count(*) from engagement.notifications where id = any($1) and state = 'Waiting'", connection, transaction);
        ask.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. waiting.Select(one => one.Id)] });
        return (long)(await ask.ExecuteScalarAsync(cancellationToken))! == waiting.Count;
    }

    /// <summary>What was sent is known to this process only, so it goes on until the database knows too: else somebody would send it again.</summary>
    private async Task RecordLaterAsync(Recipient recipient, IReadOnlyList<WaitingNotification> waiting, DispatchOutcome outcome, DateTimeOffset now)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var batch = store.DataSource.CreateBatch();
                Record(batch, recipient, waiting, outcome, now);
                await batch.ExecuteNonQueryAsync(CancellationToken.None);
                return;
            }
            catch (NpgsqlException) when (attempt < MostRecordings)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20 * attempt * attempt), CancellationToken.None);
            }
        }
    }

    /// <summary>Holds the person whose message has been due for longest and whom nobody holds, and reads what is due for them, all in one round trip.</summary>
    private static async Task<(Recipient Recipient, IReadOnlyList<WaitingNotification> Waiting)?> TakeAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var take = new NpgsqlCommand(
            """
            with taken as (
                select r.id, r.audience, r.language, r.sealed_address, r.confirmed_at is not null as is_confirmed, r.interests, r.about, r.districts
                from engagement.notifications n join engagement.notification_recipients r on r.id = n.recipient_id
                where n.state = 'Waiting' and n.due_at <= $1 and (r.confirmed_at is not null or n.kind = 'AddressToConfirm')
                order by n.due_at, n.id limit 1
                for update of r skip locked
            )
            select t.id, t.audience, t.language, t.sealed_address, t.is_confirmed, t.interests, t.about, t.districts, follows.subjects, follows.addresses,
                n.id, n.kind, n.response_id, n.about_id, n.occasion, n.queued_at, n.attempts
            from taken t
            cross join lateral (
                select array_agg(subject_id) as subjects, array_agg(sealed_address) as addresses
                from (select subject_id, sealed_address from engagement.notification_follows where recipient_id = t.id limit 10) f) follows
            cross join lateral (
                select * from engagement.notifications
                where recipient_id = t.id and state = 'Waiting' and due_at <= $1 and (t.is_confirmed or kind = 'AddressToConfirm')
                order by queued_at, id limit $2) n
            order by n.queued_at, n.id
            """,
            connection,
            transaction);
        take.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = now.UtcDateTime });
        take.Parameters.Add(new NpgsqlParameter<int> { TypedValue = MostInOne });
        await using var rows = await take.ExecuteReaderAsync(cancellationToken);
        Recipient? recipient = null;
        var found = new List<WaitingNotification>();
        while (await rows.ReadAsync(cancellationToken))
        {
            recipient ??= RecipientOf(rows);
            found.Add(new WaitingNotification(
                rows.GetGuid(10),
                Enum.Parse<NotificationKind>(rows.GetString(11)),
                rows.GetGuid(12),
                rows.GetGuid(13),
                rows.GetGuid(14),
                rows.GetFieldValue<DateTimeOffset>(15),
                rows.GetInt32(16)));
        }

        return recipient is null ? null : (recipient, found);
    }

    private static Recipient RecipientOf(NpgsqlDataReader row) => new(
        row.GetGuid(0), Enum.Parse<NotificationAudience>(row.GetString(1)), NotificationLanguage.Find(row.GetString(2)) ?? NotificationLanguage.English)
    {
        SealedAddress = row.IsDBNull(3) ? null : row.GetFieldValue<byte[]>(3),
        IsConfirmed = row.GetBoolean(4),
        Interests = new Interests(row.GetFieldValue<string[]>(5), row.GetFieldValue<string[]>(6), row.GetFieldValue<string[]>(7)),
        AddressesOfFollows = row.IsDBNull(8)
            ? []
            : [.. row.GetFieldValue<Guid[]>(8).Zip(row.GetFieldValue<string[]>(9), (subject, address) => new PersonalText(subject, address))],
    };

    /// <returns>Null where it is not this process's to send any more.</returns>
    private async Task<DispatchOutcome?> SendAsync(
        Recipient recipient, IReadOnlyList<WaitingNotification> waiting, Func<Task<bool>> holds, CancellationToken cancellationToken)
    {
        if (await addresses.OpenAsync(recipient.Id, recipient.Audience, recipient.SealedAddress, recipient.AddressesOfFollows, cancellationToken) is not { } address)
            return new DispatchOutcome(DispatchResult.Unwanted, null);

        var found = new List<NotificationContent>();
        foreach (var one in waiting)
        {
            // That it was grouped says that it was read.
            if (one.Kind is NotificationKind.ViewRead && waiting.Any(other => other.Kind is NotificationKind.ViewGrouped && other.ResponseId == one.ResponseId))
                continue;
            if (await ContentOfAsync(one, recipient, cancellationToken) is { } content)
                found.Add(content);
        }

        if (found.Count == 0)
            return new DispatchOutcome(DispatchResult.Unwanted, null);

        var links = contents.LinksOf(recipient.Id, recipient.Audience);
        var letter = LetterWriter.Write(place, NotificationContents.Together(found), recipient.Audience, recipient.Language, links);
        var mail = new OutgoingMail(address, letter.Subject, LetterText.Of(letter)) { Html = LetterHtml.Of(letter), Stop = links.Stop, Id = $"{waiting[0].Id:N}" };
        if (!await holds())
            return null;
        using var patience = new CancellationTokenSource(PatienceWithServer);
        try
        {
            await mailer.SendAsync(mail, patience.Token);
            return new DispatchOutcome(DispatchResult.Sent, null);
        }
        catch (MailRefusedException refused)
        {
            return new DispatchOutcome(DispatchResult.Refused, refused.Reason);
        }
        catch (Exception failure)
        {
            // Its message may name the address, its type does not.
            return new DispatchOutcome(DispatchResult.Failed, failure.GetType().Name);
        }
    }

    private async Task<NotificationContent?> ContentOfAsync(WaitingNotification one, Recipient recipient, CancellationToken cancellationToken) => one.Kind switch
    {
        NotificationKind.AddressToConfirm => recipient.IsConfirmed ? null : contents.QuestionOf(recipient.Id),
        _ => await contents.FindAsync(one, recipient.Audience, recipient.Language, recipient.Interests, cancellationToken),
    };

    private static void Record(NpgsqlBatch batch, Recipient recipient, IReadOnlyList<WaitingNotification> waiting, DispatchOutcome outcome, DateTimeOffset now)
    {
        var attempts = waiting.Max(one => one.Attempts);
        var retried = outcome.Result is DispatchResult.Failed && attempts < Waits.Length;
        batch.BatchCommands.Add(new NpgsqlBatchCommand(
            """
            update engagement.notifications
            set state = $2, ended_at = case when $2 = 'Waiting' then null else $3 end, attempts = $4, due_at = $5, problem = $6
            where id = any($1) and (state = 'Waiting' or $2 = 'Sent')
            """)
        {
            Parameters =
            {
                new NpgsqlParameter<Guid[]> { TypedValue = [.. waiting.Select(one => one.Id)] },
                new NpgsqlParameter<string> { TypedValue = retried ? "Waiting" : outcome.Result.ToString() },
                new NpgsqlParameter<DateTime> { TypedValue = now.UtcDateTime },
                new NpgsqlParameter<int> { TypedValue = attempts + 1 },
                new NpgsqlParameter<DateTime> { TypedValue = (retried ? now + Waits[attempts] : now).UtcDateTime },
                new NpgsqlParameter { Value = (object?)outcome.Problem ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text },
            },
        });

        if (outcome.Result is DispatchResult.Sent)
            batch.BatchCommands.Add(Mark("update engagement.notification_recipients set last_sent_at = $2 where id = $1", recipient, now));
        if (outcome.Result is not DispatchResult.Refused)
            return;

        // Nothing more goes to a mailbox that takes nothing, until another address is given.
        batch.BatchCommands.Add(Mark("update engagement.notification_recipients set refused_at = $2 where id = $1", recipient, now));
        batch.BatchCommands.Add(Mark("update engagement.notifications set state = 'Refused', ended_at = $2 where recipient_id = $1 and state = 'Waiting'", recipient, now));
    }

    private static NpgsqlBatchCommand Mark(string sql, Recipient recipient, DateTimeOffset now) => new(sql)
    {
        Parameters = { new NpgsqlParameter<Guid> { TypedValue = recipient.Id }, new NpgsqlParameter<DateTime> { TypedValue = now.UtcDateTime } },
    };

    private sealed record Recipient(Guid Id, NotificationAudience Audience, NotificationLanguage Language)
    {
        public byte[]? SealedAddress { get; init; }

        public bool IsConfirmed { get; init; }

        public IReadOnlyList<PersonalText> AddressesOfFollows { get; init; } = [];

        public required Interests Interests { get; init; }
    }
}

/// <summary>What came of sending to one person.</summary>
public enum DispatchResult
{
    /// <summary>The mail server has it.</summary>
    Sent,

    /// <summary>It was not taken now, and is tried again.</summary>
    Failed,

    /// <summary>The mailbox takes nothing.</summary>
    Refused,

    /// <summary>There is nobody or nothing to send any more.</summary>
    Unwanted,
}

/// <summary>What came of sending to one person.</summary>
/// <param name="Result">What.</param>
/// <param name="Problem">A code for what went wrong; null where nothing did.</param>
public sealed record DispatchOutcome(DispatchResult Result, string? Problem);
