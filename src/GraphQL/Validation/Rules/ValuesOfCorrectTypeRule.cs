using GraphQL.Language;
using GraphQL.TypeSystem;

namespace GraphQL.Validation.Rules;

/// <summary>A literal is a value of the type its place expects, input objects with <c>@oneOf</c> among them.</summary>
internal sealed class ValuesOfCorrectTypeRule : ValidationRule
{
    private readonly List<LiteralProblem> _problems = [];

    public override string Code => "VALUES_OF_CORRECT_TYPE";

    protected override string Section => "sec-Values-of-Correct-Type";

    public override void EnterValue(ValueNode value, GraphQLType? type)
    {
        if (type is null)
            return;
        _problems.Clear();
        LiteralChecker.Check(value, type, _problems);
        foreach (var (message, node) in _problems)
            Report(message, node);
    }
}
