using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using GraphQL.Language;

namespace GraphQL.TypeSystem;

/// <summary>A type with a name: scalar, object, interface, union, enum or input object. It may be changed until the schema is built.</summary>
/// <param name="name">The type's name.</param>
public abstract class NamedType(string name) : GraphQLType
{
    /// <summary>The type's name.</summary>
    public string Name { get; } = name ?? throw new ArgumentNullException(nameof(name));

    /// <summary>What the type is for, in Markdown, or null.</summary>
    public string? Description
    {
        get;
        set => Set(ref field, value);
    }

    /// <summary>The .NET type this type stands for, or null when it was made from text.</summary>
    public Type? RuntimeType
    {
        get;
        set => Set(ref field, value);
    }

    /// <summary>Directives applied to the type in the schema, other than those the model has properties for.</summary>
    public ImmutableArray<DirectiveNode> AppliedDirectives
    {
        get;
        set => Set(ref field, value);
    } = [];

    /// <summary>Whether the type belongs to a finished schema and can no longer be changed.</summary>
    public bool IsFrozen { get; private set; }

    /// <summary>Whether the type is one of introspection's own, whose names begin with two underscores.</summary>
    public bool IsIntrospection { get; internal init; }

    /// <summary>Where the type is defined and extended in the schema text; empty when it was made in code.</summary>
    internal List<SyntaxReference> Syntax { get; } = [];

    /// <summary>The type's name.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;

    internal virtual void Freeze() => IsFrozen = true;

    private protected void Set<T>(ref T target, T value, [CallerMemberName] string property = "")
    {
        if (IsFrozen)
            throw new InvalidOperationException($"{property} of '{Name}' cannot be changed: its schema is finished. Set it before SchemaBuilder.Build.");
        target = value;
    }
}
