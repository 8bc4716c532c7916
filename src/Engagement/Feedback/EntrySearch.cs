using System.Globalization;
using System.Text;
using Engagement.Common;
using EventStore;

namespace Engagement.Feedback;

/// <summary>The public board, looked through.</summary>
public sealed class EntrySearch(DocumentStore store, EntryReads entries)
{
    private const int MostWords = 8;
    private const int LongestWord = 40;
    private const string Nobody = "{}";

    // A word is found by its stem (school finds schools) or as the beginning of a word (comm finds communication).
    private const string Matches =
        """
        ($1::text[] is null or w.words @@ (
            select string_agg('(' || (plainto_tsquery('english', t.word) || to_tsquery('simple', t.word || ':*'))::text || ')', ' & ')::tsquery
            from unnest($1::text[]) t(word)))
        and ($2::text is null or w.state = $2)
        and ($3::text is null or w.audiences = '{}' or $3 = any(w.audiences))
        and ($4::text is null or w.districts = '{}' or $4 = any(w.districts))
        and ($5::date is null or w.published_on >= $5)
        and ($6::date is null or w.published_on <= $6)
        and ($7::uuid is null or w.consultation_id = $7)
        """;

    /// <summary>Last changed first; <paramref name="after"/> is the position of the last entry already seen.</summary>
    public Task<Slice<EntryPage>> FindAsync(EntryQuery query, long? after, int limit, CancellationToken cancellationToken) =>
        FindAsync(query, EntryOrder.Newest, after, limit, cancellationToken);

    /// <inheritdoc cref="FindAsync(EntryQuery, long?, int, CancellationToken)"/>
    public async Task<Slice<EntryPage>> FindAsync(EntryQuery query, EntryOrder order, long? after, int limit, CancellationToken cancellationToken)
    {
        var (follows, direction) = order == EntryOrder.Oldest ? (">", "") : ("<", " desc");
        var found = await store.ListAsync(
            $"""
            select e.loop_id from engagement.entries e join engagement.entry_words w using (loop_id)
            where {Matches} and ($8::bigint is null or e.position {follows} $8)
            order by e.position{direction} limit $9
            """,
            row => row.GetGuid(0),
            cancellationToken,
            [.. Parameters(query), after, limit + 1]);
        var page = found.SliceOf(limit);
        var pages = (await entries.ByIdsAsync([.. page.Items], cancellationToken)).ToDictionary(entry => entry.Id);
        return new Slice<EntryPage>([.. page.Items.Select(id => pages[id])], page.HasMore);
    }

    public async Task<int> CountAsync(EntryQuery query, CancellationToken cancellationToken) => (int)await store.CountAsync(
        $"select count(*) from engagement.entries e join engagement.entry_words w using (loop_id) where {Matches}", cancellationToken, Parameters(query));

    /// <summary>What the entries found could be narrowed to, with exact counts: see <see cref="EntryFacets"/> for why they need no disclosure control.</summary>
    public async Task<EntryFacets> FacetsAsync(EntryQuery query, CancellationToken cancellationToken)
    {
        var counts = await store.ListAsync(
            $"""
            with found as (select w.* from engagement.entry_words w where w.state is not null and {Matches})
            select 'state', state, count(*) from found group by state
            union all select 'audience', a, count(*) from found, unnest(audiences) a group by a
            union all select 'audience', '', count(*) from found where audiences = '{Nobody}'
            union all select 'district', d, count(*) from found, unnest(districts) d group by d
            union all select 'district', '', count(*) from found where districts = '{Nobody}'
            """,
            row => (Kind: row.GetString(0), Value: row.GetString(1), Count: (int)row.GetInt64(2)),
            cancellationToken,
            Parameters(query));
        var byKind = counts.ToDictionary(c => (c.Kind, c.Value), c => c.Count);

        return new EntryFacets(
            Enum.GetValues<EntryState>().ToDictionary(s => s, s => byKind.GetValueOrDefault(("state", s.ToString()))),
            Enum.GetValues<Audience>().ToDictionary(a => a, a => Count("audience", a.ToString())),
            District.All.ToDictionary(d => d.Code, d => Count("district", d.Code)));

        // What is everybody's is found under each.
        int Count(string kind, string value) => byKind.GetValueOrDefault((kind, value)) + byKind.GetValueOrDefault((kind, ""));
    }

    private static object?[] Parameters(EntryQuery query) =>
    [
        WordsOf(query.Words), query.State?.ToString(), query.Audience?.ToString(),
        query.District is { } district ? CleanText.OneLine(district) : null, query.From, query.To, query.ConsultationId,
    ];

    /// <summary>Letters and digits only: nothing that means something to the search itself. Null where there is nothing to look for.</summary>
    internal static string[]? WordsOf(string? typed)
    {
        var text = new StringBuilder();
        foreach (var rune in CleanText.Of(typed).EnumerateRunes())
        {
            var isOfWord = Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
            text.Append(isOfWord ? rune.ToString() : " ");
        }

        string[] words = [.. text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length <= LongestWord).Distinct().Take(MostWords)];
        return words.Length == 0 ? null : words;
    }
}
