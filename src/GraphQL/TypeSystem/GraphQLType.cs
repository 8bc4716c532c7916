namespace GraphQL.TypeSystem;

/// <summary>A type of the schema: named, a list, or non-null. Wrappers around the same type are equal.</summary>
public abstract class GraphQLType
{
    /// <summary>The named type inside all wrappers.</summary>
    public NamedType Named
    {
        get
        {
            var type = this;
            while (true)
            {
                switch (type)
                {
                    case NamedType named:
                        return named;
                    case ListType list:
                        type = list.OfType;
                        break;
                    case NonNullType nonNull:
                        type = nonNull.OfType;
                        break;
                }
            }
        }
    }

    /// <summary>The type without its outermost non-null wrapper.</summary>
    public GraphQLType Nullable => this is NonNullType nonNull ? nonNull.OfType : this;

    /// <summary>Whether the type is non-null.</summary>
    public bool IsNonNull => this is NonNullType;

    /// <summary>Whether values of the type may be given: scalars, enums, input objects, and lists of these.</summary>
    public bool IsInput => Named is ScalarType or EnumType or InputObjectType;

    /// <summary>Whether values of the type may be returned: all but input objects.</summary>
    public bool IsOutput => Named is not InputObjectType;

    /// <summary>Whether the type is a scalar or an enum, and so has no fields to select.</summary>
    public bool IsLeaf => this is ScalarType or EnumType;

    /// <summary>Whether the type is an object, interface or union, and so needs a selection.</summary>
    public bool IsComposite => this is ObjectType or InterfaceType or UnionType;
}

/// <summary>A list of values.</summary>
/// <param name="ofType">The type of the items.</param>
public sealed class ListType(GraphQLType ofType) : GraphQLType
{
    /// <summary>The type of the items.</summary>
    public GraphQLType OfType { get; } = ofType;

    /// <inheritdoc/>
    public override string ToString() => $"[{OfType}]";

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ListType other && OfType.Equals(other.OfType);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(1, OfType);
}

/// <summary>A type whose value is never null.</summary>
/// <param name="ofType">The type without the exclamation mark.</param>
public sealed class NonNullType(GraphQLType ofType) : GraphQLType
{
    /// <summary>The type without the exclamation mark.</summary>
    public GraphQLType OfType { get; } = ofType is NonNullType inner ? inner.OfType : ofType;

    /// <inheritdoc/>
    public override string ToString() => $"{OfType}!";

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is NonNullType other && OfType.Equals(other.OfType);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(2, OfType);
}
