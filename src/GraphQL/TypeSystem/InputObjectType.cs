namespace GraphQL.TypeSystem;

/// <summary>An input object: named values a client gives together.</summary>
/// <param name="name">The type's name.</param>
public sealed class InputObjectType(string name) : NamedType(name)
{
    /// <summary>The type's fields.</summary>
    public DefinitionList<InputFieldDefinition> Fields { get; } = [];

    /// <summary>Whether exactly one field must be given, and not as null (<c>@oneOf</c>).</summary>
    public bool IsOneOf
    {
        get;
        set => Set(ref field, value);
    }

    /// <summary>Makes the .NET value from the fields given, by GraphQL name. When null, the value is the dictionary itself.</summary>
    public Func<IReadOnlyDictionary<string, object?>, object>? Create
    {
        get;
        set => Set(ref field, value);
    }

    internal override void Freeze()
    {
        base.Freeze();
        Fields.Freeze();
    }
}
