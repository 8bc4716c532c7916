using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using GraphQL.Language;

namespace GraphQL.TypeSystem;

/// <summary>A named part of a schema. It may be changed until the schema is built, and never after.</summary>
/// <param name="name">The element's name.</param>
public abstract class SchemaElement(string name)
{
    /// <summary>The element's name.</summary>
    public string Name { get; } = name ?? throw new ArgumentNullException(nameof(name));

    /// <summary>What the element is for, in Markdown, or null.</summary>
    public string? Description
    {
        get;
        set => Set(ref field, value);
    }

    /// <summary>Directives applied to the element in the schema, other than those the model has properties for.</summary>
    public ImmutableArray<DirectiveNode> AppliedDirectives
    {
        get;
        set => Set(ref field, value);
    } = [];

    /// <summary>Whether the element belongs to a finished schema and can no longer be changed.</summary>
    public bool IsFrozen { get; private set; }

    /// <summary>Where the element stands in the schema text, or null when it was made in code.</summary>
    internal SyntaxReference? Syntax { get; set; }

    /// <summary>The element's name.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;

    internal virtual void Freeze() => IsFrozen = true;

    /// <summary>Changes a property, unless the schema is finished.</summary>
    /// <typeparam name="T">The property's type.</typeparam>
    /// <param name="target">The property's field.</param>
    /// <param name="value">The new value.</param>
    /// <param name="property">The property's name.</param>
    /// <exception cref="InvalidOperationException">The element belongs to a finished schema.</exception>
    private protected void Set<T>(ref T target, T value, [CallerMemberName] string property = "")
    {
        if (IsFrozen)
            throw new InvalidOperationException($"{property} of '{Name}' cannot be changed: its schema is finished. Set it before SchemaBuilder.Build.");
        target = value;
    }
}
