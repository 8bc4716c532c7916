using GraphQL.Language;

namespace GraphQL.Validation.Rules;

/// <summary>Every fragment is used by some operation, be it through other fragments.</summary>
internal sealed class NoUnusedFragmentsRule : ValidationRule
{
    public override string Code => "NO_UNUSED_FRAGMENTS";

    protected override string Section => "sec-Fragments-Must-Be-Used";

    public override void LeaveDocument(DocumentNode document)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<DefinitionNode>(Context.Operations);
        while (waiting.TryPop(out var definition))
        {
            foreach (var spread in Context.UsagesOf(definition).Spreads)
            {
                if (used.Add(spread.Name.Value) && Context.Fragments.TryGetValue(spread.Name.Value, out var fragment))
                    waiting.Push(fragment);
            }
        }

        foreach (var fragment in document.Definitions.OfType<FragmentDefinitionNode>())
        {
            if (!used.Contains(fragment.Name.Value))
                Report($"Fragment \"{fragment.Name.Value}\" is never used.", fragment);
        }
    }
}
