using System.Text.Json;
using Engagement.Common;
using Engagement.Participants;
using EventStore;
using Npgsql;

namespace Engagement.Forums;

/// <summary>
/// The moderators' side of a forum: what waits, and what was decided. Seen by those who may moderate it and by nobody else: the council does not
/// look into Kent PACT's forums, and only its facilitators into an under-18 forum.
/// </summary>
/// <exception cref="RuleRefusedException">This person may not moderate this forum.</exception>
public sealed class ModerationReads(DocumentStore store, SubjectKeys subjectKeys, ForumFacts facts)
{
    private const string LedgerColumns =
        "select contribution_id, version, kind, reason_class, reason, role, person, decided_at, reversed_at from engagement.moderation_ledger";

    // $1 is the time at which claims that have lapsed are no longer shown.
    private const string CaseColumns =
        $"""
        select c.id, c.topic_id, c.reply_to, c.handle, c.author_id, c.words, c.marks::text, c.state, c.reason_class, c.flagged,
               c.first_releaser is not null, {IsWithLead},
               case when c.claimed_until > $1 then c.claimed_by end, case when c.claimed_until > $1 then c.claimed_until end,
               c.appeal = 'Open', c.appeal_words, c.queued_since, c.version
        from engagement.contributions c
        """;

    private const string IsWithLead = "exists (select from engagement.safeguarding_items s where s.source_id = c.id and s.state <> 'Closed')";

    // Why something is held that is with the safeguarding lead is nobody else's to find out, also not by narrowing a list.
    private const string Waits =
        $"""
        c.forum_id = $2 and c.queued_since is not null
          and ($3::uuid is null or c.topic_id = $3)
          and ($4::text is null or c.state = $4)
          and ($5::text is null or (c.state = 'Held' and c.reason_class = $5 and not {IsWithLead}))
          and ($6::boolean is null or c.flagged = $6)
          and ($7::boolean is null or (c.appeal = 'Open') = $7)
          and ($8::boolean is null or coalesce(c.claimed_until > $1, false) = $8)
        """;

    /// <summary>Flagged first, then the oldest first. Claims that have lapsed by <paramref name="now"/> are not shown.</summary>
    public async Task<Slice<QueuedContribution>> QueueAsync(
        Guid forumId, Acting viewer, QueueFilter filter, DateTimeOffset now, QueuePosition? after, int limit, CancellationToken cancellationToken)
    {
        await CheckAsync(forumId, viewer, cancellationToken);
        var rows = await store.ListAsync(
            $"""
            {CaseColumns}
            where {Waits} and ($9::boolean is null or (not c.flagged, c.queued_since, c.id) > ($9, $10, $11))
            order by not c.flagged, c.queued_since, c.id
            limit $12
            """,
            ReadQueued,
            cancellationToken,
            [
                .. Parameters(forumId, filter, now),
                after is { } position ? !position.IsFlagged : null,
                after?.At.At.UtcDateTime,
                after?.At.Id,
                limit + 1,
            ]);
        return (await OpenAsync(rows, cancellationToken)).SliceOf(limit);
    }

    /// <summary>One contribution as its moderators see it, whether it waits or not.</summary>
    /// <exception cref="ThingNotFoundException">There is no such contribution.</exception>
    public async Task<QueuedContribution> FindAsync(Guid contributionId, Acting viewer, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var record = await facts.RecordAsync(contributionId, cancellationToken);
        await CheckAsync(record.ForumId, viewer, cancellationToken);
        var rows = await store.ListAsync($"{CaseColumns} where c.id = $2", ReadQueued, cancellationToken, now.UtcDateTime, contributionId);
        return (await OpenAsync(rows, cancellationToken))[0];
    }

    /// <summary>The forum that a contribution was sent to, whatever has become of it; null when there is no such contribution.</summary>
    public async Task<Guid?> ForumOfAsync(Guid contributionId, CancellationToken cancellationToken)
    {
        var found = await store.ListAsync(
            "select forum_id from engagement.contributions where id = $1", row => row.GetGuid(0), cancellationToken, contributionId);
        return found is [var forum] ? forum : null;
    }

    public static QueuePosition PositionOf(QueuedContribution item) => new(
        item.IsFlagged,
        new TimePosition(item.QueuedSince ?? throw new ArgumentException("It does not wait, so it has no place in the queue.", nameof(item)), item.Id));

    /// <summary>How many wait in a forum.</summary>
    public async Task<int> CountQueueAsync(Guid forumId, Acting viewer, QueueFilter filter, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await CheckAsync(forumId, viewer, cancellationToken);
        return (int)await store.CountAsync($"select count(*) from engagement.contributions c where {Waits}", cancellationToken, Parameters(forumId, filter, now));
    }

    /// <summary>How many wait in each of several forums, for whoever was asked whether they moderate them; forums in which nothing waits are left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, int>> CountQueuesAsync(IReadOnlyCollection<Guid> forums, CancellationToken cancellationToken)
    {
        var rows = await store.ListAsync(
            "select forum_id, count(*) from engagement.contributions where forum_id = any($1) and queued_since is not null group by 1",
            row => KeyValuePair.Create(row.GetGuid(0), (int)row.GetInt64(1)),
            cancellationToken,
            forums.ToArray());
        return rows.ToDictionary();
    }

