using System.Text.Json;
using Engagement.Common;
using EventStore;
using Npgsql;
using NpgsqlTypes;

namespace Engagement.Forums;

/// <summary>
/// Contributions as they stand, who supports them, and the ledger of their moderation. Written with the events themselves, so that two
/// moderators never look at a stale queue and an author sees a decision as soon as it is made.
/// </summary>
public sealed class ContributionsProjection : IProjection
{
    public string Name => "Contributions";

    public IReadOnlyCollection<Type> EventTypes { get; } = ForumsModule.ContributionEvents;

    public IReadOnlyList<string> Tables =>
    [
        "engagement.contributions", "engagement.contribution_supports", "engagement.moderation_ledger",
    ];

    public Task ApplyAsync(IDocumentSession operations, IReadOnlyList<IEvent> events, CancellationToken cancellationToken)
    {
        foreach (var e in events)
        {
            foreach (var command in Commands(e))
                operations.QueueSqlCommand(command);
        }

        return Task.CompletedTask;
    }

    private static IEnumerable<NpgsqlBatchCommand> Commands(IEvent e) => e.Data switch
    {
        ContributionReceived received => [Insert(e, received)],
        ContributionHeld held =>
        [
            Update(
                e,
                "state = 'Held', flagged = flagged or $3 = 'PossibleDisclosure', reason_class = $3, reason = $4, marks = $5, released_at = null, "
                + "queued_since = coalesce(queued_since, $6), first_releaser = null, claimed_by = null, claimed_until = null",
                Text(held.Why.ToString()),
                Text(held.Reason),
                Json(held.Marks),
                At(e)),
            Enter(e, LedgerEntryKind.Held, held.Why.ToString(), held.Reason, held.By),
        ],
        ContributionReleaseApproved approved =>
        [
            Update(e, "first_releaser = $3, claimed_by = null, claimed_until = null", Id(approved.By)),
            Enter(e, LedgerEntryKind.ReleaseApproved, null, approved.Reason, approved.By),
        ],
        ContributionReleased released =>
        [
            Update(
                e,
                "state = 'Released', reason_class = null, reason = $3, marks = '[]', released_at = $4, queued_since = $5, first_releaser = null, "
                + "claimed_by = null, claimed_until = null",
                Text(released.Reason),
                At(e),
                // What nobody has looked at yet stays in the queue.
                released.By is null ? At(e) : new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz }),
            Enter(e, LedgerEntryKind.Released, null, released.Reason, released.By),
        ],
        ContributionReviewed reviewed =>
        [
            Update(e, "queued_since = null, claimed_by = null, claimed_until = null"),
            Enter(e, LedgerEntryKind.Reviewed, null, null, reviewed.By),
        ],
        ContributionReturned returned =>
        [
            Update(e, Decided("Returned"), Text(returned.Why.ToString()), Text(returned.WhatToChange)),
            Enter(e, LedgerEntryKind.Returned, returned.Why.ToString(), returned.WhatToChange, returned.By),
        ],
        ContributionRefused refused =>
        [
            Update(e, Decided("Refused"), Text(refused.Why.ToString()), Text(refused.Reason)),
            Enter(e, LedgerEntryKind.Refused, refused.Why.ToString(), refused.Reason, refused.By),
        ],
        ModerationReversed reversed =>
        [
            Update(
                e,
                "state = 'Waiting', reason_class = null, reason = $3, released_at = null, queued_since = $4, first_releaser = null, claimed_by = null, "
                + "claimed_until = null",
                Text(reversed.Reason),
                At(e)),
            Reverse(e),
            Enter(e, LedgerEntryKind.Reversed, null, reversed.Reason, reversed.By),
        ],
        ContributionEdited edited =>
        [
            Update(
                e,
                "state = 'Waiting', words = $3, said_at = $4, edited = true, reason_class = null, reason = null, marks = '[]', released_at = null, "
                + "queued_since = $5, first_releaser = null, claimed_by = null, claimed_until = null",
                Text(edited.Words.Cipher),
                Moment(edited.EditedAt),
                At(e)),
        ],
        ContributionWithdrawn =>
        [
            Update(
                e,
                "state = 'Withdrawn', reason_class = null, reason = null, released_at = null, queued_since = null, first_releaser = null, claimed_by = null, "
                + "claimed_until = null"),
        ],
        ContributionSupported supported => [Support(e, supported)],
        SupportWithdrawn withdrawn => [WithdrawSupport(e, withdrawn)],
        ContributionReported reported =>
        [
            Update(e, "queued_since = coalesce(queued_since, $3)", At(e)),
            Enter(e, LedgerEntryKind.Reported, reported.Why.ToString(), null, null),
        ],
        ModerationClaimed claimed => [Update(e, "claimed_by = $3, claimed_until = $4", Id(claimed.By), Moment(claimed.Until))],
        AppealMade made =>
        [
            Update(e, "appeal = 'Open', appeal_words = $3, queued_since = $4", Text(made.Words.Cipher), At(e)),
            Enter(e, LedgerEntryKind.AppealMade, null, null, null),
        ],
        AppealDecided { Outcome: AppealOutcome.Upheld } upheld =>
        [
            Update(
                e, "appeal = 'Upheld', appeal_reason = $3, queued_since = null, claimed_by = null, claimed_until = null", Text(upheld.Reason)),
            Enter(e, LedgerEntryKind.AppealDecided, upheld.Outcome.ToString(), upheld.Reason, upheld.By),
        ],
        AppealDecided overturned =>
        [
            Update(
                e,
                "appeal = 'Overturned', appeal_reason = $3, state = 'Waiting', reason_class = null, reason = $3, claimed_by = null, claimed_until = null",
                Text(overturned.Reason)),
            Reverse(e),
            Enter(e, LedgerEntryKind.AppealDecided, overturned.Outcome.ToString(), overturned.Reason, overturned.By),
        ],
        _ => [],
    };

    private static string Decided(string state) =>
        $"state = '{state}', reason_class = $3, reason = $4, released_at = null, queued_since = null, first_releaser = null, claimed_by = null, "
        + "claimed_until = null";

    private static NpgsqlBatchCommand Insert(IEvent e, ContributionReceived received) => With(
        """
        insert into engagement.contributions
            (id, version, forum_id, topic_id, reply_to, author_id, handle, reference, secret_hash, words, state, received_at, said_at, queued_since, appeal)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'Waiting', $11, $11, $12, 'None')
        on conflict (id) do nothing
        """,
        e,
        Id(received.ForumId),
        Id(received.TopicId),
        Id(received.ReplyTo),
        Id(received.AuthorId),
        Text(received.Handle),
        Text(received.Reference),
        Text(received.SecretHash),
        Text(received.Words.Cipher),
        Moment(received.ReceivedAt),
        At(e));

    private static NpgsqlBatchCommand Update(IEvent e, string changes, params NpgsqlParameter[] parameters) =>
        With($"update engagement.contributions set version = $2, {changes} where id = $1 and version < $2", e, parameters);

    private static NpgsqlBatchCommand Support(IEvent e, ContributionSupported supported) => With(
        """
        with seen as (update engagement.contributions set version = $2 where id = $1 and version < $2)
        insert into engagement.contribution_supports (contribution_id, participant_id, supported_on) values ($1, $3, $4)
        on conflict (contribution_id, participant_id) do update
            set supported_on = case when contribution_supports.withdrawn_on = $4 then contribution_supports.supported_on else $4 end, withdrawn_on = null
            where contribution_supports.withdrawn_on is not null
        """,
        e,
        Id(supported.ParticipantId),
        Day(e));

    private static NpgsqlBatchCommand WithdrawSupport(IEvent e, SupportWithdrawn withdrawn) => With(
        """
        with seen as (update engagement.contributions set version = $2 where id = $1 and version < $2)
        update engagement.contribution_supports set withdrawn_on = $4 where contribution_id = $1 and participant_id = $3 and withdrawn_on is null
        """,
        e,
        Id(withdrawn.ParticipantId),
        Day(e));

    private static NpgsqlBatchCommand Enter(IEvent e, LedgerEntryKind kind, string? reasonClass, string? reason, Guid? person) => With(
        """
        insert into engagement.moderation_ledger (contribution_id, version, forum_id, kind, reason_class, reason, role, person, decided_at)
        select $1, $2, forum_id, $3, $4, $5, $6, $7, $8 from engagement.contributions where id = $1
        on conflict (contribution_id, version) do nothing
        """,
        e,
        Text(kind.ToString()),
        Text(reasonClass),
        Text(reason),
        Text(RoleOf(e, kind, person)),
        Id(person),
        At(e));

    // What the system does by itself happens in the author's request, and is not the author's doing.
    private static string RoleOf(IEvent e, LedgerEntryKind kind, Guid? person) => (kind, person) switch
    {
        (LedgerEntryKind.AppealMade, _) => "author",
        (LedgerEntryKind.Reported, _) => "reader",
        (_, null) => "system",
        _ => e.UserName ?? "system",
    };

    /// <summary>Of a contribution, one decision stands at a time: the last that is neither reversed nor a reversal.</summary>
    private static NpgsqlBatchCommand Reverse(IEvent e) => With(
        """
        update engagement.moderation_ledger l set reversed_at = $3
        where l.contribution_id = $1
          and l.version = (
              select max(d.version) from engagement.moderation_ledger d
              where d.contribution_id = $1 and d.version < $2 and d.kind in ('Released', 'Returned', 'Refused'))
        """,
        e,
        At(e));

    private static NpgsqlBatchCommand With(string sql, IEvent e, params NpgsqlParameter[] parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = e.StreamId });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = (int)e.Version });
        foreach (var parameter in parameters)
            command.Parameters.Add(parameter);

        return command;
    }

    private static NpgsqlParameter<DateOnly> Day(IEvent e) => new() { TypedValue = LondonCalendar.DayOf(e.OccurredAt()) };

    private static NpgsqlParameter<DateTime> At(IEvent e) => Moment(e.OccurredAt());

    private static NpgsqlParameter<DateTime> Moment(DateTimeOffset moment) => new() { TypedValue = moment.UtcDateTime };

    private static NpgsqlParameter Id(Guid? id) => new() { Value = id is { } value ? value : DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid };

    private static NpgsqlParameter Text(string? text) => new() { Value = text is null ? DBNull.Value : text, NpgsqlDbType = NpgsqlDbType.Text };

    private static NpgsqlParameter Json(object value) => new() { Value = JsonSerializer.Serialize(value), NpgsqlDbType = NpgsqlDbType.Jsonb };
}
