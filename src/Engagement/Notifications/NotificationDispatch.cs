using System.Collections.Concurrent;
using System.Diagnostics;
using Engagement.Common;
using Engagement.Participants;
using Engagement.SignIn;
using EventStore;
using Npgsql;

namespace Engagement.Notifications;

/// <summary>
/// Sends what is due: all that waits for one person goes into one letter, and several letters are taken at a time. Whoever is written to is held for a while, in
/// the database, so that several processes share the work, and nothing that is done there waits for a mail server. Whom a process held when it died is written to
/// once that while is over: with the same message id, by which a mailbox can tell if the mail server had it already.
/// </summary>
public sealed class NotificationDispatch(
    DocumentStore store, RecipientAddresses addresses, NotificationContents contents, IMailer mailer, Place place, TimeProvider clock)
    : IDisposable
{
    private const int MostInOne = 50;

    // Stopping the platform does not cut it short: what the server may have by then would be sent again.
    private static readonly TimeSpan PatienceWithServer = TimeSpan.FromMinutes(2);

    // Longer than it takes to send and to record, however badly both go.
    private static readonly TimeSpan Held = TimeSpan.FromMinutes(5);

    // In all about half a minute: a database that restarts is back within it.
    private const int MostRecordings = 17;

    // Somebody to whom much happens is not written to about each of it.
    private static readonly TimeSpan Distance = TimeSpan.FromMinutes(15);

    // What a newer process queued is left to it.
    private static readonly string[] KnownKinds = Enum.GetNames<NotificationKind>();

    // What somebody waits for goes out at once, at night too, and is no letter that another has to keep its distance from.
    private const string IsAwaited = $"n.kind in ('{nameof(NotificationKind.AddressToConfirm)}', '{nameof(NotificationKind.ResponseReceived)}')";

    // Neither in a night that they want to be left alone in, nor soon after the last letter.
    private const string IsTime = $"(n.due_at <= $1 and ({IsAwaited} or ((not r.quiet or not $3) and (r.last_sent_at is null or r.last_sent_at <= $4))))";

    // Until whoever reads a mailbox has said that it is theirs, and that they want to be told of this, nothing goes there but the question.
    private const string IsAllowed =
        $"""
        (n.kind = '{nameof(NotificationKind.AddressToConfirm)}' or (r.confirmed_at is not null and coalesce(
            (select f.confirmed_at is not null from engagement.notification_follows f where f.response_id = n.response_id and f.recipient_id = r.id), true)))
        """;

    // Holds end by the database's clock, which is the same for all processes.
    private const string IsFree =
        $"""
        n.state = 'Waiting' and {IsTime} and n.kind = any($2) and (r.held_until is null or r.held_until < now())
        and {IsAllowed}
        """;

    // The mailbox of a message takes nothing. What was refused elsewhere waits for the new address.
    private const string IsRefused = "exists (select from engagement.notification_recipients r where r.id = n.recipient_id and r.refused_at is not null)";

    // In all about a day and a half: a mail server that is being mended comes back within it.
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(6), TimeSpan.FromHours(12), TimeSpan.FromHours(16),
    ];

    private readonly ConcurrentQueue<Ended> _ended = new();
    private readonly SemaphoreSlim _recording = new(1);

    /// <summary>
    /// When so many more may go out, by the pace that all processes keep together: each takes the next moments for itself, by the database's clock. Whoever comes
    /// late for one makes up for it, but for no more than a fifth of a second. Null when nothing is due, so that none is taken for nothing.
    /// </summary>
    public async Task<TimeSpan?> TakeTurnsAsync(int letters, double mostPerSecond, CancellationToken cancellationToken)
    {
        await using var batch = store.DataSource.CreateBatch();
        // A turn that a crash of the database forgets does no harm, and to wait for the disk would make all the others wait.
        batch.BatchCommands.Add(new NpgsqlBatchCommand("set local synchronous_commit = off"));
        batch.BatchCommands.Add(OfFree(
            $"""
            update engagement.notification_pace set next_at = greatest(next_at, clock_timestamp() - interval '0.2 s') + make_interval(secs => $5)
            where exists (
                select from engagement.notifications n join engagement.notification_recipients r on r.id = n.recipient_id
                where {IsFree})
            returning greatest(extract(epoch from next_at - clock_timestamp()) - $5, 0)::float8
            """,
            clock.GetUtcNow(),
            new NpgsqlParameter<double> { TypedValue = letters / mostPerSecond }));
        return await batch.ExecuteScalarAsync(cancellationToken) is double seconds ? TimeSpan.FromSeconds(seconds) : null;
    }

    /// <summary>Leaves to others what moments were taken and not used: there were fewer letters, or another process was faster.</summary>
    public async Task GiveBackTurnsAsync(int letters, double mostPerSecond)
    {
        await using var command = store.DataSource.CreateCommand("update engagement.notification_pace set next_at = next_at - make_interval(secs => $1)");
        command.Parameters.Add(new NpgsqlParameter<double> { TypedValue = letters / mostPerSecond });
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }

    /// <summary>Takes the letters that have been due for longest, to be sent at once or put back. What cannot be written is among them, so that it holds up no other.</summary>
    public async Task<IReadOnlyList<HeldLetter>> TakeAsync(int most)
    {
        // From before they are held, so that they never seem to be held for longer than they are.
        var since = Stopwatch.GetTimestamp();
        var now = clock.GetUtcNow();
        var held = await HoldAsync(most, now);
        if (held.Length == 0)
            return [];

        try
        {
            return await WriteAsync(await ReadAsync(held, now), since);
        }
        catch (NpgsqlException failure) when (failure.IsTransient)
        {
            await PutBackAsync(held);
            throw;
        }

        // After anything else they stay held for a while, so that others have their turn.
    }

    /// <summary>Lets others send what there was no time for.</summary>
    public Task PutBackAsync(IEnumerable<HeldLetter> letters) => PutBackAsync([.. letters.Select(letter => letter.Recipient)]);

    /// <summary>Sends a letter and records what came of it.</summary>
    public async Task<DispatchOutcome> SendAsync(HeldLetter letter)
    {
        ArgumentNullException.ThrowIfNull(letter);
        // The next try is so long after this one began, however long the mail server takes.
        var at = clock.GetUtcNow();
        var outcome = letter.Mail is { } mail ? await SendAsync(mail) : letter.Outcome;
        await RecordAsync(new Ended(letter, outcome, at));
        return outcome;
    }

    public void Dispose() => _recording.Dispose();

    private async Task PutBackAsync(Guid[] recipients)
    {
        await using var command = store.DataSource.CreateCommand("update engagement.notification_recipients set held_until = null where id = any($1)");
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = recipients });
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }

    /// <summary>
    /// Holds those whose messages have been due for longest. The lock on each row looks again whether another process holds them by now, and lets those go on who queue
    /// something for them.
    /// </summary>
    private async Task<Guid[]> HoldAsync(int most, DateTimeOffset now)
    {
        await using var batch = store.DataSource.CreateBatch();
        // What a crash of the database forgets is taken by somebody else, as when a process dies.
        batch.BatchCommands.Add(new NpgsqlBatchCommand("set local synchronous_commit = off"));
        // Else PostgreSQL, which takes a table for small until it has counted it, sorts all that waits each time, instead of reading the first few by their index.
        batch.BatchCommands.Add(new NpgsqlBatchCommand("set local enable_sort = off"));
        batch.BatchCommands.Add(OfFree(
            $"""
            with due as (
                select r.id
                from engagement.notifications n join engagement.notification_recipients r on r.id = n.recipient_id
                where {IsFree}
                order by n.due_at, n.id limit $5
                for no key update of r skip locked
            )
            update engagement.notification_recipients set held_until = now() + $6 where id = any(array(select id from due)) returning id
            """,
            now,
            new NpgsqlParameter<int> { TypedValue = most },
            new NpgsqlParameter<TimeSpan> { TypedValue = Held }));
        await using var rows = await batch.ExecuteReaderAsync(CancellationToken.None);
        var held = new List<Guid>();
        while (await rows.ReadAsync(CancellationToken.None))
            held.Add(rows.GetGuid(0));
        return [.. held];
    }

    private static NpgsqlBatchCommand OfFree(string sql, DateTimeOffset now, params ReadOnlySpan<NpgsqlParameter> more)
    {
        var command = new NpgsqlBatchCommand(sql)
        {
            Parameters =
            {
                new NpgsqlParameter<DateTime> { TypedValue = now.UtcDateTime },
                new NpgsqlParameter<string[]> { TypedValue = KnownKinds },
                new NpgsqlParameter<bool> { TypedValue = SendingTimes.IsNight(now) },
                new NpgsqlParameter<DateTime> { TypedValue = (now - Distance).UtcDateTime },
            },
        };
        foreach (var parameter in more)
            command.Parameters.Add(parameter);
        return command;
    }

    /// <summary>What those who are held chose, and what waits for them: a statement of its own, so that it sees what the last one who held them did.</summary>
    private async Task<IReadOnlyList<Person>> ReadAsync(Guid[] held, DateTimeOffset now)
    {
        await using var batch = store.DataSource.CreateBatch();
        batch.BatchCommands.Add(OfFree(
            $"""
            select {Mailbox.Columns}, r.audience, r.language, r.sealed_address, r.confirmed_at is null or {NotificationAddresses.HasUnconfirmed}, r.interests, r.about, r.districts,
                follows.subjects, follows.addresses, r.unwanted, r.stopped_at is not null or r.refused_at is not null, r.frequency,
                n.id, n.kind, n.response_id, n.about_id, n.occasion, n.queued_at, n.attempts, {IsTime}, {IsAwaited}
            from engagement.notification_recipients r
            cross join lateral (
                select array_agg(subject_id) as subjects, array_agg(sealed_address) as addresses
                from (select subject_id, sealed_address from engagement.notification_follows where recipient_id = r.id limit 10) f) follows
            left join lateral (
                select n.* from engagement.notifications n
                where n.recipient_id = r.id and n.state = 'Waiting' and n.kind = any($2) and {IsAllowed}
                order by {IsAwaited} desc, n.due_at, n.id limit $6) n on true
            where r.id = any($5)
            order by r.id, n.queued_at, n.id
            """,
            now,
            new NpgsqlParameter<Guid[]> { TypedValue = held },
            new NpgsqlParameter<int> { TypedValue = MostInOne }));
        await using var rows = await batch.ExecuteReaderAsync(CancellationToken.None);
        var people = new List<(Recipient Recipient, List<WaitingNotification> Waiting)>();
        while (await rows.ReadAsync(CancellationToken.None))
        {
            if (people.Count == 0 || people[^1].Recipient.Mailbox.Recipient != rows.GetGuid(0))
                people.Add((RecipientOf(rows), []));
            if (rows.IsDBNull(15))
                continue;
            people[^1].Waiting.Add(new WaitingNotification(
                rows.GetGuid(15),
                Enum.Parse<NotificationKind>(rows.GetString(16)),
                rows.GetGuid(17),
                rows.GetGuid(18),
                rows.GetGuid(19),
                rows.GetFieldValue<DateTimeOffset>(20),
                rows.GetInt32(21),
                IsTime: rows.GetBoolean(22),
                IsAwaited: rows.GetBoolean(23)));
        }

        return [.. people.Select(person => new Person(person.Recipient, ThatGo(person.Recipient, person.Waiting)))];
    }

    /// <summary>What goes now: what is due and, with it, all that has been queued by then for somebody who wants to hear at once.</summary>
    private static List<WaitingNotification> ThatGo(Recipient recipient, List<WaitingNotification> waiting)
    {
        var due = waiting.Where(one => one.IsTime).ToList();
        // The question goes alone, to whoever else may read there.
        if (due.Find(one => one.Kind is NotificationKind.AddressToConfirm) is { } question)
            return [question];
        return recipient.WantsAtOnce && due.Exists(one => !one.IsAwaited) ? [.. waiting.Where(one => one.IsTime || one.Attempts == 0)] : due;
    }

    private static Recipient RecipientOf(NpgsqlDataReader row)
    {
        var (mailbox, audience) = (Mailbox.Of(row), Enum.Parse<NotificationAudience>(row.GetString(3)));
        return new Recipient(mailbox, audience, NotificationLanguage.Find(row.GetString(4)) ?? NotificationLanguage.English)
        {
            IsAsked = row.GetBoolean(6),
            Interests = new Interests(row.GetFieldValue<string[]>(7), row.GetFieldValue<string[]>(8), row.GetFieldValue<string[]>(9)),
            Address = new RecipientAddress(
                mailbox.Recipient,
                audience,
                row.IsDBNull(5) ? null : row.GetFieldValue<byte[]>(5),
                row.IsDBNull(10) ? [] : [.. row.GetFieldValue<Guid[]>(10).Zip(row.GetFieldValue<string[]>(11), (subject, address) => new PersonalText(subject, address))]),
            Unwanted = row.GetFieldValue<string[]>(12),
            IsOver = row.GetBoolean(13),
            WantsAtOnce = row.GetString(14) == nameof(NotificationFrequency.AtOnce),
        };
    }

    /// <summary>Writes the letters of one turn. What several are about is read once.</summary>
    private async Task<IReadOnlyList<HeldLetter>> WriteAsync(IReadOnlyList<Person> people, long since)
    {
        var found = await OpenAsync([.. people.Select(person => person.Recipient.Address)]);
        var turn = await contents.BeginTurnAsync([.. people.SelectMany(person => person.Waiting)], CancellationToken.None);
        var letters = new List<HeldLetter>(people.Count);
        foreach (var (person, address) in people.Zip(found))
        {
            var letter = new HeldLetter(person.Recipient.Mailbox, person.Waiting, since);
            try
            {
                await WriteAsync(letter, person.Recipient, await address, turn);
            }
            catch (Exception failure) when (failure is not NpgsqlException { IsTransient: true })
            {
                letter.Outcome = new DispatchOutcome(DispatchResult.Failed, failure.GetType().Name);
            }

            letters.Add(letter);
        }

        return letters;
    }

    /// <summary>The address of each, all in one go; one by one where one of them cannot be opened.</summary>
    private async Task<IReadOnlyList<Task<string?>>> OpenAsync(IReadOnlyList<RecipientAddress> all)
    {
        try
        {
            return [.. (await addresses.OpenAsync(all, CancellationToken.None)).Select(Task.FromResult)];
        }
        catch (Exception failure) when (failure is not NpgsqlException { IsTransient: true })
        {
            return [.. all.Select(one => addresses.OpenAsync(one, CancellationToken.None))];
        }
    }

    private async Task WriteAsync(HeldLetter letter, Recipient recipient, string? address, NotificationTurn turn)
    {
        if (address is null || recipient.IsOver)
            return;

        var found = new List<NotificationContent>();
        foreach (var one in letter.Waiting)
        {
            // That it was grouped says that it was read.
            if (one.Kind is NotificationKind.ViewRead && letter.Waiting.Any(other => other.Kind is NotificationKind.ViewGrouped && other.ResponseId == one.ResponseId))
                continue;
            if (await ContentOfAsync(one, recipient, turn) is not { } content)
                continue;
            found.Add(content);
            letter.Said.Add(one.Id);
        }

        if (found.Count == 0)
            return;

        var links = contents.LinksOf(recipient.Mailbox, recipient.Audience);
        var written = LetterWriter.Write(place, NotificationContents.Together(found), recipient.Audience, recipient.Language, links);
        letter.Mail = new OutgoingMail(address, written.Subject, LetterText.Of(written)) { Html = LetterHtml.Of(written), Stop = links.Stop, Id = $"{letter.Waiting[0].Id:N}" };
    }

    private async Task<NotificationContent?> ContentOfAsync(WaitingNotification one, Recipient recipient, NotificationTurn turn) => one.Kind switch
    {
        NotificationKind.AddressToConfirm => recipient.IsAsked ? contents.QuestionOf(recipient.Mailbox) : null,
        // They may have chosen so since it was queued.
        _ when recipient.Unwanted.Contains($"{one.Kind}") => null,
        _ => await contents.FindAsync(one, recipient.Mailbox, recipient.Audience, recipient.Language, recipient.Interests, turn, CancellationToken.None),
    };

    private async Task<DispatchOutcome> SendAsync(OutgoingMail mail)
    {
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

    /// <summary>
    /// Records what came of a letter, with what came of those that ended while another was being recorded. It goes on until the database knows: else somebody would
    /// send it again.
    /// </summary>
    private async Task RecordAsync(Ended ended)
    {
        _ended.Enqueue(ended);
        await _recording.WaitAsync();
        try
        {
            var all = new List<Ended>();
            while (_ended.TryDequeue(out var one))
                all.Add(one);
            // Whoever came before may have recorded this one too.
            if (all.Count > 0)
                await RecordAsync(all);
        }
        finally
        {
            _recording.Release();
        }
    }

    private async Task RecordAsync(IReadOnlyList<Ended> all)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var batch = store.DataSource.CreateBatch();
                Record(batch, all, all.Min(one => one.At));
                await batch.ExecuteNonQueryAsync(CancellationToken.None);
                return;
            }
            catch (NpgsqlException) when (attempt < MostRecordings)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20 * attempt * attempt), CancellationToken.None);
            }
        }
    }

    /// <summary>People before their messages, in the order in which everybody else locks them.</summary>
    private static void Record(NpgsqlBatch batch, IReadOnlyList<Ended> all, DateTimeOffset now)
    {
        Guid[] people = [.. all.Select(one => one.Letter.Recipient)];
        Mailbox[] refused = [.. all.Where(one => one.Outcome.Result is DispatchResult.Refused).Select(one => one.Letter.Mailbox)];
        Guid[] written = [.. all.Where(one => one.Outcome.Result is DispatchResult.Sent && one.Letter.Waiting.Any(waiting => !waiting.IsAwaited)).Select(one => one.Letter.Recipient)];
        batch.BatchCommands.Add(new NpgsqlBatchCommand(
            """
            update engagement.notification_recipients r
            set held_until = null, last_sent_at = case when id = any($2) then $3 else last_sent_at end,
                -- Whoever gave another address meanwhile is not where nothing is taken.
                refused_at = case when exists (select from unnest($4, $5) as refused (id, hash) where refused.id = r.id and refused.hash = r.address_hash) then $3 else refused_at end
            where id = any($1)
            """)
        {
            Parameters =
            {
                new NpgsqlParameter<Guid[]> { TypedValue = people },
                new NpgsqlParameter<Guid[]> { TypedValue = written },
                new NpgsqlParameter<DateTime> { TypedValue = now.UtcDateTime },
                new NpgsqlParameter<Guid[]> { TypedValue = [.. refused.Select(one => one.Recipient)] },
                new NpgsqlParameter<byte[][]> { TypedValue = [.. refused.Select(one => one.AddressHash)] },
            },
        });
        foreach (var same in all.SelectMany(EndOfEach).GroupBy(one => (one.Outcome, one.Attempts), one => one.Notification))
        {
            var (outcome, attempts) = same.Key;
            var retried = outcome.Result is DispatchResult.Failed && attempts < Waits.Length;
            batch.BatchCommands.Add(new NpgsqlBatchCommand(
                $"""
                update engagement.notifications n
                set state = $2, ended_at = case when $2 = 'Waiting' then null else $3 end, attempts = $4, due_at = $5, problem = $6
                where id = any($1) and (state = 'Waiting' or $2 = 'Sent') and ($2 <> 'Refused' or {IsRefused})
                """)
            {
                Parameters =
                {
                    new NpgsqlParameter<Guid[]> { TypedValue = [.. same] },
                    new NpgsqlParameter<string> { TypedValue = retried ? "Waiting" : outcome.Result.ToString() },
                    new NpgsqlParameter<DateTime> { TypedValue = now.UtcDateTime },
                    new NpgsqlParameter<int> { TypedValue = attempts + 1 },
                    new NpgsqlParameter<DateTime> { TypedValue = (retried ? now + Waits[attempts] : now).UtcDateTime },
                    new NpgsqlParameter { Value = (object?)outcome.Problem ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text },
                },
            });
        }

        if (refused.Length == 0)
            return;

        // Nothing more goes to a mailbox that takes nothing, until another address is given.
        batch.BatchCommands.Add(new NpgsqlBatchCommand(
            $"update engagement.notifications n set state = 'Refused', ended_at = $2 where recipient_id = any($1) and state = 'Waiting' and {IsRefused}")
        {
            Parameters = { new NpgsqlParameter<Guid[]> { TypedValue = [.. refused.Select(one => one.Recipient)] }, new NpgsqlParameter<DateTime> { TypedValue = now.UtcDateTime } },
        });
    }

    /// <summary>What came of each that a letter was to tell of. What was nothing to say any more is not said to have been sent.</summary>
    private static IEnumerable<(DispatchOutcome Outcome, int Attempts, Guid Notification)> EndOfEach(Ended ended) => ended.Letter.Waiting.Select(one => (
        ended.Letter.Mail is null || ended.Letter.Said.Contains(one.Id) ? ended.Outcome : DispatchOutcome.Unwanted, one.Attempts, one.Id));

    private sealed record Recipient(Mailbox Mailbox, NotificationAudience Audience, NotificationLanguage Language)
    {
        /// <summary>Whether there is something that whoever reads there has not said yes to.</summary>
        public bool IsAsked { get; init; }

        public required RecipientAddress Address { get; init; }

        public required Interests Interests { get; init; }

        public required IReadOnlyList<string> Unwanted { get; init; }

        /// <summary>Whether they stopped all messages, or their mailbox takes none.</summary>
        public bool IsOver { get; init; }

        public bool WantsAtOnce { get; init; }
    }

    private sealed record Person(Recipient Recipient, IReadOnlyList<WaitingNotification> Waiting);

    private sealed record Ended(HeldLetter Letter, DispatchOutcome Outcome, DateTimeOffset At);
}

