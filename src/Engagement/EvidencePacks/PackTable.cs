namespace Engagement.EvidencePacks;

/// <summary>A table of a pack: what is printed of it, and the file that is behind it.</summary>
/// <param name="Name">What its file is called.</param>
/// <param name="Title">What it is called on the page.</param>
/// <param name="Columns">In their order.</param>
/// <param name="Rows">In an order of their own; a value for each column.</param>
internal sealed record PackTable(string Name, string Title, IReadOnlyList<PackColumn> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    /// <summary>What has to be known to read it.</summary>
    public string? Note { get; init; }

    /// <summary>Whether the page shows it: some are too long for paper.</summary>
    public bool IsPrinted { get; init; } = true;

    /// <summary>Which rows the page shows; null: all.</summary>
    public Func<IReadOnlyList<object?>, bool>? Shown { get; init; }

    /// <summary>Of a table that only shows otherwise what is in the file of another: the name of that. Then it has no file of its own.</summary>
    public string? From { get; init; }

    /// <summary>What stands in place of the table while it has no row.</summary>
    public string Empty { get; init; } = "Nothing was on record.";

    /// <summary>In how many rows a column has a value.</summary>
    public int Count(string column) => Values(column).Count(value => value is not null);

    /// <summary>In how many rows a column has this value.</summary>
    public int Count(string column, object value) => Values(column).Count(value.Equals);

    /// <summary>The whole numbers of a column together.</summary>
    public int Sum(string column) => Values(column).OfType<int>().Sum();

    private IEnumerable<object?> Values(string column)
    {
        var place = Columns.Index().Single(one => one.Item.Name == column).Index;
        return Rows.Select(row => row[place]);
    }
}

/// <summary>A column of a table of a pack.</summary>
/// <param name="Name">What the files call it.</param>
/// <param name="Title">What the page calls it; null where it is in the files only.</param>
/// <param name="Width">How wide it is, in percent of the page. A table whose columns say so is never shown as blocks; else the browser decides.</param>
internal sealed record PackColumn(string Name, string? Title = null, int? Width = null);
