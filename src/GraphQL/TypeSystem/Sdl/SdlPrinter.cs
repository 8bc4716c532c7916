using System.Collections.Immutable;
using GraphQL.Language;

namespace GraphQL.TypeSystem.Sdl;

/// <summary>Prints a schema by way of syntax nodes, so that documents and schemas look alike.</summary>
internal sealed class SdlPrinter
{
    private readonly SdlOptions _options;

    private SdlPrinter(SdlOptions options) => _options = options;

    public static string Print(SchemaDefinition schema, SdlOptions options) => new SdlPrinter(options).Print(schema);

    private string Print(SchemaDefinition schema)
    {
        var definitions = new List<SyntaxNode>();
        if (ToSchemaNode(schema) is { } node)
            definitions.Add(node);
        definitions.AddRange(Sort(schema.Directives.Where(directive => !directive.IsBuiltIn), directive => directive.Name).Select(ToNode));
        definitions.AddRange(Sort(schema.Types.Where(IsPrinted), type => type.Name).Select(ToNode));
        return string.Join("\n\n", definitions.Select(node => SyntaxPrinter.Print(node, separateDescribed: true))) + "\n";
    }

    private SchemaDefinitionNode? ToSchemaNode(SchemaDefinition schema)
    {
        var hasUsualNames = HasUsualName(schema.QueryType, "Query", schema)
            && HasUsualName(schema.MutationType, "Mutation", schema)
            && HasUsualName(schema.SubscriptionType, "Subscription", schema);
        var directives = _options.AppliedDirectives ? schema.AppliedDirectives : [];
        if (hasUsualNames && schema.Description is null && directives.IsEmpty)
            return null;
        var operations = Enum.GetValues<OperationType>()
            .Where(operation => schema.GetRootType(operation) is not null)
            .Select(operation => new OperationTypeDefinitionNode(operation, Named(schema.GetRootType(operation)!)));
        return new SchemaDefinitionNode([.. operations], directives, false, Describe(schema.Description));
    }

    private static bool HasUsualName(ObjectType? type, string usualName, SchemaDefinition schema) =>
        type is null ? schema.GetType(usualName) is not ObjectType : type.Name == usualName;

    private static bool IsPrinted(NamedType type) => !type.IsIntrospection && type is not ScalarType { IsSpecified: true };

    private SyntaxNode ToNode(DirectiveDefinition directive) => new DirectiveDefinitionNode(
        new NameNode(directive.Name),
        [.. Sort(directive.Arguments, argument => argument.Name).Select(ToNode)],
        directive.IsRepeatable,
        [.. Sort(directive.Locations.Select(location => location.ToName()), name => name).Select(name => new NameNode(name))],
        Describe(directive.Description));

    private SyntaxNode ToNode(NamedType type)
    {
        var name = new NameNode(type.Name);
        var description = Describe(type.Description);
        return type switch
        {
            ObjectType complex => new ObjectTypeDefinitionNode(
                name, Types(complex.Interfaces), Fields(complex), Applied(type.AppliedDirectives), false, description),
            InterfaceType complex => new InterfaceTypeDefinitionNode(
                name, Types(complex.Interfaces), Fields(complex), Applied(type.AppliedDirectives), false, description),
            UnionType union => new UnionTypeDefinitionNode(name, Types(union.Types), Applied(type.AppliedDirectives), false, description),
            EnumType enumType => new EnumTypeDefinitionNode(
                name, [.. Sort(enumType.Values, value => value.Name).Select(ToNode)], Applied(type.AppliedDirectives), false, description),
            InputObjectType input => new InputObjectTypeDefinitionNode(
                name,
                [.. Sort(input.Fields, field => field.Name).Select(ToNode)],
                Applied(type.AppliedDirectives, input.IsOneOf ? new DirectiveNode(new NameNode("oneOf"), []) : null),
                false,
                description),
            ScalarType scalar => new ScalarTypeDefinitionNode(
                name,
                Applied(type.AppliedDirectives, scalar.SpecifiedBy is null ? null : Directive("specifiedBy", "url", scalar.SpecifiedBy)),
                false,
                description),
            _ => throw new InvalidOperationException($"{type.GetType().Name} cannot be printed."),
        };
    }

    private ImmutableArray<FieldDefinitionNode> Fields(ComplexType type) =>
    [
        .. Sort(type.Fields, field => field.Name).Select(field => new FieldDefinitionNode(
            new NameNode(field.Name),
            [.. Sort(field.Arguments, argument => argument.Name).Select(ToNode)],
            ToNode(field.Type),
            Applied(field.AppliedDirectives, Deprecated(field.DeprecationReason)),
            Describe(field.Description))),
    ];

    private InputValueDefinitionNode ToNode(InputValueDefinition value) => new(
        new NameNode(value.Name),
        ToNode(value.Type),
        value.DefaultValue,
        Applied(value.AppliedDirectives, Deprecated(value.DeprecationReason)),
        Describe(value.Description));

    private EnumValueDefinitionNode ToNode(EnumValueDefinition value) => new(
        new NameNode(value.Name),
        Applied(value.AppliedDirectives, Deprecated(value.DeprecationReason)),
        Describe(value.Description));

    private ImmutableArray<NamedTypeNode> Types(IEnumerable<NamedType> types) => [.. Sort(types, type => type.Name).Select(Named)];

    private ImmutableArray<DirectiveNode> Applied(ImmutableArray<DirectiveNode> applied, DirectiveNode? modelled = null)
    {
        var directives = _options.AppliedDirectives ? applied : [];
        return modelled is null ? directives : directives.Insert(0, modelled);
    }

    private IEnumerable<T> Sort<T>(IEnumerable<T> items, Func<T, string> name) =>
        _options.Sorted ? items.OrderBy(name, StringComparer.Ordinal) : items;

    private static DirectiveNode? Deprecated(string? reason) => reason switch
    {
        null => null,
        BuiltInDirectives.DefaultDeprecationReason => new DirectiveNode(new NameNode("deprecated"), []),
        _ => Directive("deprecated", "reason", reason),
    };

    private static DirectiveNode Directive(string name, string argument, string value) =>
        new(new NameNode(name), [new ArgumentNode(new NameNode(argument), new StringValueNode(value))]);

    private static StringValueNode? Describe(string? description) =>
        description is null ? null : new StringValueNode(description, BlockString.CanPrint(description));

    private static TypeNode ToNode(GraphQLType type) => type switch
    {
        ListType list => new ListTypeNode(ToNode(list.OfType)),
        NonNullType nonNull => new NonNullTypeNode(ToNode(nonNull.OfType)),
        _ => Named((NamedType)type),
    };

    private static NamedTypeNode Named(NamedType type) => new(new NameNode(type.Name));
}
