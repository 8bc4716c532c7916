using System.Collections.Immutable;
using GraphQL.Language;

namespace GraphQL.Execution;

/// <summary>Finds the variables that skip and include ask about anywhere in an operation or a fragment of its document.</summary>
internal static class ConditionVariables
{
    public static ImmutableArray<string> Find(DocumentNode document, OperationDefinitionNode operation)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var directive in AllSelections.Of(document, operation).SelectMany(selection => selection.Directives))
        {
            if (directive.Name.Value is "skip" or "include" && directive.Arguments is [{ Value: VariableNode variable }])
                names.Add(variable.Name.Value);
        }
        return [.. names];
    }
}
