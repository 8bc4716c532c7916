using System.Collections.Immutable;
using GraphQL.Language;
using GraphQL.TypeSystem;

namespace GraphQL.Execution;

/// <summary>
/// Turns selection sets into plans for one choice of the variables that skip and include ask about, so that execution itself no longer
/// meets fragments or directives.
/// </summary>
internal sealed class SelectionCompiler(
    SchemaDefinition schema, DocumentNode document, IReadOnlyDictionary<string, FragmentDefinitionNode> fragments, Func<string, bool> isTrue)
{
    private readonly Func<IResolverContext, object?> _schemaResolver = _ => schema;

    public SchemaDefinition Schema { get; } = schema;

    public DocumentNode Document { get; } = document;

    public SelectionPlan Compile(ObjectType type, SelectionSetNode selectionSet)
    {
        var collected = new FieldCollection();
        Collect(type, selectionSet, collected);
        return Plan(type, collected);
    }

    public SelectionPlan Compile(ObjectType type, IReadOnlyList<FieldNode> nodes)
    {
        var collected = new FieldCollection();
        foreach (var node in nodes)
        {
            if (node.SelectionSet is not null)
                Collect(type, node.SelectionSet, collected);
        }
        return Plan(type, collected);
    }

    /// <summary>The synchronous resolver of a field, the default one when it has none at all.</summary>
    public Func<IResolverContext, object?>? SyncResolverOf(FieldDefinition field)
    {
        if (ReferenceEquals(field, Schema.SchemaField))
            return _schemaResolver;
        if (ReferenceEquals(field, Schema.TypeField))
            return context => Introspection.Wrap(Schema.GetType(context.Argument<string>("name")));
        return field.SyncResolver ?? (field.Resolver is null ? DefaultResolver.For(field.Name) : null);
    }

    private SelectionPlan Plan(ObjectType type, FieldCollection collected)
    {
        var plans = new List<FieldPlan>(collected.Order.Count);
        foreach (var nodes in collected.Order)
        {
            // Validation lets no unknown field through; the specification's algorithm leaves it out.
            if (Schema.GetField(type, nodes[0].Name.Value) is { } definition)
                plans.Add(new FieldPlan(this, type, definition, nodes));
        }
        return new SelectionPlan(type, [.. plans]);
    }

    private void Collect(ObjectType type, SelectionSetNode selectionSet, FieldCollection collected)
    {
        foreach (var selection in selectionSet.Selections)
        {
            if (!IsIncluded(selection.Directives))
                continue;
            switch (selection)
            {
                case FieldNode field:
                    collected.Add(field);
                    break;
                case InlineFragmentNode inline when inline.TypeCondition is null || Applies(type, inline.TypeCondition):
                    Collect(type, inline.SelectionSet, collected);
                    break;
                case FragmentSpreadNode spread when collected.Visit(spread.Name.Value)
                    && fragments.TryGetValue(spread.Name.Value, out var fragment)
                    && Applies(type, fragment.TypeCondition):
                    Collect(type, fragment.SelectionSet, collected);
                    break;
            }
        }
    }

    private bool Applies(ObjectType type, NamedTypeNode condition)
    {
        var name = condition.Name.Value;
        return type.Name == name || (Schema.TryGetType(name, out var other) && Schema.IsSubType(other, type));
    }

    private bool IsIncluded(ImmutableArray<DirectiveNode> directives)
    {
        foreach (var directive in directives)
        {
            if (directive.Name.Value is not ("skip" or "include") || directive.Arguments.Length == 0)
                continue;
            var condition = directive.Arguments[0].Value switch
            {
                BooleanValueNode literal => literal.Value,
                VariableNode variable => isTrue(variable.Name.Value),
                _ => false,
            };
            if (condition != (directive.Name.Value == "include"))
                return false;
        }
        return true;
    }

    private sealed class FieldCollection
    {
        private readonly Dictionary<string, List<FieldNode>> _byResponseName = new(StringComparer.Ordinal);
        private readonly HashSet<string> _visited = new(StringComparer.Ordinal);

        public List<List<FieldNode>> Order { get; } = [];

        public bool Visit(string fragment) => _visited.Add(fragment);

        public void Add(FieldNode field)
        {
            if (!_byResponseName.TryGetValue(field.ResponseName, out var nodes))
            {
                _byResponseName[field.ResponseName] = nodes = [];
                Order.Add(nodes);
            }
            nodes.Add(field);
        }
    }
}
