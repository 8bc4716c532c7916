namespace GraphQL.SourceGeneration.Model;

internal enum TypeRole
{
    Object,
    Interface,
    Union,
    Abstract,
    Enum,
    Input,
    Error,
}

/// <summary>A C# type that becomes a type of the schema.</summary>
/// <param name="Role">What it becomes; Abstract until a mark says interface or union.</param>
/// <param name="Key">The C# type, fully qualified.</param>
/// <param name="Name">The name in the schema.</param>
/// <param name="Documentation">Where its description comes from.</param>
/// <param name="Fields">The fields of an object or interface.</param>
/// <param name="Members">The classes of an interface or union.</param>
/// <param name="Values">The values of an enum.</param>
/// <param name="InputFields">The fields of an input object.</param>
/// <param name="IsExplicit">Whether it is in the schema even when nothing refers to it.</param>
/// <param name="Location">Where it stands, or what led to it when it comes from another assembly.</param>
internal sealed record TypeModel(
    TypeRole Role,
    string Key,
    string Name,
    Documentation Documentation,
    EquatableArray<FieldModel> Fields,
    EquatableArray<string> Members,
    EquatableArray<EnumValueModel> Values,
    EquatableArray<InputFieldModel> InputFields,
    bool IsExplicit,
    SourceLocation Location)
{
    /// <summary>Whether exactly one field of the input object is given.</summary>
    public bool IsOneOf { get; init; }
}

/// <summary>A value of an enum.</summary>
internal sealed record EnumValueModel(string Member, string Name, Documentation Documentation, string? Deprecation);

internal enum InputAssignment
{
    Constructor,
    Init,
    Set,
}

/// <summary>A field of an input object and how it reaches the C# object.</summary>
internal sealed record InputFieldModel(
    string Member,
    string Name,
    TypeShape? Shape,
    string Clr,
    string? DefaultValue,
    InputAssignment Assignment,
    Documentation Documentation,
    string? Deprecation);
