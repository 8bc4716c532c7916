using Npgsql;
using NpgsqlTypes;

namespace EventStore;

/// <summary>A column of a <see cref="FlatTable"/>.</summary>
public sealed class FlatColumn
{
    private readonly Func<IReadOnlyList<object?>, Array> _toArray;
    private readonly NpgsqlDbType _dbType;
    private readonly Func<object, object, object>? _add;

    private FlatColumn(
        string name, Type type, string sqlType, NpgsqlDbType dbType, Func<IReadOnlyList<object?>, Array> toArray, Func<object, object, object>? add = null)
    {
        (Name, Type, SqlType) = (FlatTable.Checked(name), type, sqlType);
        (_dbType, _toArray, _add) = (dbType, toArray, add);
    }

    internal string Name { get; }
    internal Type Type { get; }
    internal string SqlType { get; }

    /// <summary>Which of the table's columns it is, from zero.</summary>
    internal int Place { get; set; }

    internal bool IsKey { get; private set; }
    internal bool IsNotNull { get; private set; }
    internal string? Default { get; private set; }

    /// <exception cref="InvalidStoreUseException">There are no columns of that type.</exception>
    internal static FlatColumn Of(string name, Type type)
    {
        if (type == typeof(Guid)) return new(name, type, "uuid", NpgsqlDbType.Uuid, Structs<Guid>);
        if (type == typeof(string)) return new(name, type, "varchar", NpgsqlDbType.Varchar, Texts);
        if (type == typeof(int)) return new(name, type, "integer", NpgsqlDbType.Integer, Structs<int>, (a, b) => (int)a + (int)b);
        if (type == typeof(long)) return new(name, type, "bigint", NpgsqlDbType.Bigint, Structs<long>, (a, b) => (long)a + (long)b);
        if (type == typeof(decimal)) return new(name, type, "numeric", NpgsqlDbType.Numeric, Structs<decimal>, (a, b) => (decimal)a + (decimal)b);
        if (type == typeof(double)) return new(name, type, "double precision", NpgsqlDbType.Double, Structs<double>, (a, b) => (double)a + (double)b);
        if (type == typeof(bool)) return new(name, type, "boolean", NpgsqlDbType.Boolean, Structs<bool>);
        if (type == typeof(DateOnly)) return new(name, type, "date", NpgsqlDbType.Date, Structs<DateOnly>);
        if (type == typeof(DateTimeOffset)) return new(name, type, "timestamp with time zone", NpgsqlDbType.TimestampTz, Moments);
        throw new InvalidStoreUseException(
            "FLAT_COLUMN_TYPE_UNKNOWN",
            $"Column '{name}' cannot hold '{type}': use Guid, string, int, long, decimal, double, bool, DateOnly or DateTimeOffset.");
    }

    /// <summary>Makes it part of the primary key, in the order in which columns are so made.</summary>
    public FlatColumn AsPrimaryKey()
    {
        IsKey = true;
        return NotNull();
    }

    /// <summary>Refuses null.</summary>
    public FlatColumn NotNull()
    {
        IsNotNull = true;
        return this;
    }

    /// <summary>What a row has here until an event says otherwise.</summary>
    /// <param name="sql">An SQL expression, such as <c>0</c>.</param>
    public FlatColumn DefaultValue(string sql)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(sql);
        Default = sql;
        return this;
    }

    internal ColumnDefinition Definition => new(
        Name,
        SqlType,
        $"{(IsNotNull ? "not null" : "null")}{(Default is null ? "" : $" default {Default}")}",
        SqlType == "varchar" ? "character varying" : SqlType);

    /// <exception cref="InvalidStoreUseException">It holds no numbers.</exception>
    internal void RequireNumbers()
    {
        if (_add is null) throw new InvalidStoreUseException("FLAT_COLUMN_NOT_NUMERIC", $"Column '{Name}' holds no numbers, so nothing can be added to it.");
    }

    internal object Add(object a, object b) => _add!(a, b);

    internal NpgsqlParameter ToParameter(IReadOnlyList<object?> values) => new() { Value = _toArray(values), NpgsqlDbType = NpgsqlDbType.Array | _dbType };

    private static T?[] Structs<T>(IReadOnlyList<object?> values) where T : struct
    {
        var array = new T?[values.Count];
        for (var i = 0; i < array.Length; i++) array[i] = (T?)values[i];
        return array;
    }

    private static string?[] Texts(IReadOnlyList<object?> values)
    {
        var array = new string?[values.Count];
        for (var i = 0; i < array.Length; i++) array[i] = (string?)values[i];
        return array;
    }

    // Npgsql writes timestamps with a time zone from UTC only.
    private static DateTime?[] Moments(IReadOnlyList<object?> values)
    {
        var array = new DateTime?[values.Count];
        for (var i = 0; i < array.Length; i++) array[i] = ((DateTimeOffset?)values[i])?.UtcDateTime;
        return array;
    }
}
