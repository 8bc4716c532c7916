using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using GraphQL.Language;
using GraphQL.TypeSystem.Sdl;

namespace GraphQL.TypeSystem;

/// <summary>A finished schema. It never changes, so any number of threads may use it.</summary>
public sealed class SchemaDefinition
{
    private readonly FrozenDictionary<string, NamedType> _typesByName;
    private readonly FrozenDictionary<string, DirectiveDefinition> _directivesByName;
    private readonly FrozenDictionary<NamedType, ImmutableArray<ObjectType>> _possibleTypes;
    private readonly FrozenSet<(NamedType Abstract, NamedType Sub)> _subTypes;

    internal SchemaDefinition(SchemaParts parts)
    {
        Description = parts.Description;
        AppliedDirectives = parts.AppliedDirectives;
        Types = parts.Types;
        Directives = parts.Directives;
        QueryType = parts.QueryType!;
        MutationType = parts.MutationType;
        SubscriptionType = parts.SubscriptionType;
        SchemaField = parts.SchemaField;
        TypeField = parts.TypeField;
        TypeNameField = parts.TypeNameField;
        _typesByName = Types.ToFrozenDictionary(type => type.Name, StringComparer.Ordinal);
        _directivesByName = Directives.ToFrozenDictionary(directive => directive.Name, StringComparer.Ordinal);
        _subTypes = SubTypes().ToFrozenSet();
        _possibleTypes = Types.Where(type => type is IAbstractType).ToFrozenDictionary(type => type, PossibleTypesOf);
    }

    /// <summary>What the schema is for, or null.</summary>
    public string? Description { get; }

    /// <summary>Directives applied to the schema itself.</summary>
    public ImmutableArray<DirectiveNode> AppliedDirectives { get; }

    /// <summary>The type of a query's root.</summary>
    public ObjectType QueryType { get; }

    /// <summary>The type of a mutation's root, or null when there are none.</summary>
    public ObjectType? MutationType { get; }

    /// <summary>The type of a subscription's root, or null when there are none.</summary>
    public ObjectType? SubscriptionType { get; }

    /// <summary>All named types, introspection's and the used built-in scalars among them, in the order they were added.</summary>
    public ImmutableArray<NamedType> Types { get; }

    /// <summary>All directives, the built-in ones among them.</summary>
    public ImmutableArray<DirectiveDefinition> Directives { get; }

    /// <summary>The field <c>__schema</c>, which the query type has without defining it.</summary>
    public FieldDefinition SchemaField { get; }

    /// <summary>The field <c>__type</c>, which the query type has without defining it.</summary>
    public FieldDefinition TypeField { get; }

    /// <summary>The field <c>__typename</c>, which every object, interface and union has without defining it.</summary>
    public FieldDefinition TypeNameField { get; }

    /// <summary>Finds a type by its name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="type">The type, when found.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryGetType(string name, [NotNullWhen(true)] out NamedType? type) => _typesByName.TryGetValue(name, out type);

    /// <summary>Finds a type by its name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The type, or null when there is none of this name.</returns>
    public NamedType? GetType(string name) => _typesByName.GetValueOrDefault(name);

    /// <summary>Finds a directive by its name.</summary>
    /// <param name="name">The name, without the at sign.</param>
    /// <returns>The directive, or null when there is none of this name.</returns>
    public DirectiveDefinition? GetDirective(string name) => _directivesByName.GetValueOrDefault(name);

    /// <summary>The root type of an operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <returns>The type, or null when the schema has no such operation.</returns>
    public ObjectType? GetRootType(OperationType operation) => operation switch
    {
        OperationType.Query => QueryType,
        OperationType.Mutation => MutationType,
        _ => SubscriptionType,
    };

    /// <summary>Finds a field that may be selected on a type, the fields every type has without defining them among them.</summary>
    /// <param name="type">An object type, interface or union.</param>
    /// <param name="name">The field's name.</param>
    /// <returns>The field, or null when the type has none such.</returns>
    public FieldDefinition? GetField(NamedType type, string name)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(name);
        if (type is ComplexType complex && complex.Fields.TryGet(name, out var field))
            return field;
        if (!name.StartsWith("__", StringComparison.Ordinal))
            return null;
        return name switch
        {
            "__typename" when type.IsComposite => TypeNameField,
            "__schema" when ReferenceEquals(type, QueryType) => SchemaField,
            "__type" when ReferenceEquals(type, QueryType) => TypeField,
            _ => null,
        };
    }

    /// <summary>The object types a value of this type may be of: itself for an object type, the members or implementers otherwise.</summary>
    /// <param name="type">An object type, interface or union.</param>
    /// <returns>The object types; none for a leaf.</returns>
    public ImmutableArray<ObjectType> GetPossibleTypes(NamedType type) =>
        type is ObjectType self ? [self] : _possibleTypes.GetValueOrDefault(type, []);

    /// <summary>Whether a type is a member of a union, or implements an interface.</summary>
    /// <param name="abstractType">The union or interface.</param>
    /// <param name="type">An object type, or an interface that may implement another.</param>
    /// <returns>Whether it is.</returns>
    public bool IsSubType(NamedType abstractType, NamedType type) => _subTypes.Contains((abstractType, type));

    /// <summary>Whether a fragment with this type condition selects from objects of the type.</summary>
    internal bool Applies(NamedTypeNode condition, ObjectType type)
    {
        var name = condition.Name.Value;
        return type.Name == name || (TryGetType(name, out var other) && IsSubType(other, type));
    }

    /// <summary>Whether a value of one type is always also a value of the other.</summary>
    /// <param name="type">The narrower type.</param>
    /// <param name="superType">The wider type.</param>
    /// <returns>Whether the first may stand where the second is asked for.</returns>
    public bool IsTypeSubTypeOf(GraphQLType type, GraphQLType superType)
    {
        while (true)
        {
            if (type.Equals(superType))
                return true;
            switch (type, superType)
            {
                case (NonNullType narrow, NonNullType wide):
                    (type, superType) = (narrow.OfType, wide.OfType);
                    break;
                case (NonNullType narrow, _):
                    type = narrow.OfType;
                    break;
                case (ListType narrow, ListType wide):
                    (type, superType) = (narrow.OfType, wide.OfType);
                    break;
                default:
                    return type is NamedType sub && superType is NamedType super && IsSubType(super, sub);
            }
        }
    }

    /// <summary>The schema as GraphQL text, sorted and therefore the same every time.</summary>
    /// <param name="options">How to print; sorted, and with applied directives, when null.</param>
    /// <returns>The text.</returns>
    public string ToSdl(SdlOptions? options = null) => SdlPrinter.Print(this, options ?? SdlOptions.Default);

    private IEnumerable<(NamedType Abstract, NamedType Sub)> SubTypes()
    {
        foreach (var type in Types)
        {
            if (type is UnionType union)
            {
                foreach (var member in union.Types)
                    yield return (union, member);
            }
            else if (type is ComplexType complex)
            {
                foreach (var parent in complex.Interfaces)
                    yield return (parent, complex);
            }
        }
    }

    private ImmutableArray<ObjectType> PossibleTypesOf(NamedType type) => type is UnionType union
        ? [.. union.Types]
        : [.. Types.OfType<ObjectType>().Where(candidate => IsSubType(type, candidate))];
}
