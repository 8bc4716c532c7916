using System.Runtime.InteropServices;
using System.Text.Json;
using GraphQL.Language;
using GraphQL.TypeSystem;

namespace GraphQL.Validation;

/// <summary>
/// What one operation costs, remembered for the variables that the cost depends on. For most operations these are none, so the cost is counted
/// once with the document.
/// </summary>
internal sealed class CostMemory(
    SchemaCosts costs,
    DocumentNode document,
    OperationDefinitionNode operation,
    IReadOnlyDictionary<string, FragmentDefinitionNode> fragments,
    ObjectType root)
{
    private const int MaxEntries = 16;
    private const int MaxBytes = 256;
    private Entry[] _entries = [];

    public CostResult CostFor(JsonElement variables)
    {
        foreach (var entry in _entries)
        {
            if (entry.Fits(variables))
                return entry.Result;
        }
        var values = new VariableValues(operation, variables);
        var result = new CostAnalysis(costs, operation, fragments, values, node => document.Source.GetLocation(node.Span.Start)).Run(root);
        Remember(new Entry([.. values.Consulted.Select(name => (name, RawOf(variables, name).ToArray()))], result));
        return result;
    }

    private static ReadOnlySpan<byte> RawOf(JsonElement variables, string name) =>
        variables.ValueKind == JsonValueKind.Object && variables.TryGetProperty(name, out var value) ? JsonMarshal.GetRawUtf8Value(value) : default;

    private void Remember(Entry entry)
    {
        if (entry.Bytes > MaxBytes)
            return;

        // Two requests may remember at once; what the slower one overwrites is counted again another time.
        var known = _entries;
        _entries = known.Length < MaxEntries ? [entry, .. known] : [entry, .. known.AsSpan(0, MaxEntries - 1)];
    }

    private sealed class Entry((string Name, byte[] Value)[] variables, CostResult result)
    {
        public CostResult Result => result;

        public int Bytes => variables.Sum(variable => variable.Value.Length);

        public bool Fits(JsonElement given)
        {
            foreach (var (name, value) in variables)
            {
                if (!RawOf(given, name).SequenceEqual(value))
                    return false;
            }
            return true;
        }
    }
}
