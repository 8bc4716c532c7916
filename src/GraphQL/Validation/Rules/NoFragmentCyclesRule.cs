using GraphQL.Language;

namespace GraphQL.Validation.Rules;

/// <summary>No fragment spreads itself, be it through other fragments.</summary>
internal sealed class NoFragmentCyclesRule : ValidationRule
{
    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);

    public override string Code => "NO_FRAGMENT_CYCLES";

    protected override string Section => "sec-Fragment-Spreads-Must-Not-Form-Cycles";

    public override void LeaveDocument(DocumentNode document)
    {
        foreach (var fragment in document.Definitions.OfType<FragmentDefinitionNode>())
        {
            if (!_visited.Contains(fragment.Name.Value))
                Search(fragment);
        }
    }

    /// <summary>Goes depth first with a stack of its own, for the chain of fragments may be longer than the thread's stack.</summary>
    private void Search(FragmentDefinitionNode start)
    {
        var path = new List<Step>();
        var depthByName = new Dictionary<string, int>(StringComparer.Ordinal);
        Enter(start, via: null);
        while (path.Count > 0)
        {
            var step = path[^1];
            if (step.Next == step.Spreads.Count)
            {
                depthByName.Remove(step.Name);
                path.RemoveAt(path.Count - 1);
                continue;
            }

            var spread = step.Spreads[step.Next++];
            if (depthByName.TryGetValue(spread.Name.Value, out var depth))
                ReportCycle([.. path.Skip(depth + 1).Select(inside => inside.Via!), spread]);
            else if (!_visited.Contains(spread.Name.Value) && Context.Fragments.TryGetValue(spread.Name.Value, out var fragment))
                Enter(fragment, spread);
        }

        void Enter(FragmentDefinitionNode fragment, FragmentSpreadNode? via)
        {
            _visited.Add(fragment.Name.Value);
            depthByName[fragment.Name.Value] = path.Count;
            path.Add(new Step(fragment.Name.Value, Context.UsagesOf(fragment).Spreads, via));
        }
    }

    private void ReportCycle(FragmentSpreadNode[] cycle)
    {
        var via = string.Join(", ", cycle[..^1].Take(20).Select(spread => $"\"{spread.Name.Value}\""));
        Report($"Cannot spread fragment \"{cycle[^1].Name.Value}\" within itself{(via.Length == 0 ? "" : $" via {via}")}.", [.. cycle]);
    }

    private sealed class Step(string name, List<FragmentSpreadNode> spreads, FragmentSpreadNode? via)
    {
        public string Name { get; } = name;

        public List<FragmentSpreadNode> Spreads { get; } = spreads;

        public FragmentSpreadNode? Via { get; } = via;

        public int Next { get; set; }
    }
}
