using GraphQL.Language;

namespace GraphQL.TypeSystem;

/// <summary>
/// The types with which a schema describes itself. They have no resolvers here: the executor sets them through
/// <see cref="SchemaBuilder.Configure{T}(string, Action{T})"/>.
/// </summary>
internal static class IntrospectionTypes
{
    public static IEnumerable<NamedType> Create() =>
    [
        new ObjectType("__Schema")
        {
            IsIntrospection = true,
            Description = "The schema: its types, its root types and its directives.",
            Fields =
            {
                Field("description", "String"),
                Field("types", "[__Type!]!"),
                Field("queryType", "__Type!"),
                Field("mutationType", "__Type"),
                Field("subscriptionType", "__Type"),
                Field("directives", "[__Directive!]!"),
            },
        },
        new ObjectType("__Type")
        {
            IsIntrospection = true,
            Description = "A type of the schema. Which fields have a value depends on its kind.",
            Fields =
            {
                Field("kind", "__TypeKind!"),
                Field("name", "String"),
                Field("description", "String"),
                Field("specifiedByURL", "String"),
                WithDeprecated("fields", "[__Field!]"),
                Field("interfaces", "[__Type!]"),
                Field("possibleTypes", "[__Type!]"),
                WithDeprecated("enumValues", "[__EnumValue!]"),
                WithDeprecated("inputFields", "[__InputValue!]"),
                Field("ofType", "__Type"),
                Field("isOneOf", "Boolean"),
            },
        },
        Enum("__TypeKind", "What kind of type a type is.", ["SCALAR", "OBJECT", "INTERFACE", "UNION", "ENUM", "INPUT_OBJECT", "LIST", "NON_NULL"]),
        new ObjectType("__Field")
        {
            IsIntrospection = true,
            Description = "A field of an object type or interface.",
            Fields =
            {
                Field("name", "String!"),
                Field("description", "String"),
                WithDeprecated("args", "[__InputValue!]!"),
                Field("type", "__Type!"),
                Field("isDeprecated", "Boolean!"),
                Field("deprecationReason", "String"),
            },
        },
        new ObjectType("__InputValue")
        {
            IsIntrospection = true,
            Description = "An argument, or a field of an input object.",
            Fields =
            {
                Field("name", "String!"),
                Field("description", "String"),
                Field("type", "__Type!"),
                Field("defaultValue", "String"),
                Field("isDeprecated", "Boolean!"),
                Field("deprecationReason", "String"),
            },
        },
        new ObjectType("__EnumValue")
        {
            IsIntrospection = true,
            Description = "A value of an enum.",
            Fields =
            {
                Field("name", "String!"),
                Field("description", "String"),
                Field("isDeprecated", "Boolean!"),
                Field("deprecationReason", "String"),
            },
        },
        new ObjectType("__Directive")
        {
            IsIntrospection = true,
            Description = "A directive.",
            Fields =
            {
                Field("name", "String!"),
                Field("description", "String"),
                Field("isRepeatable", "Boolean!"),
                Field("locations", "[__DirectiveLocation!]!"),
                WithDeprecated("args", "[__InputValue!]!"),
            },
        },
        Enum("__DirectiveLocation", "A place where a directive may stand.", System.Enum.GetValues<DirectiveLocation>().Select(location => location.ToName())),
    ];

    public static FieldDefinition SchemaField() => new("__schema", "__Schema!") { Description = "The schema itself." };

    public static FieldDefinition TypeField() => new("__type", "__Type")
    {
        Description = "One type of the schema, by its name.",
        Arguments = { new ArgumentDefinition("name", "String!") },
    };

    public static FieldDefinition TypeNameField() => new("__typename", "String!") { Description = "The name of the object's type." };

    private static FieldDefinition Field(string name, string type) => new(name, type);

    private static FieldDefinition WithDeprecated(string name, string type) => new(name, type)
    {
        // Non-null with a default, as the September 2025 edition has it: an explicit null is a client's mistake.
        Arguments = { new ArgumentDefinition("includeDeprecated", "Boolean!") { DefaultValue = new BooleanValueNode(false) } },
    };

    private static EnumType Enum(string name, string description, IEnumerable<string> values)
    {
        var type = new EnumType(name) { IsIntrospection = true, Description = description };
        foreach (var value in values)
            type.Values.Add(new EnumValueDefinition(value));
        return type;
    }
}
