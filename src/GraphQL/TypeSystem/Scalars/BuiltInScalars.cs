namespace GraphQL.TypeSystem.Scalars;

/// <summary>The scalars every schema may use without defining them, and the .NET types that stand for them.</summary>
internal static class BuiltInScalars
{
    /// <summary>The .NET types that lead to a built-in scalar, by the scalar's name.</summary>
    public static readonly IReadOnlyDictionary<Type, string> NamesByRuntimeType = new Dictionary<Type, string>
    {
        [typeof(int)] = "Int",
        [typeof(short)] = "Int",
        [typeof(byte)] = "Int",
        [typeof(long)] = "Long",
        [typeof(double)] = "Float",
        [typeof(float)] = "Float",
        [typeof(decimal)] = "Decimal",
        [typeof(string)] = "String",
        [typeof(bool)] = "Boolean",
        [typeof(Guid)] = "UUID",
        [typeof(DateTimeOffset)] = "DateTime",
        [typeof(DateTime)] = "DateTime",
        [typeof(DateOnly)] = "Date",
        [typeof(System.Text.Json.JsonElement)] = "JSON",
    };

    /// <summary>Whether there is a built-in scalar of this name.</summary>
    public static bool Exists(string name) => NamesByRuntimeType.Values.Contains(name) || name == "ID";

    /// <summary>Makes a built-in scalar; each schema has its own. Null when there is none of this name.</summary>
    public static ScalarType? Create(string name) => name switch
    {
        "Int" => new IntScalar(),
        "Float" => new FloatScalar(),
        "String" => new StringScalar(),
        "Boolean" => new BooleanScalar(),
        "ID" => new IdScalar(),
        "Long" => new LongScalar(),
        "UUID" => new UuidScalar(),
        "DateTime" => new DateTimeScalar(),
        "Date" => new DateScalar(),
        "Decimal" => new DecimalScalar(),
        "JSON" => new JsonScalar(),
        _ => null,
    };
}
