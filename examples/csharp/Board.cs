namespace BoardClient;

/// <summary>What the program asks, and the records that its answers are read into: names and nullability are the schema's.</summary>
public static class Board
{
    public const string FirstPage =
        """
        query Board($first: Int!, $after: String) {
          livePosition
          entries(first: $first, after: $after) {
            nodes { slug state youSaid weDid }
            pageInfo { hasNextPage endCursor }
          }
        }
        """;

    public const string OneEntry = "query One($slug: String!) { entryBySlug(slug: $slug) { slug state youSaid weDid } }";
}

public sealed record BoardData(long LivePosition, EntriesConnection Entries);

public sealed record EntriesConnection(IReadOnlyList<Entry> Nodes, PageInfo PageInfo);

public sealed record PageInfo(bool HasNextPage, string? EndCursor);

public sealed record OneData(Entry? EntryBySlug);

public sealed record Entry(string Slug, EntryState State, string YouSaid, string WeDid);

/// <summary>How far an answer has come. New values may come to it.</summary>
public enum EntryState
{
    Unknown,
    WeWill,
    WeDid,
    WeCannot,
}
