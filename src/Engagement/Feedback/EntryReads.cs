using Engagement.Common;
using EventStore;
using Npgsql;

namespace Engagement.Feedback;

/// <summary>What the public sees: published entries.</summary>
public sealed class EntryReads(DocumentStore store)
{
    private const string Entries =
        """
        select e.position, l.data
        from engagement.entries e
        join public.mt_doc_loopcard l on l.id = e.loop_id
        """;

    /// <summary>Last changed first; <paramref name="after"/> is the position of the last entry already seen.</summary>
    public async Task<Slice<EntryPage>> ListAsync(long? after, int limit, CancellationToken cancellationToken)
    {
        var rows = await store.ListAsync(
            $"{Entries} where ($1::bigint is null or e.position < $1) order by e.position desc limit $2",
            Read,
            cancellationToken,
            after,
            limit + 1);
        return rows.SliceOf(limit);
    }

    public async Task<int> CountAsync(CancellationToken cancellationToken) =>
        (int)await store.CountAsync("select count(*) from engagement.entries", cancellationToken);

    public async Task<EntryPage?> BySlugAsync(string slug, CancellationToken cancellationToken)
    {
        if (!Slug.IsPossible(slug))
            return null;

        var found = await store.ListAsync($"{Entries} where e.slug = $1", Read, cancellationToken, slug);
        return found.Count == 0 ? null : found[0];
    }

    public async Task<EntryPage?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var found = await ByIdsAsync([id], cancellationToken);
        return found.Count == 0 ? null : found[0];
    }

    /// <summary>An entry has the id of its loop.</summary>
    public Task<IReadOnlyList<EntryPage>> ByIdsAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        store.ListAsync($"{Entries} where e.loop_id = any($1)", Read, cancellationToken, ids.ToArray());

    /// <summary>
    /// What people permitted to be quoted beside each entry, in their own words. Read from the views at that moment and copied nowhere: a quote goes with the
    /// words that it is of.
    /// </summary>
    public async Task<ILookup<Guid, string>> QuotesAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var quotes = await store.ListAsync(
            """
            select distinct on (l.loop_id, e.seq_id) l.loop_id, v.text, (e.data ->> 'Start')::int, (e.data ->> 'Length')::int
            from engagement.entries l
            join public.mt_doc_loopcard card on card.id = l.loop_id
            join engagement.view_themes t on t.theme_id = (card.data ->> 'ThemeId')::uuid
            join engagement.views v on v.id = t.view_id and v.text is not null
            join public.mt_events e on e.stream_id = v.id and e.type = 'view_quoted' and e.data ->> 'ThemeId' = t.coded_theme_id::text
            where l.loop_id = any($1)
            order by l.loop_id, e.seq_id
            """,
            row => (Entry: row.GetGuid(0), Text: row.GetString(1), Start: row.GetInt32(2), Length: row.GetInt32(3)),
            cancellationToken,
            ids.ToArray());
        return quotes.ToLookup(quote => quote.Entry, quote => quote.Text.Substring(quote.Start, quote.Length));
    }

    private EntryPage Read(NpgsqlDataReader row)
    {
        var loop = store.Document<LoopCard>(row, 1);
        if (loop is not { Entry: { } entry, Decision: { } decision })
            throw new InvalidOperationException($"Loop {loop.Id} is listed as published but has no entry.");

        return new EntryPage(
            loop.Id,
            loop.ConsultationId,
            loop.ThemeId,
            entry.Slug,
            entry.State,
            entry.YouSaid,
            entry.WeDid,
            decision,
            loop.Commitment,
            loop.Action,
            entry.PublishedAt,
            entry.UpdatedAt,
            entry.ViewCount,
            row.GetInt64(0),
            loop.Words?.Renditions ?? [],
            loop.Words?.Audiences ?? [],
            loop.Words?.Districts ?? []);
    }
}
