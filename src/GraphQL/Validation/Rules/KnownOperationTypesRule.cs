using GraphQL.Language;

namespace GraphQL.Validation.Rules;

/// <summary>The schema has a root type for the operation.</summary>
internal sealed class KnownOperationTypesRule : ValidationRule
{
    public override string Code => "KNOWN_OPERATION_TYPES";

    protected override string Section => "sec-Operation-Type-Existence";

    public override void EnterOperation(OperationDefinitionNode operation)
    {
        if (Context.Schema.GetRootType(operation.Operation) is null)
            Report($"The {operation.Operation.ToKeyword()} operation is not supported by the schema.", operation);
    }
}
