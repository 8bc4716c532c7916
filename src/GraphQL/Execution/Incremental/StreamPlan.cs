using System.Globalization;
using GraphQL.Language;

namespace GraphQL.Execution.Incremental;

/// <summary>How a list field is streamed.</summary>
internal sealed class StreamPlan
{
    private readonly ValueNode? _condition;
    private readonly ValueNode? _initialCount;

    private StreamPlan(DirectiveNode directive)
    {
        Label = IncrementalDirectives.LabelOf(directive);
        _condition = IncrementalDirectives.Argument(directive, "if");
        _initialCount = IncrementalDirectives.Argument(directive, "initialCount");
    }

    /// <summary>What the client calls the stream, or null.</summary>
    public string? Label { get; }

    public static StreamPlan? Find(FieldNode node) =>
        IncrementalDirectives.Find(node.Directives, IncrementalDirectives.Stream) is { } directive ? new StreamPlan(directive) : null;

    /// <summary>How many items are delivered with the list; null when these variables switch the stream off.</summary>
    /// <exception cref="InputException">There can be no such number of items.</exception>
    public int? InitialCount(IReadOnlyDictionary<string, object?> variables)
    {
        if (_condition is BooleanValueNode { Value: false } || (_condition is VariableNode condition && variables.TryGetValue(condition.Name.Value, out var isOn) && isOn is false))
            return null;
        var count = _initialCount switch
        {
            IntValueNode literal => int.Parse(literal.Text, CultureInfo.InvariantCulture),
            VariableNode variable when variables.TryGetValue(variable.Name.Value, out var value) => value as int? ?? -1,
            _ => 0,
        };
        return count >= 0 ? count : throw new InputException("Argument \"initialCount\" of \"@stream\" must be zero or more.");
    }
}
