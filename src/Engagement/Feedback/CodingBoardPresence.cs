using Engagement.Common;
using EventStore;

namespace Engagement.Feedback;

/// <summary>
/// Who has what open on a coding board just now, so that two people do not read the same view at once. It is no record of anybody's work: only who is at
/// the board sees who else is, nothing of it is in the log, and it is forgotten minutes after somebody has left.
/// </summary>
public sealed class CodingBoardPresence(DocumentStore store, TimeProvider clock)
{
    /// <summary>Whoever has not been heard of for so long has left.</summary>
    public static readonly TimeSpan ForgottenAfter = TimeSpan.FromMinutes(2);

    private const int Most = 20;

    /// <summary>Says that somebody is at the board, and what they have open there.</summary>
    /// <returns>Who else is, whoever was heard of last first.</returns>
    public Task<IReadOnlyList<SomebodyCoding>> BeThereAsync(
        Guid consultationId, Guid person, string role, Guid? viewId, Guid? themeId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return store.ListAsync(
            $"""
            with gone as (delete from engagement.coding_board_presence where seen_at < $7 and not (consultation_id = $1 and person_id = $2)),
            here as (
                insert into engagement.coding_board_presence (consultation_id, person_id, role, view_id, theme_id, seen_at) values ($1, $2, $3, $4, $5, $6)
                on conflict (consultation_id, person_id) do update
                set role = excluded.role, view_id = excluded.view_id, theme_id = excluded.theme_id, seen_at = excluded.seen_at)
            select person_id, role, view_id, theme_id from engagement.coding_board_presence
            where consultation_id = $1 and person_id <> $2 and seen_at >= $7
            order by seen_at desc, person_id limit {Most}
            """,
            row => new SomebodyCoding(row.GetGuid(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetGuid(2), row.IsDBNull(3) ? null : row.GetGuid(3)),
            cancellationToken,
            consultationId,
            person,
            role,
            viewId,
            themeId,
            now.UtcDateTime,
            (now - ForgottenAfter).UtcDateTime);
    }

    /// <summary>
    /// Forgets somebody at once who leaves what they had open, unless they have opened something else there meanwhile: a page says that it is left only when
    /// the next one has come.
    /// </summary>
    public Task LeaveAsync(Guid consultationId, Guid person, Guid? viewId, Guid? themeId, CancellationToken cancellationToken) => store.ListAsync(
        """
        delete from engagement.coding_board_presence
        where seen_at < $5
           or (consultation_id = $1 and person_id = $2 and view_id is not distinct from $3::uuid and theme_id is not distinct from $4::uuid)
        """,
        row => row.GetGuid(0),
        cancellationToken,
        consultationId,
        person,
        viewId,
        themeId,
        (clock.GetUtcNow() - ForgottenAfter).UtcDateTime);
}
