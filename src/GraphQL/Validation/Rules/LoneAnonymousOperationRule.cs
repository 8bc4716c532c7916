using GraphQL.Language;

namespace GraphQL.Validation.Rules;

/// <summary>An operation without a name is the only one of its document.</summary>
internal sealed class LoneAnonymousOperationRule : ValidationRule
{
    private int _operations;

    public override string Code => "LONE_ANONYMOUS_OPERATION";

    protected override string Section => "sec-Lone-Anonymous-Operation";

    public override void EnterDocument(DocumentNode document) => _operations = Context.Operations.Count();

    public override void EnterOperation(OperationDefinitionNode operation)
    {
        if (operation.Name is null && _operations > 1)
            Report("This anonymous operation must be the only defined operation.", operation);
    }
}