/// <summary>A letter to one person, whom no other process writes to for a while.</summary>
public sealed class HeldLetter
{
    private readonly long _since;

    internal HeldLetter(Mailbox mailbox, IReadOnlyList<WaitingNotification> waiting, long since)
    {
        (Mailbox, Waiting, _since) = (mailbox, waiting, since);
    }

    /// <summary>How long ago it was taken, with the choices that this person had made by then.</summary>
    public TimeSpan Age => Stopwatch.GetElapsedTime(_since);

    /// <summary>Where it goes, which is not where they are written to any more if they gave another address since it was taken.</summary>
    internal Mailbox Mailbox { get; }

    internal Guid Recipient => Mailbox.Recipient;

    /// <summary>What it was to tell of.</summary>
    internal IReadOnlyList<WaitingNotification> Waiting { get; }

    /// <summary>What of it the letter tells.</summary>
    internal HashSet<Guid> Said { get; } = [];

    /// <summary>Null where there is nothing to send.</summary>
    internal OutgoingMail? Mail { get; set; }

    /// <summary>What came of it where there is nothing to send.</summary>
    internal DispatchOutcome Outcome { get; set; } = DispatchOutcome.Unwanted;
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
public sealed record DispatchOutcome(DispatchResult Result, string? Problem)
{
    internal static DispatchOutcome Unwanted { get; } = new(DispatchResult.Unwanted, null);
}
