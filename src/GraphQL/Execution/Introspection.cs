using GraphQL.Language;
using GraphQL.TypeSystem;

namespace GraphQL.Execution;

/// <summary>Lets a schema describe itself.</summary>
internal static class Introspection
{
    /// <summary>Gives the introspection types their resolvers.</summary>
    public static void Configure(SchemaBuilder builder)
    {
        Set<SchemaDefinition>(builder, "__Schema", new()
        {
            ["description"] = (schema, _) => schema.Description,
            ["types"] = (schema, _) => schema.Types.Select(Wrap),
            ["queryType"] = (schema, _) => Wrap(schema.QueryType),
            ["mutationType"] = (schema, _) => Wrap(schema.MutationType),
            ["subscriptionType"] = (schema, _) => Wrap(schema.SubscriptionType),
            ["directives"] = (schema, _) => schema.Directives,
        });
        Set<DescribedType>(builder, "__Type", new()
        {
            ["kind"] = (node, _) => Kind(node.Type),
            ["name"] = (node, _) => (node.Type as NamedType)?.Name,
            ["description"] = (node, _) => (node.Type as NamedType)?.Description,
            ["specifiedByURL"] = (node, _) => (node.Type as ScalarType)?.SpecifiedBy,
            ["fields"] = (node, context) => (node.Type as ComplexType)?.Fields.Where(field => IsShown(context, field.IsDeprecated)),
            ["interfaces"] = (node, _) => (node.Type as ComplexType)?.Interfaces.Select(Wrap),
            ["possibleTypes"] = (node, context) => PossibleTypes(node.Type, context),
            ["enumValues"] = (node, context) => (node.Type as EnumType)?.Values.Where(value => IsShown(context, value.IsDeprecated)),
            ["inputFields"] = (node, context) => (node.Type as InputObjectType)?.Fields.Where(field => IsShown(context, field.IsDeprecated)),
            ["ofType"] = (node, _) => node.Type switch
            {
                ListType list => Wrap(list.OfType),
                NonNullType nonNull => Wrap(nonNull.OfType),
                _ => null,
            },
            ["isOneOf"] = (node, _) => (node.Type as InputObjectType)?.IsOneOf,
        });
        Set<FieldDefinition>(builder, "__Field", new()
        {
            ["name"] = (field, _) => field.Name,
            ["description"] = (field, _) => field.Description,
            ["args"] = (field, context) => field.Arguments.Where(argument => IsShown(context, argument.IsDeprecated)),
            ["type"] = (field, _) => Wrap(field.Type),
            ["isDeprecated"] = (field, _) => field.IsDeprecated,
            ["deprecationReason"] = (field, _) => field.DeprecationReason,
        });
        Set<InputValueDefinition>(builder, "__InputValue", new()
        {
            ["name"] = (value, _) => value.Name,
            ["description"] = (value, _) => value.Description,
            ["type"] = (value, _) => Wrap(value.Type),
            ["defaultValue"] = (value, _) => value.DefaultValue?.ToString(),
            ["isDeprecated"] = (value, _) => value.IsDeprecated,
            ["deprecationReason"] = (value, _) => value.DeprecationReason,
        });
        Set<EnumValueDefinition>(builder, "__EnumValue", new()
        {
            ["name"] = (value, _) => value.Name,
            ["description"] = (value, _) => value.Description,
            ["isDeprecated"] = (value, _) => value.IsDeprecated,
            ["deprecationReason"] = (value, _) => value.DeprecationReason,
        });
        Set<DirectiveDefinition>(builder, "__Directive", new()
        {
            ["name"] = (directive, _) => directive.Name,
            ["description"] = (directive, _) => directive.Description,
            ["isRepeatable"] = (directive, _) => directive.IsRepeatable,
            ["locations"] = (directive, _) => directive.Locations.Select(location => location.ToName()),
            ["args"] = (directive, context) => directive.Arguments.Where(argument => IsShown(context, argument.IsDeprecated)),
        });
    }

    /// <summary>A type as introspection's resolvers see it: wrapped, for __Type stands for named and unnamed types alike.</summary>
    public static object? Wrap(GraphQLType? type) => type is null ? null : new DescribedType(type);

    private static void Set<T>(SchemaBuilder builder, string typeName, Dictionary<string, Func<T, IResolverContext, object?>> resolvers) =>
        builder.Configure<ObjectType>(typeName, type =>
        {
            foreach (var (name, resolve) in resolvers)
                type.Fields[name].SyncResolver = context => context.Parent is T part ? resolve(part, context) : PlainValues.Of(DefaultResolver.Read(context.Parent, name));
        });

    private static bool IsShown(IResolverContext context, bool isDeprecated) => !isDeprecated || context.Argument<bool>("includeDeprecated");

    private static IEnumerable<object?>? PossibleTypes(GraphQLType type, IResolverContext context) =>
        type is InterfaceType or UnionType ? ((ResolverContext)context).Schema.GetPossibleTypes((NamedType)type).Select(Wrap) : null;

    private static string Kind(GraphQLType type) => type switch
    {
        ScalarType => "SCALAR",
        ObjectType => "OBJECT",
        InterfaceType => "INTERFACE",
        UnionType => "UNION",
        EnumType => "ENUM",
        InputObjectType => "INPUT_OBJECT",
        ListType => "LIST",
        _ => "NON_NULL",
    };

    private sealed record DescribedType(GraphQLType Type);
}
