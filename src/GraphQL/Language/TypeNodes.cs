namespace GraphQL.Language;

/// <summary>A reference to a type as written: a name, a list or a non-null.</summary>
/// <param name="span">Where it stands.</param>
public abstract class TypeNode(SourceSpan span) : SyntaxNode(span)
{
    /// <summary>The named type inside all wrappers.</summary>
    public NamedTypeNode Named
    {
        get
        {
            var type = this;
            while (type is not NamedTypeNode)
                type = type is ListTypeNode list ? list.OfType : ((NonNullTypeNode)type).OfType;
            return (NamedTypeNode)type;
        }
    }
}

/// <summary>A type by its name.</summary>
/// <param name="name">The name.</param>
/// <param name="span">Where it stands.</param>
public sealed class NamedTypeNode(NameNode name, SourceSpan span = default) : TypeNode(span)
{
    /// <summary>The name.</summary>
    public NameNode Name { get; } = name;
}

/// <summary>A list, <c>[Type]</c>.</summary>
/// <param name="ofType">The type of the items.</param>
/// <param name="span">Where it stands.</param>
public sealed class ListTypeNode(TypeNode ofType, SourceSpan span = default) : TypeNode(span)
{
    /// <summary>The type of the items.</summary>
    public TypeNode OfType { get; } = ofType;
}

/// <summary>A type that is never null, <c>Type!</c>.</summary>
/// <param name="ofType">The type without the exclamation mark.</param>
/// <param name="span">Where it stands.</param>
public sealed class NonNullTypeNode(TypeNode ofType, SourceSpan span = default) : TypeNode(span)
{
    /// <summary>The type without the exclamation mark.</summary>
    public TypeNode OfType { get; } = ofType;
}
