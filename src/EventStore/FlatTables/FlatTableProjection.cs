namespace EventStore;

/// <summary>
/// Keeps a table of plain SQL columns: events set columns, add to them, or delete rows. Describe the table and what each event type does in the constructor.
/// </summary>
/// <remarks>
/// Events of many streams may meet in one row. Their effects are summed up before they are written, so a page of the log costs a few statements
/// however many events it has. Inline, an addition is exact whoever else adds at the same time; of two who set a column at the same time, the one that commits last wins.
/// </remarks>
public abstract class FlatTableProjection
{
    private readonly Dictionary<Type, FlatRule> _rules = [];

    // Events come when all columns are there.
    private IReadOnlyList<FlatColumn>? _key;

    /// <param name="tableName">The table, in the store's schema.</param>
    protected FlatTableProjection(string tableName) => Table = new FlatTable(tableName);

    /// <summary>The name its progress is kept under; the type's name unless overridden.</summary>
    public virtual string Name => GetType().Name;

    /// <summary>The table. Its key must have one column or more.</summary>
    protected internal FlatTable Table { get; }

    internal IReadOnlyDictionary<Type, FlatRule> Rules => _rules;

    /// <summary>Says what an event type does to the row of its own stream: the key has one column, of what streams are identified by.</summary>
    protected void Project<TEvent>(Action<FlatTableMap<TEvent>> map) where TEvent : notnull => Project(map, OwnStream);

    /// <summary>Says what an event type does to a row.</summary>
    /// <param name="map">What becomes of the columns.</param>
    /// <param name="key">Which row: the value of the key's column, or an array with one value for each.</param>
    protected void Project<TEvent>(Action<FlatTableMap<TEvent>> map, Func<IEvent<TEvent>, object> key) where TEvent : notnull
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(key);
        var changes = new List<FlatChange>();
        map(new FlatTableMap<TEvent>(Table, changes));
        Add(key, changes);
    }

    /// <summary>Deletes the row of an event's own stream.</summary>
    protected void Delete<TEvent>() where TEvent : notnull => Delete<TEvent>(OwnStream);

    /// <summary>Deletes a row.</summary>
    /// <param name="key">As for <see cref="Project{TEvent}(Action{FlatTableMap{TEvent}}, Func{IEvent{TEvent}, object})"/>.</param>
    protected void Delete<TEvent>(Func<IEvent<TEvent>, object> key) where TEvent : notnull
    {
        ArgumentNullException.ThrowIfNull(key);
        Add(key, null);
    }

    private static object OwnStream(IEvent e) => e.StreamKey ?? (object)e.StreamId;

    private void Add<TEvent>(Func<IEvent<TEvent>, object> key, IReadOnlyList<FlatChange>? changes) where TEvent : notnull
    {
        if (!_rules.TryAdd(typeof(TEvent), new FlatRule(e => KeyOf(key((IEvent<TEvent>)e)), changes)))
            throw new InvalidStoreUseException("FLAT_TABLE_EVENT_TWICE", $"Projection '{Name}' says twice what '{typeof(TEvent).Name}' does.");
    }

    private object[] KeyOf(object given)
    {
        object[] values = given is object[] several ? several : [given];
        var key = _key ??= Table.Key;
        for (var i = 0; i < Math.Max(values.Length, key.Count); i++)
        {
            if (i >= values.Length || i >= key.Count || values[i]?.GetType() != key[i].Type)
            {
                throw new InvalidStoreUseException(
                    "FLAT_TABLE_KEY_MISMATCH",
                    $"Projection '{Name}' names a row by ({string.Join(", ", values.Select(value => value?.GetType().Name ?? "null"))}), but the key of its table is ({string.Join(", ", key.Select(column => column.Type.Name))}).");
            }
        }

        return values;
    }
}
