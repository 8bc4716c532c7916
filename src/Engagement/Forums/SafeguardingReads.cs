using Engagement.Common;
using Engagement.Participants;
using EventStore;
using Npgsql;

namespace Engagement.Forums;

/// <summary>The one way to the words of safeguarding items. Nothing is shown before it is on record who reads it and why.</summary>
public sealed class SafeguardingReads(DocumentStore store, CommandRunner runner, SubjectKeys subjectKeys)
{
    private const string Columns =
        """
        select s.id, s.source, s.source_id, s.cause, s.state, s.raised_at, s.acknowledged_at, s.times_opened, s.version, c.author_id, c.topic_id
        from engagement.safeguarding_items s left join engagement.contributions c on c.id = s.source_id
        """;

    private static readonly TimeSpan RepeatedWithin = TimeSpan.FromHours(1);

    /// <summary>What is open, oldest first, without words.</summary>
    /// <exception cref="RuleRefusedException">This person is not the safeguarding lead.</exception>
    public async Task<Slice<SafeguardingEntry>> OpenItemsAsync(Acting viewer, TimePosition? after, int limit, CancellationToken cancellationToken)
    {
        Check(viewer);
        var rows = await store.ListAsync(
            $"""
            {Columns}
            where s.state <> 'Closed' and ($1::timestamptz is null or (s.raised_at, s.id) > ($1, $2))
            order by s.raised_at, s.id
            limit $3
            """,
            Read,
            cancellationToken,
            after?.At.UtcDateTime,
            after?.Id,
            limit + 1);
        return rows.SliceOf(limit);
    }

    /// <summary>One item, open or closed, without words; null when there is none.</summary>
    /// <exception cref="RuleRefusedException">This person is not the safeguarding lead.</exception>
    public async Task<SafeguardingEntry?> FindAsync(Guid itemId, Acting viewer, CancellationToken cancellationToken)
    {
        Check(viewer);
        var rows = await store.ListAsync($"{Columns} where s.id = $1", Read, cancellationToken, itemId);
        return rows is [var item] ? item : null;
    }

    public static TimePosition PositionOf(SafeguardingEntry item) => new(item.RaisedAt, item.Id);

    /// <summary>
    /// The words of an item, after it is recorded that this person reads them for this reason. A request that is repeated with the same idempotency key within
    /// the hour, because its answer was lost, is the same reading; later it would be one that nobody recorded, so it is refused.
    /// </summary>
    /// <exception cref="RuleRefusedException">This person is not the safeguarding lead, or gives no reason.</exception>
    /// <exception cref="ThingNotFoundException">There is no such item.</exception>
    public async Task<SafeguardingWords> OpenAsync(Guid itemId, string reason, CommandContext context, CancellationToken cancellationToken)
    {
        var by = Acting.From(context);
        var command = new OpenSafeguardingItem(itemId, reason);
        var first = await runner.AnswerAsync<SafeguardingItem>(
            itemId,
            SafeguardingCommands.Thing,
            new OpenedBy(by.Id, command),
            context with { ExpectedVersion = null },
            _ => OpenSafeguardingItem.Decide(command, by),
            cancellationToken);
        if (context.IdempotencyKey is { } key && runner.MomentOf(context) - first.At > RepeatedWithin)
            throw new Common.IdempotencyKeyReusedException(key);

        await using var session = store.QuerySession();
        var item = await session.Events.AggregateStreamAsync<SafeguardingItem>(itemId, cancellationToken: cancellationToken)
            ?? throw new ThingNotFoundException(SafeguardingCommands.Thing, itemId);
        var opened = item.Raised;
        var text = await subjectKeys.OpenAsync(opened.Words, cancellationToken);
        var note = opened.Note is { } sealedNote ? await subjectKeys.OpenAsync(sealedNote, cancellationToken) : null;
        return new SafeguardingWords(itemId, opened.Source, text, opened.Marks, note);
    }

    /// <summary>Who has read an item, in the order they did: from the log itself.</summary>
    /// <exception cref="RuleRefusedException">This person is not the safeguarding lead.</exception>
    public async Task<IReadOnlyList<SafeguardingOpening>> OpeningsAsync(Guid itemId, Acting viewer, CancellationToken cancellationToken)
    {
        Check(viewer);
        await using var session = store.QuerySession();
        var events = await session.Events.FetchStreamAsync(itemId, cancellationToken: cancellationToken);
        return
        [
            .. events
                .Where(e => e.Data is SafeguardingItemOpened)
                .Select(e => (e, Opened: (SafeguardingItemOpened)e.Data))
                .Select(o => new SafeguardingOpening(o.Opened.Actor, o.Opened.Role, o.Opened.Reason, o.e.OccurredAt())),
        ];
    }

    /// <summary>Whether anything that this person wrote has an item that is still open. Says nothing of what it is.</summary>
    internal async Task<bool> IsWatchedAsync(Guid author, CancellationToken cancellationToken) =>
        await store.CountAsync(
            """
            select count(*) from engagement.safeguarding_items s join engagement.contributions c on c.id = s.source_id
            where c.author_id = $1 and s.state <> 'Closed'
            """,
            cancellationToken,
            author) > 0;

    private static SafeguardingEntry Read(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        new SafeguardingSource(Enum.Parse<SafeguardingSourceKind>(row.GetString(1)), row.GetGuid(2)),
        Enum.Parse<SafeguardingCause>(row.GetString(3)),
        Enum.Parse<SafeguardingState>(row.GetString(4)),
        row.GetFieldValue<DateTimeOffset>(5),
        row.IsDBNull(6) ? null : row.GetFieldValue<DateTimeOffset>(6),
        row.GetInt32(7),
        row.GetInt32(8))
    {
        SubjectId = row.IsDBNull(9) ? null : row.GetGuid(9),
        TopicId = row.IsDBNull(10) ? null : row.GetGuid(10),
    };

    private static void Check(Acting viewer)
    {
        if (viewer.CheckSafeguardingLead() is { } refusal)
            throw new RuleRefusedException(refusal);
    }

    // Another person's request is never the repeat of this one's.
    private sealed record OpenedBy(Guid Actor, OpenSafeguardingItem Command);
}
