using GraphQL.Execution.Incremental;
using GraphQL.Language;

namespace GraphQL.Validation.Rules;

/// <summary>Nothing in a subscription is deferred or streamed for certain: each event has one result.</summary>
internal sealed class DeferStreamOnValidOperationsRule : ValidationRule
{
    public override string Code => "DEFER_STREAM_DIRECTIVE_ON_VALID_OPERATIONS";

    protected override string Edition => "draft";

    protected override string Section => "sec-Defer-And-Stream-Directives-Are-Used-On-Valid-Operations";

    public override void EnterOperation(OperationDefinitionNode operation)
    {
        if (operation.Operation != OperationType.Subscription)
            return;
        foreach (var (selection, spreads) in new ReachableSelections(Context, operation.SelectionSet, intoFields: true))
        {
            foreach (var directive in selection.Directives)
            {
                var name = directive.Name.Value;
                if (name is IncrementalDirectives.Defer or IncrementalDirectives.Stream && !MayBeOff(directive))
                {
                    Report(
                        $"{(name == IncrementalDirectives.Defer ? "Defer" : "Stream")} directive not supported on subscription operations. Disable `@{name}` by setting the `if` argument to `false`.",
                        [directive, .. spreads]);
                }
            }
        }
    }

    private static bool MayBeOff(DirectiveNode directive) =>
        IncrementalDirectives.Argument(directive, "if") is VariableNode or BooleanValueNode { Value: false };
}
