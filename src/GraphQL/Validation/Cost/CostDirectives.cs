using System.Collections.Immutable;
using System.Globalization;
using GraphQL.Language;
using GraphQL.TypeSystem;

namespace GraphQL.Validation;

/// <summary>The directives <c>@cost</c> and <c>@listSize</c>, by which a schema says what its fields cost.</summary>
public static class CostDirectives
{
    private const string Cost = "cost";
    private const string Size = "listSize";

    /// <summary>
    /// Defines <c>@cost(weight:)</c> and <c>@listSize(assumedSize:, slicingArguments:, sizedFields:, requireOneSlicingArgument:)</c> for a schema
    /// written as GraphQL text. A text that defines them itself needs no call; C# attributes bring them along.
    /// </summary>
    /// <param name="builder">The schema's builder.</param>
    /// <returns>The builder.</returns>
    public static SchemaBuilder AddCostDirectives(this SchemaBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        foreach (var directive in Create())
            builder.AddDirective(directive);
        return builder;
    }

    internal static double? WeightOf(ImmutableArray<DirectiveNode> directives) =>
        Find(directives, Cost) is { } cost && Value(cost, "weight") is StringValueNode text
        && double.TryParse(text.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var weight) && double.IsFinite(weight)
            ? weight
            : null;

    internal static ListSize? ListSizeOf(ImmutableArray<DirectiveNode> directives)
    {
        if (Find(directives, Size) is not { } directive)
            return null;
        var slicing = Texts(Value(directive, "slicingArguments"));
        return new ListSize
        {
            AssumedSize = Value(directive, "assumedSize") is IntValueNode size && int.TryParse(size.Text, CultureInfo.InvariantCulture, out var number) ? number : null,
            SlicingArguments = slicing,
            SizedFields = Texts(Value(directive, "sizedFields")),
            RequireOneSlicingArgument = slicing.Length > 0 && Value(directive, "requireOneSlicingArgument") is not BooleanValueNode { Value: false },
        };
    }

    private static DirectiveNode? Find(ImmutableArray<DirectiveNode> directives, string name)
    {
        foreach (var directive in directives)
        {
            if (directive.Name.Value == name)
                return directive;
        }
        return null;
    }

    private static ValueNode? Value(DirectiveNode directive, string name) =>
        directive.Arguments.FirstOrDefault(argument => argument.Name.Value == name)?.Value;

    private static ImmutableArray<string> Texts(ValueNode? value) => value switch
    {
        StringValueNode text => [text.Value],
        ListValueNode list => [.. list.Items.OfType<StringValueNode>().Select(item => item.Value)],
        _ => [],
    };

    private static DirectiveDefinition[] Create() =>
    [
        new(
            Cost,
            DirectiveLocation.ArgumentDefinition,
            DirectiveLocation.Enum,
            DirectiveLocation.FieldDefinition,
            DirectiveLocation.InputFieldDefinition,
            DirectiveLocation.Object,
            DirectiveLocation.Scalar)
        {
            Description = "Says what a part of the schema costs.",
            Arguments = { new("weight", "String!") { Description = "The cost, a number." } },
        },
        new(Size, DirectiveLocation.FieldDefinition)
        {
            Description = "Says how many items a list may have.",
            Arguments =
            {
                new("assumedSize", "Int") { Description = "How many items there are when no slicing argument says." },
                new("slicingArguments", "[String!]") { Description = "The arguments that say how many items are asked for." },
                new("sizedFields", "[String!]") { Description = "The fields below that hold the items, when the field itself is no list." },
                new("requireOneSlicingArgument", "Boolean")
                {
                    Description = "Whether exactly one slicing argument must be given.",
                    DefaultValue = new BooleanValueNode(true),
                },
            },
        },
    ];
}
