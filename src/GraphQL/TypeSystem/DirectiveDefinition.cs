using System.Collections.Immutable;
using GraphQL.Language;

namespace GraphQL.TypeSystem;

/// <summary>A directive: what it is called, which arguments it takes and where it may stand.</summary>
/// <param name="name">The directive's name, without the at sign.</param>
/// <param name="locations">Where it may stand.</param>
public sealed class DirectiveDefinition(string name, params ImmutableArray<DirectiveLocation> locations) : SchemaElement(name)
{
    /// <summary>Where it may stand.</summary>
    public ImmutableArray<DirectiveLocation> Locations { get; } = locations;

    /// <summary>The directive's arguments.</summary>
    public DefinitionList<ArgumentDefinition> Arguments { get; } = [];

    /// <summary>Whether it may stand several times in one place.</summary>
    public bool IsRepeatable
    {
        get;
        set => Set(ref field, value);
    }

    /// <summary>Whether the specification defines it, so that a printed schema leaves it out.</summary>
    public bool IsBuiltIn { get; internal init; }

    internal override void Freeze()
    {
        base.Freeze();
        Arguments.Freeze();
    }
}
