using GraphQL.Execution.Incremental;
using GraphQL.Language;

namespace GraphQL.Validation.Rules;

/// <summary>
/// Nothing at the root of a mutation or subscription is deferred or streamed: mutations happen one after another, and an event is one result.
/// </summary>
internal sealed class DeferStreamOnRootFieldRule : ValidationRule
{
    public override string Code => "DEFER_STREAM_DIRECTIVE_ON_ROOT_FIELD";

    protected override string Edition => "draft";

    protected override string Section => "sec-Defer-And-Stream-Directives-Are-Used-On-Valid-Root-Field";

    public override void EnterOperation(OperationDefinitionNode operation)
    {
        if (operation.Operation == OperationType.Query || Context.Schema.GetRootType(operation.Operation) is not { } type)
            return;
        var kind = operation.Operation == OperationType.Mutation ? "mutation" : "subscription";
        foreach (var (selection, _) in new ReachableSelections(Context, operation.SelectionSet, intoFields: false))
        {
            if (IncrementalDirectives.Find(selection.Directives, IncrementalDirectives.Defer) is { } defer)
                Report($"Defer directive cannot be used on root {kind} type \"{type}\".", defer);
            if (IncrementalDirectives.Find(selection.Directives, IncrementalDirectives.Stream) is { } stream)
                Report($"Stream directive cannot be used on root {kind} type \"{type}\".", stream);
        }
    }
}
