using System.Collections.Immutable;
using GraphQL.Execution.Incremental;
using GraphQL.Language;
using GraphQL.TypeSystem;

namespace GraphQL.Execution;

/// <summary>
/// Turns selection sets into plans for one choice of the variables that skip and include ask about, so that execution itself no longer
/// meets fragments or directives. Nothing is deferred or streamed unless <paramref name="isDeferred"/> is given: it says whether a fragment
/// is whose condition is this variable.
/// </summary>
internal sealed class SelectionCompiler(
    SchemaDefinition schema,
    DocumentNode document,
    IReadOnlyDictionary<string, FragmentDefinitionNode> fragments,
    Func<string, bool> isTrue,
    Func<string, bool>? isDeferred = null)
{
    // Each costs an announcement for every object that is answered with; a few short fragments can stand for tens of thousands.
    private const int MaxDeferredFragments = 64;

    private readonly Func<IResolverContext, object?> _schemaResolver = _ => schema;

    public SchemaDefinition Schema { get; } = schema;

    public DocumentNode Document { get; } = document;

    /// <summary>Whether parts of the response may be delivered later.</summary>
    public bool IsIncremental => isDeferred is not null;

    public SelectionPlan Compile(ObjectType type, SelectionSetNode selectionSet)
    {
        var collected = new FieldCollection();
        Collect(type, selectionSet, null, collected);
        return Plan(type, collected, []);
    }

    /// <summary>The plan of what is selected below a field.</summary>
    /// <param name="type">The type of the value.</param>
    /// <param name="nodes">The places in the document that ask for the field.</param>
    /// <param name="usages">For each of them the deferred fragment it stands in; null when none stands in any.</param>
    /// <param name="delivery">The fragments that the field is delivered with; what is delivered with the same ones is executed with it.</param>
    public SelectionPlan Compile(
        ObjectType type, IReadOnlyList<FieldNode> nodes, IReadOnlyList<DeferUsage?>? usages, ImmutableArray<DeferUsage> delivery)
    {
        var collected = new FieldCollection();
        for (var i = 0; i < nodes.Count; i++)
        {
            if (nodes[i].SelectionSet is { } selectionSet)
                Collect(type, selectionSet, usages?[i], collected);
        }
        return Plan(type, collected, delivery);
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

    private SelectionPlan Plan(ObjectType type, FieldCollection collected, ImmutableArray<DeferUsage> delivery)
    {
        var now = new List<FieldPlan>(collected.Order.Count);
        var later = new List<(ImmutableArray<DeferUsage> Usages, List<FieldPlan> Fields)>();
        foreach (var (nodes, usages) in collected.Order)
        {
            // Validation lets no unknown field through; the specification's algorithm leaves it out.
            if (Schema.GetField(type, nodes[0].Name.Value) is not { } definition)
                continue;
            var ownDelivery = usages is null ? [] : DeferUsage.Outermost(usages);
            var fields = DeferUsage.AreSame(ownDelivery, delivery) ? now : FieldsOf(ownDelivery, later);
            fields.Add(new FieldPlan(this, type, definition, nodes, usages, ownDelivery));
        }
        return new SelectionPlan(type, [.. now], Deferred(type, collected, later));
    }

    private static List<FieldPlan> FieldsOf(
        ImmutableArray<DeferUsage> usages, List<(ImmutableArray<DeferUsage> Usages, List<FieldPlan> Fields)> later)
    {
        foreach (var group in later)
        {
            if (DeferUsage.AreSame(group.Usages, usages))
                return group.Fields;
        }
        later.Add((usages, []));
        return later[^1].Fields;
    }

    private static DeferredSelections? Deferred(
        ObjectType type, FieldCollection collected, List<(ImmutableArray<DeferUsage> Usages, List<FieldPlan> Fields)> later)
    {
        if (collected.Usages.Count == 0 && later.Count == 0)
            return null;
        return new DeferredSelections(
            [.. collected.Usages], [.. later.Select(group => new DeferredSelection(group.Usages, new SelectionPlan(type, [.. group.Fields], null)))]);
    }

    private void Collect(ObjectType type, SelectionSetNode selectionSet, DeferUsage? usage, FieldCollection collected)
    {
        foreach (var selection in selectionSet.Selections)
        {
            if (!IsIncluded(selection.Directives))
                continue;
            switch (selection)
            {
                case FieldNode field:
                    collected.Add(field, usage);
                    break;
                case InlineFragmentNode inline when inline.TypeCondition is null || Schema.Applies(inline.TypeCondition, type):
                    Collect(type, inline.SelectionSet, Defer(inline.Directives, usage, collected), collected);
                    break;
                case FragmentSpreadNode spread when fragments.TryGetValue(spread.Name.Value, out var fragment) && Schema.Applies(fragment.TypeCondition, type):
                    var ownUsage = Defer(spread.Directives, usage, collected);
                    if (collected.Visit(spread.Name.Value, ownUsage))
                        Collect(type, fragment.SelectionSet, ownUsage, collected);
                    break;
            }
        }
    }

    private DeferUsage? Defer(ImmutableArray<DirectiveNode> directives, DeferUsage? outer, FieldCollection collected)
    {
        if (isDeferred is null || IncrementalDirectives.Find(directives, IncrementalDirectives.Defer) is not { } defer)
            return outer;
        var isOn = IncrementalDirectives.Argument(defer, "if") switch
        {
            BooleanValueNode literal => literal.Value,
            VariableNode variable => isDeferred(variable.Name.Value),
            _ => true,
        };
        if (!isOn || collected.Usages.Count >= MaxDeferredFragments)
            return outer;
        var usage = new DeferUsage(IncrementalDirectives.LabelOf(defer), outer);
        collected.Usages.Add(usage);
        return usage;
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
        private readonly Dictionary<string, int> _byResponseName = new(StringComparer.Ordinal);
        private readonly HashSet<(string Fragment, DeferUsage? Usage)> _visited = [];

        public List<(List<FieldNode> Nodes, List<DeferUsage?>? Usages)> Order { get; } = [];

        public List<DeferUsage> Usages { get; } = [];

        public bool Visit(string fragment, DeferUsage? usage) => _visited.Add((fragment, usage));

        public void Add(FieldNode field, DeferUsage? usage)
        {
            if (!_byResponseName.TryGetValue(field.ResponseName, out var place))
            {
                _byResponseName[field.ResponseName] = place = Order.Count;
                Order.Add(([], null));
            }
            var (nodes, usages) = Order[place];
            if (usage is not null && usages is null)
                Order[place] = (nodes, usages = [.. Enumerable.Repeat<DeferUsage?>(null, nodes.Count)]);
            nodes.Add(field);
            usages?.Add(usage);
        }
    }
}
