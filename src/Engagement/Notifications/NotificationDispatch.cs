using Engagement.SignIn;
using EventStore;
using Npgsql;

namespace Engagement.Notifications;

/// <summary>
/// Sends what is due, one person at a time: all that waits for them goes into one message. Whoever sends holds that person's row, so that several processes
/// share the work. A process that dies between the sending and its record sends again, with the same message id, by which a mailbox can tell.
/// </summary>
public sealed class NotificationDispatch(
    DocumentStore store, RecipientAddresses addresses, NotificationContents contents, IMailer mailer, TimeProvider clock)
{
    private const int MostInOne = 50;

    // In all about half a minute: a database that restarts is back within it.
    private const int MostRecordings = 17;

    // In all about a day and a half: a mail server that is being mended comes back within it.
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(6), TimeSpan.FromHours(12), TimeSpan.FromHours(16),
    ];

    /// <summary>
    /// When one more may go out, by the pace that all processes keep together: each takes the next moment for itself, by the database's clock. Null when
    /// nothing is due, so that none is taken for nothing.
    /// </summary>
    public async Task<TimeSpan?> TakeTurnAsync(double mostPerSecond, CancellationToken cancellationToken)
    {
        await using var take = store.DataSource.CreateCommand(
            """
            update engagement.notification_pace set next_at = greatest(next_at, clock_timestamp()) + make_interval(secs => $1)
            where exists (
                select from engagement.notifications n join engagement.notification_recipients r on r.id = n.recipient_id
                where n.state = 'Waiting' and n.due_at <= $2 and (r.confirmed_at is not null or n.kind = 'AddressToConfirm'))
            returning greatest(extract(epoch from next_at - clock_timestamp()) - $1, 0)::float8
            """);
        take.Parameters.Add(new NpgsqlParameter<double> { TypedValue = 1 / mostPerSecond });
        take.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = clock.GetUtcNow().UtcDateTime });
        return await take.ExecuteScalarAsync(cancellationToken) is double seconds ? TimeSpan.FromSeconds(seconds) : null;
    }

    /// <summary>Sends what waits for one person; null when nothing is due.</summary>
    public async Task<DispatchOutcome?> SendNextAsync(CancellationToken cancellationToken)
    {
        await using var connection = await store.DataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var now = clock.GetUtcNow();
        while (await TakeAsync(connection, transaction, now, cancellationToken) is { } recipient)
        {
            // Nothing, where another process has sent it between the look and the hold.
            var waiting = await WaitingAsync(connection, transaction, recipient, now, cancellationToken);
            if (waiting.Count == 0)
                continue;

            var outcome = await SendAsync(recipient, waiting, () => HoldAsync(connection, transaction, cancellationToken), cancellationToken);
            try
            {
                await using var batch = new NpgsqlBatch(connection, transaction);
                Record(batch, recipient, waiting, outcome, now);
                await batch.ExecuteNonQueryAsync(CancellationToken.None);
                await transaction.CommitAsync(CancellationToken.None);
            }
            catch (NpgsqlException) when (outcome.Result is DispatchResult.Sent)
            {
                await RecordLaterAsync(recipient, waiting, outcome, now);
            }

            return outcome;
        }

        return null;
    }

    /// <summary>Fails where the connection is gone, and with it the hold on that person: another process may be about to send the same.</summary>
    private static async Task HoldAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        await using var ask = new NpgsqlCommand("select", connection, transaction);
        await ask.ExecuteNonQueryAsync(cancellationToken);
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

    private static async Task<Recipient?> TakeAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var take = new NpgsqlCommand(
            """
            select r.id, r.audience, r.language, r.sealed_address, r.confirmed_at is not null, r.interests, r.about, r.districts
            from engagement.notifications n join engagement.notification_recipients r on r.id = n.recipient_id
            where n.state = 'Waiting' and n.due_at <= $1 and (r.confirmed_at is not null or n.kind = 'AddressToConfirm')
            order by n.due_at, n.id limit 1
            for update of r skip locked
            """,
            connection,
            transaction);
        take.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = now.UtcDateTime });
        await using var rows = await take.ExecuteReaderAsync(cancellationToken);
        return await rows.ReadAsync(cancellationToken)
            ? new Recipient(rows.GetGuid(0), Enum.Parse<NotificationAudience>(rows.GetString(1)), NotificationLanguage.Find(rows.GetString(2)) ?? NotificationLanguage.English)
            {
                SealedAddress = await rows.IsDBNullAsync(3, cancellationToken) ? null : await rows.GetFieldValueAsync<byte[]>(3, cancellationToken),
                IsConfirmed = rows.GetBoolean(4),
                Interests = new Interests(rows.GetFieldValue<string[]>(5), rows.GetFieldValue<string[]>(6), rows.GetFieldValue<string[]>(7)),
            }
            : null;
    }

    private static async Task<IReadOnlyList<WaitingNotification>> WaitingAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, Recipient recipient, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var read = new NpgsqlCommand(
            """
            select id, kind, response_id, about_id, occasion, queued_at, attempts from engagement.notifications
            where recipient_id = $1 and state = 'Waiting' and due_at <= $2 and ($4 or kind = 'AddressToConfirm') order by queued_at, id limit $3
            """,
            connection,
            transaction);
        read.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = recipient.Id });
        read.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = now.UtcDateTime });
        read.Parameters.Add(new NpgsqlParameter<int> { TypedValue = MostInOne });
        read.Parameters.Add(new NpgsqlParameter<bool> { TypedValue = recipient.IsConfirmed });
        await using var rows = await read.ExecuteReaderAsync(cancellationToken);
        var found = new List<WaitingNotification>();
        while (await rows.ReadAsync(cancellationToken))
        {
            found.Add(new WaitingNotification(
                rows.GetGuid(0),
                Enum.Parse<NotificationKind>(rows.GetString(1)),
                rows.GetGuid(2),
                rows.GetGuid(3),
                rows.GetGuid(4),
                rows.GetFieldValue<DateTimeOffset>(5),
                rows.GetInt32(6)));
        }

        return found;
    }

    private async Task<DispatchOutcome> SendAsync(
        Recipient recipient, IReadOnlyList<WaitingNotification> waiting, Func<Task> hold, CancellationToken cancellationToken)
    {
        if (await addresses.FindAsync(recipient.Id, recipient.Audience, recipient.SealedAddress, cancellationToken) is not { } address)
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
        var letter = LetterWriter.Write(NotificationContents.Together(found), recipient.Audience, recipient.Language, links);
        var mail = new OutgoingMail(address, letter.Subject, LetterText.Of(letter)) { Html = LetterHtml.Of(letter), Stop = links.Stop, Id = $"{waiting[0].Id:N}" };
        await hold();
        try
        {
            await mailer.SendAsync(mail, cancellationToken);
            return new DispatchOutcome(DispatchResult.Sent, null);
        }
        catch (MailRefusedException refused)
        {
            return new DispatchOutcome(DispatchResult.Refused, refused.Reason);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
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
            where id = any($1)
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
