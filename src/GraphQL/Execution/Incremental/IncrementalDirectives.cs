using System.Collections.Immutable;
using GraphQL.Language;
using GraphQL.TypeSystem;

namespace GraphQL.Execution.Incremental;

/// <summary>The directives of incremental delivery: their definitions, and whether an operation uses them.</summary>
internal static class IncrementalDirectives
{
    public const string Defer = "defer";
    public const string Stream = "stream";

    public static DirectiveDefinition DefineDefer() => new(Defer, DirectiveLocation.FragmentSpread, DirectiveLocation.InlineFragment)
    {
        Description = "Delivers the fragment after the rest of the response, to clients that can take a response in parts.",
        Arguments =
        {
            new ArgumentDefinition("if", "Boolean!") { Description = "Deferred unless false.", DefaultValue = new BooleanValueNode(true) },
            Label(),
        },
    };

    public static DirectiveDefinition DefineStream() => new(Stream, DirectiveLocation.Field)
    {
        Description = "Delivers the items of the list as they come, to clients that can take a response in parts.",
        Arguments =
        {
            new ArgumentDefinition("if", "Boolean!") { Description = "Streamed unless false.", DefaultValue = new BooleanValueNode(true) },
            Label(),
            new ArgumentDefinition("initialCount", "Int!")
            {
                Description = "How many items the list has when it is first delivered.",
                DefaultValue = new IntValueNode("0"),
            },
        },
    };

    public static DirectiveNode? Find(ImmutableArray<DirectiveNode> directives, string name)
    {
        foreach (var directive in directives)
        {
            if (directive.Name.Value == name)
                return directive;
        }
        return null;
    }

    public static ValueNode? Argument(DirectiveNode directive, string name)
    {
        foreach (var argument in directive.Arguments)
        {
            if (argument.Name.Value == name)
                return argument.Value;
        }
        return null;
    }

    /// <summary>The label as the document writes it; validation has seen to it that it is no variable.</summary>
    public static string? LabelOf(DirectiveNode directive) => (Argument(directive, "label") as StringValueNode)?.Value;

    private static ArgumentDefinition Label() => new("label", "String") { Description = "What the client calls this part." };
}
