namespace GraphQL.TypeSystem;

/// <summary>A type with fields: an object type or an interface.</summary>
public abstract class ComplexType : NamedType
{
    private protected ComplexType(string name)
        : base(name)
    {
    }

    /// <summary>The type's fields.</summary>
    public DefinitionList<FieldDefinition> Fields { get; } = [];

    /// <summary>The interfaces the type implements.</summary>
    public TypeReferenceList<InterfaceType> Interfaces { get; } = [];

    internal override void Freeze()
    {
        base.Freeze();
        foreach (var field in Fields)
            field.DeclaringType = this;
        Fields.Freeze();
    }
}

/// <summary>An object: the type of a value with fields.</summary>
/// <param name="name">The type's name.</param>
public sealed class ObjectType(string name) : ComplexType(name)
{
    /// <summary>Tells whether a value is of this type, where an interface or union leaves that open. When null, <see cref="NamedType.RuntimeType"/> decides.</summary>
    public Func<object, bool>? IsTypeOf
    {
        get;
        set => Set(ref field, value);
    }
}

/// <summary>An interface: fields that several object types share.</summary>
/// <param name="name">The type's name.</param>
public sealed class InterfaceType(string name) : ComplexType(name), IAbstractType
{
    /// <inheritdoc/>
    public Func<object, string?>? ResolveTypeName
    {
        get;
        set => Set(ref field, value);
    }
}

/// <summary>A union: one of several object types.</summary>
/// <param name="name">The type's name.</param>
public sealed class UnionType(string name) : NamedType(name), IAbstractType
{
    /// <summary>The object types a value may be of.</summary>
    public TypeReferenceList<ObjectType> Types { get; } = [];

    /// <inheritdoc/>
    public Func<object, string?>? ResolveTypeName
    {
        get;
        set => Set(ref field, value);
    }
}

/// <summary>A type whose values are of one of several object types.</summary>
public interface IAbstractType
{
    /// <summary>Names the object type of a value. When null, the possible types are asked in turn.</summary>
    Func<object, string?>? ResolveTypeName { get; }
}
