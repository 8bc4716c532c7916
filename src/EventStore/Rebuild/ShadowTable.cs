namespace EventStore;

/// <summary>
/// A table of the same shape beside one that a projection keeps, in which it is built anew while the other is read as before. In the end what differs
/// is written over in one transaction: readers see the old state until they see the new, and rows that come out the same are not touched.
/// </summary>
/// <param name="Live">The table that is read, with its schema.</param>
/// <param name="Key">The columns that identify a row.</param>
/// <param name="Contents">The columns that are the projection's result.</param>
/// <param name="Incidental">Columns that are copied where a row differs, but are no difference by themselves.</param>
internal sealed record ShadowTable(string Live, IReadOnlyList<string> Key, IReadOnlyList<string> Contents, IReadOnlyList<string> Incidental)
{
    public const string Suffix = "__rebuild";

    private string Name => Live + Suffix;

    public string Create => $"create table if not exists {Name} (like {Live} including defaults including constraints including indexes)";

    public string Empty => $"truncate {Name}";

    public string Drop => $"drop table if exists {Name}";

    /// <summary>Keeps writers out and lets readers in, until the transaction ends.</summary>
    public string KeepWritersOut => $"lock table {Live} in share row exclusive mode";

    public IReadOnlyList<string> Adopt =>
    [
        $"""
        insert into {Live} as l ({List([.. Key, .. Contents, .. Incidental])}) select {List([.. Key, .. Contents, .. Incidental])} from {Name}
        on conflict ({List(Key)}) {Difference}
        """,
        $"delete from {Live} l where not exists (select from {Name} s where {string.Join(" and ", Key.Select(column => $"s.{column} = l.{column}"))})",
    ];

    private string Difference => Contents.Count == 0
        ? "do nothing"
        : $"""
           do update set {string.Join(", ", Contents.Concat(Incidental).Select(column => $"{column} = excluded.{column}"))}
           where ({List([.. Contents.Select(column => $"l.{column}")])}) is distinct from ({List([.. Contents.Select(column => $"excluded.{column}")])})
           """;

    private static string List(IReadOnlyList<string> columns) => string.Join(", ", columns);
}
