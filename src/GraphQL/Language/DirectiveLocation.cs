namespace GraphQL.Language;

/// <summary>A place where a directive may stand.</summary>
public enum DirectiveLocation
{
    /// <summary>On a query.</summary>
    Query,

    /// <summary>On a mutation.</summary>
    Mutation,

    /// <summary>On a subscription.</summary>
    Subscription,

    /// <summary>On a selected field.</summary>
    Field,

    /// <summary>On the definition of a fragment.</summary>
    FragmentDefinition,

    /// <summary>On a fragment spread.</summary>
    FragmentSpread,

    /// <summary>On an inline fragment.</summary>
    InlineFragment,

    /// <summary>On the declaration of a variable.</summary>
    VariableDefinition,

    /// <summary>On the schema.</summary>
    Schema,

    /// <summary>On a scalar.</summary>
    Scalar,

    /// <summary>On an object type.</summary>
    Object,

    /// <summary>On the definition of a field.</summary>
    FieldDefinition,

    /// <summary>On the definition of an argument.</summary>
    ArgumentDefinition,

    /// <summary>On an interface.</summary>
    Interface,

    /// <summary>On a union.</summary>
    Union,

    /// <summary>On an enum.</summary>
    Enum,

    /// <summary>On an enum value.</summary>
    EnumValue,

    /// <summary>On an input object type.</summary>
    InputObject,

    /// <summary>On a field of an input object type.</summary>
    InputFieldDefinition,

    /// <summary>On the declaration of a fragment's variable. No document of this edition has such a place, but directives are defined for it.</summary>
    FragmentVariableDefinition,
}

/// <summary>The names of directive locations in GraphQL text.</summary>
public static class DirectiveLocations
{
    private static readonly string[] Names =
    [
        "QUERY", "MUTATION", "SUBSCRIPTION", "FIELD", "FRAGMENT_DEFINITION", "FRAGMENT_SPREAD", "INLINE_FRAGMENT", "VARIABLE_DEFINITION",
        "SCHEMA", "SCALAR", "OBJECT", "FIELD_DEFINITION", "ARGUMENT_DEFINITION", "INTERFACE", "UNION", "ENUM", "ENUM_VALUE", "INPUT_OBJECT",
        "INPUT_FIELD_DEFINITION", "FRAGMENT_VARIABLE_DEFINITION",
    ];

    /// <summary>The location's name in GraphQL text, such as <c>FIELD_DEFINITION</c>.</summary>
    /// <param name="location">The location.</param>
    /// <returns>The name.</returns>
    public static string ToName(this DirectiveLocation location) => Names[(int)location];

    /// <summary>Finds a location by its name in GraphQL text.</summary>
    /// <param name="name">The name, such as <c>FIELD</c>.</param>
    /// <param name="location">The location, when the name is known.</param>
    /// <returns>Whether the name is known.</returns>
    public static bool TryParse(string name, out DirectiveLocation location)
    {
        var index = Array.IndexOf(Names, name);
        location = (DirectiveLocation)Math.Max(index, 0);
        return index >= 0;
    }

    internal static bool IsKnown(ReadOnlySpan<byte> name)
    {
        foreach (var known in Names)
        {
            if (System.Text.Ascii.Equals(name, known))
                return true;
        }

        return false;
    }
}
