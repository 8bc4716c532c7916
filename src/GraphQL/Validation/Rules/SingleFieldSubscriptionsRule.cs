using GraphQL.Language;
using GraphQL.TypeSystem;

namespace GraphQL.Validation.Rules;

/// <summary>A subscription selects exactly one field at its root, not one of introspection, and without <c>@skip</c> or <c>@include</c>.</summary>
internal sealed class SingleFieldSubscriptionsRule : ValidationRule
{
    public override string Code => "SINGLE_FIELD_SUBSCRIPTIONS";

    protected override string Section => "sec-Single-Root-Field";

    public override void EnterOperation(OperationDefinitionNode operation)
    {
        if (operation.Operation != OperationType.Subscription || Context.Schema.SubscriptionType is not { } type)
            return;
        var root = new RootFields(Context, type);
        root.Collect(operation.SelectionSet);
        var subject = operation.Name is null ? "Anonymous Subscription" : $"Subscription \"{operation.Name.Value}\"";
        if (root.Conditions.Count > 0)
        {
            Report($"{subject} must not use `@skip` or `@include` directives in the top level selection.", [.. root.Conditions]);
            return;
        }

        if (root.ByResponseName.Count > 1)
            Report($"{subject} must select only one top level field.", [.. root.ByResponseName.Skip(1).SelectMany(group => group.Fields)]);
        foreach (var (_, fields) in root.ByResponseName.Where(group => group.Fields[0].Name.Value.StartsWith("__", StringComparison.Ordinal)))
            Report($"{subject} must not select an introspection top level field.", [.. fields]);
    }

    /// <summary>The fields an operation selects at its root, those inside fragments too.</summary>
    private sealed class RootFields(ValidationContext context, ObjectType rootType)
    {
        private readonly HashSet<string> _fragments = new(StringComparer.Ordinal);
        private readonly Dictionary<string, List<FieldNode>> _byName = new(StringComparer.Ordinal);

        public List<(string Name, List<FieldNode> Fields)> ByResponseName { get; } = [];

        public List<SyntaxNode> Conditions { get; } = [];

        public void Collect(SelectionSetNode root)
        {
            // A list of what is still to read, and no recursion: fragments may follow one another without end.
            var waiting = new Stack<SelectionNode>(root.Selections.Reverse());
            while (waiting.TryPop(out var selection))
            {
                Conditions.AddRange(selection.Directives.Where(directive => directive.Name.Value is "skip" or "include"));
                switch (selection)
                {
                    case FieldNode field:
                        Add(field);
                        break;
                    case InlineFragmentNode fragment when Applies(fragment.TypeCondition):
                        Push(waiting, fragment.SelectionSet);
                        break;
                    case FragmentSpreadNode spread when _fragments.Add(spread.Name.Value)
                        && context.Fragments.TryGetValue(spread.Name.Value, out var fragment)
                        && Applies(fragment.TypeCondition):
                        Push(waiting, fragment.SelectionSet);
                        break;
                }
            }
        }

        private static void Push(Stack<SelectionNode> waiting, SelectionSetNode selectionSet)
        {
            foreach (var selection in selectionSet.Selections.Reverse())
                waiting.Push(selection);
        }

        private void Add(FieldNode field)
        {
            if (!_byName.TryGetValue(field.ResponseName, out var fields))
            {
                _byName.Add(field.ResponseName, fields = []);
                ByResponseName.Add((field.ResponseName, fields));
            }

            fields.Add(field);
        }

        private bool Applies(NamedTypeNode? condition) =>
            condition is null
            || (context.Schema.TryGetType(condition.Name.Value, out var type) && (type == rootType || context.Schema.IsSubType(type, rootType)));
    }
}
