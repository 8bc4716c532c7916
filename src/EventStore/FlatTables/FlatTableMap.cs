namespace EventStore;

/// <summary>What an event does to the row it belongs to. The row is made when it is not there.</summary>
/// <typeparam name="TEvent">The event.</typeparam>
public sealed class FlatTableMap<TEvent> where TEvent : notnull
{
    private readonly FlatTable _table;
    private readonly List<FlatChange> _changes;

    internal FlatTableMap(FlatTable table, List<FlatChange> changes) => (_table, _changes) = (table, changes);

    /// <summary>Sets a column to a value from the event.</summary>
    public void Map<T>(string column, Func<IEvent<TEvent>, T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Add(column, typeof(T), isAddition: false, e => value(e));
    }

    /// <summary>Sets a column to a value that is always the same.</summary>
    public void SetValue<T>(string column, T value) => Add(column, typeof(T), isAddition: false, _ => value);

    /// <summary>Adds one to a column.</summary>
    public void Increment(string column)
    {
        var one = Convert.ChangeType(1, Numeric(column).Type, System.Globalization.CultureInfo.InvariantCulture);
        Add(column, one.GetType(), isAddition: true, _ => one);
    }

    /// <summary>Adds a number from the event to a column.</summary>
    public void Increment<T>(string column, Func<IEvent<TEvent>, T> by) where T : struct
    {
        ArgumentNullException.ThrowIfNull(by);
        Numeric(column);
        Add(column, typeof(T), isAddition: true, e => by(e));
    }

    /// <summary>Takes one from a column.</summary>
    public void Decrement(string column)
    {
        var one = Convert.ChangeType(-1, Numeric(column).Type, System.Globalization.CultureInfo.InvariantCulture);
        Add(column, one.GetType(), isAddition: true, _ => one);
    }

    private FlatColumn Numeric(string column)
    {
        var found = _table.Find(column);
        found.RequireNumbers();
        return found;
    }

    private void Add(string column, Type type, bool isAddition, Func<IEvent<TEvent>, object?> value)
    {
        var found = _table.Find(column);
        if ((Nullable.GetUnderlyingType(type) ?? type) != found.Type)
            throw new InvalidStoreUseException("FLAT_COLUMN_TYPE_MISMATCH", $"Column '{column}' of table '{_table.Name}' holds '{found.Type}', not '{type}'.");
        if (found.IsKey) throw new InvalidStoreUseException("FLAT_COLUMN_IS_KEY", $"Column '{column}' of table '{_table.Name}' is part of its key, which says which row an event belongs to.");
        _changes.Add(new FlatChange(found, isAddition, e => value((IEvent<TEvent>)e)));
    }
}
