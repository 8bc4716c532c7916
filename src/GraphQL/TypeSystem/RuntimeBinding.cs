using GraphQL.TypeSystem.Rules;

namespace GraphQL.TypeSystem;

/// <summary>Makes a type from text stand for a .NET type.</summary>
internal static class RuntimeBinding
{
    public static void Apply(Type runtimeType, NamedType? type, SchemaErrors errors)
    {
        // Types from C# say themselves what they stand for; a type that is not there is reported with the references.
        if (type is not (ObjectType or EnumType) || type is not { RuntimeType: null, Syntax.Count: > 0 })
            return;
        type.RuntimeType = runtimeType;
        if (type is EnumType enumType && runtimeType.IsEnum)
            BindValues(enumType, runtimeType, errors);
    }

    private static void BindValues(EnumType type, Type runtimeType, SchemaErrors errors)
    {
        var byName = Enum.GetNames(runtimeType).ToDictionary(Plain, StringComparer.OrdinalIgnoreCase);
        foreach (var value in type.Values)
        {
            if (byName.TryGetValue(Plain(value.Name), out var name))
                value.RuntimeValue = Enum.Parse(runtimeType, name);
            else
                errors.Report($"The value \"{type.Name}.{value.Name}\" has no counterpart in the C# enum {runtimeType.Name}.", value.Syntax);
        }
    }

    // DARK_BLUE and DarkBlue are one name in the manners of two languages.
    private static string Plain(string name) => name.Replace("_", "", StringComparison.Ordinal);
}
