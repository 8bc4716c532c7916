namespace EventStore;

/// <summary>What several events together do to one row.</summary>
internal sealed class FlatRowChange
{
    /// <summary>Whether the row goes, before what follows makes it again.</summary>
    public bool IsDeleted { get; private set; }

    /// <summary>Whether there is a row afterwards.</summary>
    public bool IsWritten { get; private set; }

    /// <summary>By column, in the order of their names: the last value set, or the sum of what is added.</summary>
    public SortedDictionary<string, (FlatColumn Column, bool IsAddition, object? Value)> Columns { get; } = new(StringComparer.Ordinal);

    public void Apply(IReadOnlyList<FlatChange>? changes, IEvent e)
    {
        if (changes is null)
        {
            (IsDeleted, IsWritten) = (true, false);
            Columns.Clear();
            return;
        }

        IsWritten = true;
        foreach (var change in changes)
        {
            var value = change.Value(e);
            var column = change.Column;
            Columns[column.Name] = change.IsAddition && Columns.TryGetValue(column.Name, out var before)
                ? (column, before.IsAddition, before.Value is null ? value : column.Add(before.Value, value!))
                : (column, change.IsAddition, value);
        }
    }
}
