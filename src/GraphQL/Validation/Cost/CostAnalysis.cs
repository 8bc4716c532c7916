using System.Collections.Immutable;
using GraphQL.Language;
using GraphQL.TypeSystem;

namespace GraphQL.Validation;

/// <summary>
/// Counts what an operation costs before it is executed, as the draft of the cost directives says: fields are merged as execution merges them,
/// a list multiplies what is below it, and of the types an interface or union may turn out to be the dearest counts.
/// </summary>
internal sealed class CostAnalysis(
    SchemaCosts costs,
    OperationDefinitionNode operation,
    IReadOnlyDictionary<string, FragmentDefinitionNode> fragments,
    VariableValues variables,
    Func<SyntaxNode, Location> locate)
{
    // Fragments on interfaces can stand for more fields than could ever be counted; who needs so many is refused.
    private const int MaxVisits = 50_000;
    private readonly SchemaDefinition _schema = costs.Schema;
    private GraphQLError? _error;
    private int _visits;

    public CostResult Run(ObjectType root)
    {
        var collected = new FieldsByResponseName();
        Collect(root, operation.SelectionSet, collected, []);
        var cost = Sum(root, collected, default) + new OperationCost(0, costs.WeightOf(root));
        return new CostResult(cost, _error);
    }

    private OperationCost Sum(ObjectType type, FieldsByResponseName fields, SizedFields sized)
    {
        var sum = default(OperationCost);
        foreach (var nodes in fields.InOrder)
            sum += CostOf(type, nodes, sized);
        return sum;
    }

    private OperationCost CostOf(ObjectType type, List<FieldNode> nodes, SizedFields sized)
    {
        if (_error is not null || _schema.GetField(type, nodes[0].Name.Value) is not { } definition)
            return default;
        var cost = costs.Of(definition);
        var own = cost.Weight + ArgumentCost(definition, cost, nodes[0]);
        var size = cost.Size is null ? costs.Options.DefaultListSize : SizeOf(cost.Size, definition, nodes[0]);
        var below = default(SizedFields);
        var times = cost.IsList ? size : 1;
        if (cost.Size is { SizedFields.Length: > 0 })
        {
            below = new SizedFields(cost.Size.SizedFields, size);
            times = cost.IsList ? costs.Options.DefaultListSize : 1;
        }
        if (cost.IsList && sized.Contains(definition.Name))
            times = sized.Size;
        var each = definition.Type.Named.IsComposite ? Dearest(definition.Type.Named, nodes, below) : new OperationCost(0, cost.TypeWeight);
        return new OperationCost(Math.Max(0, own) + (times * each.Field), times * each.Type);
    }

    private OperationCost Dearest(NamedType named, List<FieldNode> nodes, SizedFields sized)
    {
        var most = default(OperationCost);
        foreach (var type in _schema.GetPossibleTypes(named))
        {
            var collected = new FieldsByResponseName();
            var visited = new HashSet<string>(StringComparer.Ordinal);
            foreach (var node in nodes)
            {
                if (node.SelectionSet is not null)
                    Collect(type, node.SelectionSet, collected, visited);
            }
            var cost = Sum(type, collected, sized);
            most = new OperationCost(Math.Max(most.Field, cost.Field), Math.Max(most.Type, cost.Type + costs.WeightOf(type)));
        }
        return most;
    }

    private void Collect(ObjectType type, SelectionSetNode selectionSet, FieldsByResponseName collected, HashSet<string> visited)
    {
        foreach (var selection in selectionSet.Selections)
        {
            if (!CountVisit() || !IsIncluded(selection.Directives))
                continue;
            switch (selection)
            {
                case FieldNode field:
                    collected.Add(field);
                    break;
                case InlineFragmentNode inline when inline.TypeCondition is null || _schema.Applies(inline.TypeCondition, type):
                    Collect(type, inline.SelectionSet, collected, visited);
                    break;
                case FragmentSpreadNode spread when visited.Add(spread.Name.Value)
                    && fragments.TryGetValue(spread.Name.Value, out var fragment)
                    && _schema.Applies(fragment.TypeCondition, type):
                    Collect(type, fragment.SelectionSet, collected, visited);
                    break;
            }
        }
    }

    private bool IsIncluded(ImmutableArray<DirectiveNode> directives)
    {
        foreach (var directive in directives)
        {
            if (directive.Name.Value is not ("skip" or "include") || directive.Arguments.Length == 0)
                continue;
            if (GivenValue.Of(directive.Arguments[0].Value, variables).IsTrue != (directive.Name.Value == "include"))
                return false;
        }
        return true;
    }

    private bool CountVisit()
    {
        if (++_visits <= MaxVisits)
            return true;
        _error ??= GraphQLError.WithCode(
            "The operation asks for too many fields to count what it costs. Ask for less at once.", ErrorCodes.CostLimit, locate(operation));
        return false;
    }

    private int SizeOf(ListSize size, FieldDefinition definition, FieldNode node)
    {
        var largest = -1;
        var given = 0;
        foreach (var path in size.SlicingArguments)
        {
            var steps = path.Split('.');
            var value = Argument(definition, node, steps[0]);
            foreach (var step in steps.Skip(1))
                value = value.Field(step);
            if (!value.IsGiven)
                continue;
            given++;
            largest = Math.Max(largest, value.AsSize() ?? 0);
        }
        if (size.RequireOneSlicingArgument && given != 1)
        {
            _error ??= GraphQLError.WithCode(
                $"Give exactly one of the arguments {string.Join(", ", size.SlicingArguments)} to '{definition.Name}'.",
                ErrorCodes.SlicingArgumentRequired,
                locate(node));
        }
        return Math.Min(size.MaxSize, largest >= 0 ? largest : size.AssumedSize ?? costs.Options.DefaultListSize);
    }

    private GivenValue Argument(FieldDefinition definition, FieldNode node, string name)
    {
        var given = GivenValue.Of(node.Arguments.FirstOrDefault(argument => argument.Name.Value == name)?.Value, variables);
        return !given.IsGiven && definition.Arguments.TryGet(name, out var argument) ? GivenValue.Of(argument.DefaultValue, variables) : given;
    }

    private double ArgumentCost(FieldDefinition definition, FieldCost cost, FieldNode node)
    {
        var sum = 0d;
        foreach (var name in cost.WeighedArguments)
            sum += InputCost(definition.Arguments[name], Argument(definition, node, name));
        return sum;
    }

    private double InputCost(InputValueDefinition definition, GivenValue value)
    {
        if (!value.IsGiven)
            return 0;
        return (CostDirectives.WeightOf(definition.AppliedDirectives) ?? 0) + ValueCost(definition.Type, value);
    }

    private double ValueCost(GraphQLType type, GivenValue value)
    {
        if (!value.IsGiven)
            return 0;
        if (type.Nullable is ListType list)
            return value.Items().Sum(item => ValueCost(list.OfType, item));
        var sum = CostDirectives.WeightOf(type.Named.AppliedDirectives) ?? 0;
        if (type.Named is InputObjectType input)
        {
            foreach (var field in input.Fields)
            {
                if (costs.IsWeighed(field))
                    sum += InputCost(field, value.Field(field.Name));
            }
        }
        return sum;
    }

    /// <summary>The fields below that hold the items of the field above.</summary>
    private readonly record struct SizedFields(ImmutableArray<string> Names, int Size)
    {
        public bool Contains(string name) => !Names.IsDefault && Names.Contains(name);
    }

    private sealed class FieldsByResponseName
    {
        private readonly Dictionary<string, List<FieldNode>> _byName = new(StringComparer.Ordinal);

        public List<List<FieldNode>> InOrder { get; } = [];

        public void Add(FieldNode field)
        {
            if (!_byName.TryGetValue(field.ResponseName, out var nodes))
            {
                _byName[field.ResponseName] = nodes = [];
                InOrder.Add(nodes);
            }
            nodes.Add(field);
        }
    }
}
