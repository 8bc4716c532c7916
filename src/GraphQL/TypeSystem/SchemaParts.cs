using System.Collections.Immutable;
using GraphQL.Language;

namespace GraphQL.TypeSystem;

/// <summary>What a builder hands to the schema it makes.</summary>
internal sealed record SchemaParts
{
    public string? Description { get; init; }

    public ImmutableArray<DirectiveNode> AppliedDirectives { get; init; } = [];

    public required ImmutableArray<NamedType> Types { get; init; }

    public required ImmutableArray<DirectiveDefinition> Directives { get; init; }

    public ObjectType? QueryType { get; init; }

    public ObjectType? MutationType { get; init; }

    public ObjectType? SubscriptionType { get; init; }

    public required FieldDefinition SchemaField { get; init; }

    public required FieldDefinition TypeField { get; init; }

    public required FieldDefinition TypeNameField { get; init; }
}
