using System.Text.RegularExpressions;

namespace EventStore;

/// <summary>A table of plain columns in the store's schema, written by one <see cref="FlatTableProjection"/> and read by anybody's SQL.</summary>
public sealed partial class FlatTable
{
    private readonly List<FlatColumn> _columns = [];
    private readonly List<IReadOnlyList<string>> _indexes = [];

    internal FlatTable(string name) => Name = Checked(name);

    /// <summary>Its name.</summary>
    public string Name { get; }

    internal IReadOnlyList<FlatColumn> Columns => _columns;

    internal IReadOnlyList<FlatColumn> Key => _columns.FindAll(column => column.IsKey);

    /// <summary>Adds a column of Guids, texts, numbers (int, long, decimal, double), truth values, dates or moments.</summary>
    public FlatColumn AddColumn<T>(string name)
    {
        var column = FlatColumn.Of(name, Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T));
        if (_columns.Exists(known => known.Name == column.Name))
            throw new InvalidStoreUseException("FLAT_COLUMN_TWICE", $"Table '{Name}' has two columns named '{name}'.");
        column.Place = _columns.Count;
        _columns.Add(column);
        return column;
    }

    /// <summary>Adds an index.</summary>
    public void AddIndex(params IReadOnlyList<string> columns) => _indexes.Add([.. columns.Select(column => Find(column).Name)]);

    internal FlatColumn Find(string name) =>
        _columns.Find(column => column.Name == name)
        ?? throw new InvalidStoreUseException("FLAT_COLUMN_UNKNOWN", $"Table '{Name}' has no column '{name}'. Add it before it is mapped.");

    internal TableDefinition Definition(string schema, bool isConjoined)
    {
        IEnumerable<ColumnDefinition> columns = _columns.Select(column => column.Definition);
        if (isConjoined) columns = columns.Prepend(new ColumnDefinition(TenantColumn, "varchar", $"not null default '{Tenancy.DefaultTenantId}'", "character varying"));
        return new TableDefinition(
            schema,
            Name,
            [.. columns],
            $"constraint pkey_{Name} primary key ({string.Join(", ", KeyNames(isConjoined))})",
            [.. _indexes.Select(index => $"create index if not exists idx_{Name}_{string.Join('_', index)} on {schema}.{Name} using btree ({string.Join(", ", index)});")]);
    }

    internal const string TenantColumn = "tenant_id";

    internal IReadOnlyList<string> KeyNames(bool isConjoined) => [.. isConjoined ? [TenantColumn] : Array.Empty<string>(), .. Key.Select(column => column.Name)];

    internal static string Checked(string name) =>
        SimpleName().IsMatch(name)
            ? name
            : throw new InvalidStoreUseException(
                "FLAT_TABLE_NAME_INVALID", $"'{name}' cannot name a table or column: use at most 50 small letters, digits and underscores, not starting with a digit.");

    [GeneratedRegex("^[a-z_][a-z0-9_]{0,49}$")]
    private static partial Regex SimpleName();
}
