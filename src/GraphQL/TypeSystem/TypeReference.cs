using GraphQL.Language;

namespace GraphQL.TypeSystem;

/// <summary>
/// Leads to a type that may not be known yet: by GraphQL text such as <c>[Entry!]!</c>, or by the .NET type a GraphQL type stands for.
/// It is resolved when the schema is built.
/// </summary>
public abstract class TypeReference
{
    private TypeReference()
    {
    }

    /// <summary>The name inside all wrappers, for messages.</summary>
    internal string NamedText => ToString()!.Trim('[', ']', '!');

    /// <summary>Where the reference stands in the schema text, or null.</summary>
    internal SyntaxReference? Syntax { get; private init; }

    /// <summary>A reference by GraphQL text.</summary>
    /// <param name="text">The type as GraphQL writes it, such as <c>[Entry!]!</c>.</param>
    public static implicit operator TypeReference(string text) => Parse(text);

    /// <summary>A reference by GraphQL text.</summary>
    /// <param name="text">The type as GraphQL writes it, such as <c>[Entry!]!</c>.</param>
    /// <returns>The reference.</returns>
    /// <exception cref="GraphQLSyntaxException">The text is not a type.</exception>
    public static TypeReference Parse(string text) => FromSyntax(GraphQLParser.ParseType(text), null);

    /// <summary>A reference to the named type that stands for a .NET type; nullable until <see cref="NonNull"/> is called.</summary>
    /// <param name="runtimeType">The .NET type, as it was registered with <see cref="NamedType.RuntimeType"/>.</param>
    /// <returns>The reference.</returns>
    public static TypeReference Of(Type runtimeType)
    {
        ArgumentNullException.ThrowIfNull(runtimeType);
        return new Clr(runtimeType);
    }

    /// <summary>A reference to the named type that stands for a .NET type; nullable until <see cref="NonNull"/> is called.</summary>
    /// <typeparam name="T">The .NET type, as it was registered with <see cref="NamedType.RuntimeType"/>.</typeparam>
    /// <returns>The reference.</returns>
    public static TypeReference Of<T>() => Of(typeof(T));

    /// <summary>A list of this type.</summary>
    /// <returns>The reference to the list.</returns>
    public TypeReference List() => new Wrapper(this, isList: true) { Syntax = Syntax };

    /// <summary>This type, never null.</summary>
    /// <returns>The reference to the non-null type.</returns>
    public TypeReference NonNull() => this is Wrapper { IsList: false } ? this : new Wrapper(this, isList: false) { Syntax = Syntax };

    internal static TypeReference FromSyntax(TypeNode node, SourceText? source) => node switch
    {
        ListTypeNode list => FromSyntax(list.OfType, source).List(),
        NonNullTypeNode nonNull => FromSyntax(nonNull.OfType, source).NonNull(),
        _ => new Named(((NamedTypeNode)node).Name.Value) { Syntax = source is null ? null : new SyntaxReference(source, node) },
    };

    /// <summary>Resolves the reference; null when the named type inside it is unknown.</summary>
    internal abstract GraphQLType? Resolve(Func<string, NamedType?> byName, Func<Type, NamedType?> byRuntimeType);

    private sealed class Named(string name) : TypeReference
    {
        public override string ToString() => name;

        internal override GraphQLType? Resolve(Func<string, NamedType?> byName, Func<Type, NamedType?> byRuntimeType) => byName(name);
    }

    private sealed class Clr(Type runtimeType) : TypeReference
    {
        public override string ToString() => runtimeType.Name;

        internal override GraphQLType? Resolve(Func<string, NamedType?> byName, Func<Type, NamedType?> byRuntimeType) => byRuntimeType(runtimeType);
    }

    private sealed class Wrapper(TypeReference inner, bool isList) : TypeReference
    {
        public bool IsList => isList;

        public override string ToString() => isList ? $"[{inner}]" : $"{inner}!";

        internal override GraphQLType? Resolve(Func<string, NamedType?> byName, Func<Type, NamedType?> byRuntimeType) =>
            inner.Resolve(byName, byRuntimeType) is { } type ? isList ? new ListType(type) : new NonNullType(type) : null;
    }
}
