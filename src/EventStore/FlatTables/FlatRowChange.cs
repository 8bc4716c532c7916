namespace EventStore;

/// <summary>What several events together do to one row.</summary>
/// <param name="columns">How many columns the table has.</param>
internal sealed class FlatRowChange(int columns)
{
    private readonly FlatValue[] _values = new FlatValue[columns];

    /// <summary>Whether the row goes, before what follows makes it again.</summary>
    public bool IsDeleted { get; private set; }

    /// <summary>Whether there is a row afterwards.</summary>
    public bool IsWritten { get; private set; }

    /// <summary>By the columns' places in the table: the last value set, or the sum of what is added.</summary>
    public ReadOnlySpan<FlatValue> Values => _values;

    public void Apply(IReadOnlyList<FlatChange>? changes, IEvent e)
    {
        if (changes is null)
        {
            (IsDeleted, IsWritten) = (true, false);
            Array.Clear(_values);
            return;
        }

        IsWritten = true;
        for (var i = 0; i < changes.Count; i++)
        {
            var change = changes[i];
            var value = change.Value(e);
            ref var before = ref _values[change.Column.Place];
            if (!change.IsAddition) before = new FlatValue(FlatChangeKind.Set, value);
            else if (before.Kind == FlatChangeKind.None) before = new FlatValue(FlatChangeKind.Add, value);
            else before = before with { Value = before.Value is null ? value : change.Column.Add(before.Value, value!) };
        }
    }
}
