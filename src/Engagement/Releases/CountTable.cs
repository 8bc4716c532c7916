namespace Engagement.Releases;

/// <summary>
/// Counts of people by one or two things that are known of them, with the totals that follow. Tables of the same people share what they both count:
/// their total, and the totals by a thing that both are by. A table may be of the people in one cell of another: then that cell is its total.
/// </summary>
public sealed record CountTable
{
    private CountTable(string name, string of, string rowsBy, IReadOnlyList<string> rows, string? columnsBy, IReadOnlyList<string> columns, int[][] counts)
    {
        if (counts.Length != rows.Count || Array.Exists(counts, row => row.Length != columns.Count))
            throw new ArgumentException("Each row of a table must have one count for each of its columns.", nameof(counts));

        foreach (var count in counts.SelectMany(row => row))
            ArgumentOutOfRangeException.ThrowIfNegative(count, nameof(counts));

        (Name, Of, RowsBy, Rows, ColumnsBy, Columns, Counts) = (name, of, rowsBy, rows, columnsBy, columns, counts);
    }

    /// <summary>What it is called in its release.</summary>
    public string Name { get; }

    /// <summary>Whom it counts.</summary>
    public string Of { get; }

    public string RowsBy { get; }

    public IReadOnlyList<string> Rows { get; }

    /// <summary>Null: it is one line, by its rows only.</summary>
    public string? ColumnsBy { get; }

    public IReadOnlyList<string> Columns { get; }

    /// <summary>By row, then column.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Counts { get; }

    /// <summary>The row of those who did not answer; null where all did, or where it is no question. What the others said is theirs alone.</summary>
    public string? NoAnswer { get; init; }

    public int Total => Counts.Sum(row => row.Sum());

    public static CountTable Line(string name, string of, string by, IReadOnlyList<string> keys, IReadOnlyList<int> counts) =>
        new(name, of, by, keys, null, [""], [.. counts.Select(count => new[] { count })]);

    public static CountTable Cross(
        string name, string of, string rowsBy, IReadOnlyList<string> rows, string columnsBy, IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<int>> counts) =>
        rowsBy == columnsBy
            ? throw new ArgumentException("A table is by two different things.", nameof(columnsBy))
            : new CountTable(name, of, rowsBy, rows, columnsBy, columns, [.. counts.Select(row => row.ToArray())]);

    /// <summary>The people of <paramref name="of"/> in one cell of a table by one thing: what a table of these is of.</summary>
    public static string Part(string of, string by, string key) => $"{of}/{Uri.EscapeDataString(by)}={Uri.EscapeDataString(key)}";

    /// <summary>The people in a cell, or in a row or column or all of them where the other is null: the same in every table that counts them.</summary>
    internal string PeopleIn(int? row, int? column)
    {
        List<(string By, string Key)> known = [];
        if (row is { } r)
            known.Add((RowsBy, Rows[r]));

        if (column is { } c && ColumnsBy is { } by)
            known.Add((by, Columns[c]));

        return known.OrderBy(k => k.By, StringComparer.Ordinal).Aggregate(Of, (of, k) => Part(of, k.By, k.Key));
    }
}
