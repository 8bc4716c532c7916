using GraphQL.Language;

namespace GraphQL.TypeSystem;

/// <summary>The directives every schema has.</summary>
internal static class BuiltInDirectives
{
    public const string DefaultDeprecationReason = "No longer supported";

    public static IEnumerable<DirectiveDefinition> Create() =>
    [
        new DirectiveDefinition("include", DirectiveLocation.Field, DirectiveLocation.FragmentSpread, DirectiveLocation.InlineFragment)
        {
            IsBuiltIn = true,
            Description = "Keeps the field or fragment only when the argument is true.",
            Arguments = { new ArgumentDefinition("if", "Boolean!") { Description = "Kept when true." } },
        },
        new DirectiveDefinition("skip", DirectiveLocation.Field, DirectiveLocation.FragmentSpread, DirectiveLocation.InlineFragment)
        {
            IsBuiltIn = true,
            Description = "Leaves the field or fragment out when the argument is true.",
            Arguments = { new ArgumentDefinition("if", "Boolean!") { Description = "Left out when true." } },
        },
        new DirectiveDefinition(
            "deprecated",
            DirectiveLocation.FieldDefinition,
            DirectiveLocation.ArgumentDefinition,
            DirectiveLocation.InputFieldDefinition,
            DirectiveLocation.EnumValue)
        {
            IsBuiltIn = true,
            Description = "Says that a part of the schema should no longer be used.",
            Arguments =
            {
                new ArgumentDefinition("reason", "String!")
                {
                    Description = "Why, and what to use instead, in Markdown.",
                    DefaultValue = new StringValueNode(DefaultDeprecationReason),
                },
            },
        },
        new DirectiveDefinition("specifiedBy", DirectiveLocation.Scalar)
        {
            IsBuiltIn = true,
            Description = "Gives the address of the text that says what a scalar's values look like.",
            Arguments = { new ArgumentDefinition("url", "String!") { Description = "The address." } },
        },
        new DirectiveDefinition("oneOf", DirectiveLocation.InputObject)
        {
            IsBuiltIn = true,
            Description = "Says that exactly one field of an input object must be given, and not as null.",
        },
    ];
}