    /// <summary>The ledger of a forum, newest first; <paramref name="after"/> is the last entry already seen.</summary>
    public async Task<Slice<LedgerEntry>> LedgerAsync(
        Guid forumId, Acting viewer, LedgerFilter filter, LedgerPosition? after, int limit, CancellationToken cancellationToken)
    {
        await CheckAsync(forumId, viewer, cancellationToken);
        var rows = await store.ListAsync(
            $"""
            {LedgerColumns}
            where forum_id = $1 and ($2::timestamptz is null or (decided_at, contribution_id, version) < ($2, $3, $4))
              and ($5::text is null or kind = $5)
              and ($6::text is null or reason ilike '%' || $6 || '%' escape '\')
              and ($7::timestamptz is null or decided_at >= $7)
              and ($8::timestamptz is null or decided_at < $8)
            order by decided_at desc, contribution_id desc, version desc
            limit $9
            """,
            ReadEntry,
            cancellationToken,
            forumId,
            after?.At.At.UtcDateTime,
            after?.At.Id,
            after?.Version,
            filter.Kind?.ToString(),
            CleanText.OneLine(filter.Words) is { Length: > 0 } words ? Like.Literally(words) : null,
            LondonCalendar.Since(filter.From),
            LondonCalendar.Through(filter.Until),
            limit + 1);
        return rows.SliceOf(limit);
    }

    public static LedgerPosition PositionOf(LedgerEntry entry) => new(new TimePosition(entry.At, entry.ContributionId), entry.Version);

    /// <summary>The steps of one contribution, in the order they were taken.</summary>
    public async Task<IReadOnlyList<LedgerEntry>> HistoryAsync(Guid contributionId, Acting viewer, CancellationToken cancellationToken)
    {
        var record = await facts.RecordAsync(contributionId, cancellationToken);
        await CheckAsync(record.ForumId, viewer, cancellationToken);
        return await store.ListAsync($"{LedgerColumns} where contribution_id = $1 order by version", ReadEntry, cancellationToken, contributionId);
    }

    /// <summary>The steps of several contributions, of each in their order, for whoever was shown them as a moderator.</summary>
    public Task<IReadOnlyList<LedgerEntry>> HistoriesAsync(IReadOnlyCollection<Guid> contributions, CancellationToken cancellationToken) =>
        store.ListAsync($"{LedgerColumns} where contribution_id = any($1) order by contribution_id, version", ReadEntry, cancellationToken, contributions.ToArray());

    private static object?[] Parameters(Guid forumId, QueueFilter filter, DateTimeOffset now) =>
        [now.UtcDateTime, forumId, filter.TopicId, filter.State?.ToString(), filter.HeldFor?.ToString(), filter.IsFlagged, filter.IsAppeal, filter.IsClaimed];

    private async Task<IReadOnlyList<QueuedContribution>> OpenAsync(IReadOnlyList<Row> rows, CancellationToken cancellationToken)
    {
        var words = await subjectKeys.OpenAsync([.. rows.Select(row => row.Words)], cancellationToken);
        var appeals = await subjectKeys.OpenAsync([.. rows.Select(row => row.Appeal).OfType<PersonalText>()], cancellationToken);
        var appeal = 0;
        var shown = new List<QueuedContribution>(rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            var appealText = rows[i].Appeal is null ? null : appeals[appeal++];
            // What a reader reported is still shown to all, so it is shown to whoever may keep it back.
            shown.Add(rows[i].Shown is { IsWithSafeguardingLead: true, State: not ContributionState.Released }
                ? rows[i].Shown with { HeldFor = null, Marks = [] }
                : rows[i].Shown with { Text = words[i], AppealText = appealText });
        }

        return shown;
    }

    private async Task CheckAsync(Guid forumId, Acting viewer, CancellationToken cancellationToken)
    {
        var forum = await facts.ForumAsync(forumId, cancellationToken);
        if (forum.CheckModerator(viewer) is { } refusal)
            throw new RuleRefusedException(refusal);
    }

    private static Row ReadQueued(NpgsqlDataReader row) => new(
        new QueuedContribution(
            row.GetGuid(0),
            row.GetGuid(1),
            row.IsDBNull(2) ? null : row.GetGuid(2),
            row.GetString(3),
            Text: null,
            JsonSerializer.Deserialize<MarkedSpan[]>(row.GetString(6)) ?? [],
            Enum.Parse<ContributionState>(row.GetString(7)),
            row.GetString(7) == nameof(ContributionState.Held) ? Enum.Parse<HoldReason>(row.GetString(8)) : null,
            row.GetBoolean(9),
            row.GetBoolean(10),
            row.GetBoolean(11),
            row.IsDBNull(12) ? null : row.GetGuid(12),
            row.IsDBNull(13) ? null : row.GetFieldValue<DateTimeOffset>(13),
            AppealText: null,
            row.GetBoolean(14),
            row.IsDBNull(16) ? null : row.GetFieldValue<DateTimeOffset>(16),
            row.GetInt32(17)),
        new PersonalText(row.GetGuid(4), row.GetString(5)),
        row.GetBoolean(14) ? new PersonalText(row.GetGuid(4), row.GetString(15)) : null);

    private static LedgerEntry ReadEntry(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        row.GetInt32(1),
        Enum.Parse<LedgerEntryKind>(row.GetString(2)),
        row.IsDBNull(3) ? null : row.GetString(3),
        row.IsDBNull(4) ? null : row.GetString(4),
        row.GetString(5),
        row.IsDBNull(6) ? null : row.GetGuid(6),
        row.GetFieldValue<DateTimeOffset>(7),
        row.IsDBNull(8) ? null : row.GetFieldValue<DateTimeOffset>(8));

    private sealed record Row(QueuedContribution Shown, PersonalText Words, PersonalText? Appeal);
}
