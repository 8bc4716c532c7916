using System.Collections.Immutable;
using GraphQL.Language;

namespace GraphQL.Execution.Incremental;

/// <summary>Whether an operation defers or streams anything, and which variables it asks to know what to defer.</summary>
/// <param name="DeferConditions">The variables, in order.</param>
internal sealed record IncrementalUsage(ImmutableArray<string> DeferConditions)
{
    /// <summary>Looks through an operation and every fragment of its document; null when there is nothing.</summary>
    public static IncrementalUsage? Find(DocumentNode document, OperationDefinitionNode operation)
    {
        var conditions = new SortedSet<string>(StringComparer.Ordinal);
        var isUsed = false;
        foreach (var selection in AllSelections.Of(document, operation))
        {
            isUsed |= IncrementalDirectives.Find(selection.Directives, IncrementalDirectives.Stream) is not null;
            if (IncrementalDirectives.Find(selection.Directives, IncrementalDirectives.Defer) is not { } defer)
                continue;
            isUsed = true;
            if (IncrementalDirectives.Argument(defer, "if") is VariableNode variable)
                conditions.Add(variable.Name.Value);
        }
        return isUsed ? new IncrementalUsage([.. conditions]) : null;
    }
}
