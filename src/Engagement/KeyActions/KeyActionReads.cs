using Engagement.Common;
using EventStore;

namespace Engagement.KeyActions;

/// <summary>What is seen of key actions.</summary>
public sealed class KeyActionReads(DocumentStore store)
{
    // $1 is the day that they are rated on.
    private const string Matches =
        """
        ($2::text is null or $2 = case
            when data -> 'Milestones' = '[]'::jsonb then null
            when (data ->> 'OpenMilestones')::int = 0 then 'Green'
            when (data ->> 'HasSlipped')::boolean or data ->> 'NextDueOn' < $1 then 'Red'
            else 'Amber' end)
          and ($3::boolean is null or (data ->> 'CompletedOn' is not null) = $3)
          and ($4::text is null or data ->> 'GroupId' = $4)
          and ($5::text is null or (data ->> 'Title') || ' ' || (data ->> 'Source') ilike '%' || $5 || '%' escape '\')
          and (not $6 or data -> 'Links' = '[]'::jsonb)
        """;

    // What has no open milestone comes last.
    private const string Place = "coalesce(data ->> 'NextDueOn', '9999-12-31')";

    public Task<KeyActionPage?> FindAsync(Guid id, CancellationToken cancellationToken) => store.LoadAsync<KeyActionPage>(id, cancellationToken);

    /// <summary>By the day of the milestone that comes next.</summary>
    public async Task<Slice<KeyActionPage>> ListAsync(
        KeyActionFilter filter, DateOnly today, TextPosition? after, int limit, CancellationToken cancellationToken)
    {
        var rows = await store.ListDocumentsAsync<KeyActionPage>(
            $"""
            select data from public.mt_doc_keyactionpage
            where {Matches} and ($7::text is null or ({Place}, id) > ($7, $8))
            order by {Place}, id
            limit $9
            """,
            cancellationToken,
            [.. Parameters(filter, today), after?.Text, after?.Id, limit + 1]);
        return rows.SliceOf(limit);
    }

    public async Task<int> CountAsync(KeyActionFilter filter, DateOnly today, CancellationToken cancellationToken) =>
        (int)await store.CountAsync(
            $"select count(*) from public.mt_doc_keyactionpage where {Matches}", cancellationToken, Parameters(filter, today));

    public static TextPosition PositionOf(KeyActionPage action) => new(action.NextDueOn is { } next ? IsoDay.Of(next) : "9999-12-31", action.Id);

    private static object?[] Parameters(KeyActionFilter filter, DateOnly today) =>
    [
        IsoDay.Of(today),
        filter.Rating?.ToString(),
        filter.IsComplete,
        filter.GroupId?.ToString(),
        CleanText.OneLine(filter.Words) is { Length: > 0 } words ? Like.Literally(words) : null,
        filter.WithoutCoproduction,
    ];
}
