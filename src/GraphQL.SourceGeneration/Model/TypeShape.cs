namespace GraphQL.SourceGeneration.Model;

internal enum ShapeKind
{
    Scalar,
    Enum,
    Object,
    Input,
    List,
    Connection,
}

/// <summary>How a list is handed to C# when it is an argument.</summary>
internal enum ListForm
{
    Array,
    List,
    ImmutableArray,
    HashSet,
    Queryable,
}

/// <summary>A C# type seen as a GraphQL type.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Clr">The C# type, fully qualified, without an outer question mark.</param>
/// <param name="Name">The scalar's name; for other named types the key of the type, which the composer turns into a name.</param>
/// <param name="Nullable">Whether null is a value.</param>
/// <param name="IsValueType">Whether the C# type is a value type.</param>
/// <param name="Item">The item of a list or connection.</param>
/// <param name="Form">How a list argument is made.</param>
/// <param name="IdentityOf">For ID: the key of the type it identifies, or an empty string for any; otherwise null.</param>
internal sealed record TypeShape(
    ShapeKind Kind,
    string Clr,
    string Name,
    bool Nullable,
    bool IsValueType,
    TypeShape? Item = null,
    ListForm Form = ListForm.Array,
    string? IdentityOf = null)
{
    /// <summary>What stands for the result of a mutation that has none.</summary>
    public static TypeShape Done { get; } = new(ShapeKind.Scalar, "bool", "Boolean", false, true);

    /// <summary>Whether an argument tells apart what was left out and null: an Optional of this type.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Whether null is no value of what an optional argument carries.</summary>
    public bool IsNullRefused { get; init; }

    /// <summary>The named type inside all lists.</summary>
    public TypeShape Leaf => Item is null ? this : Item.Leaf;

    /// <summary>The C# type with its question mark.</summary>
    public string ClrWithNull => Nullable ? Clr + "?" : Clr;
}
