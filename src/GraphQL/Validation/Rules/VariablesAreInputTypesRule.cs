using GraphQL.Language;

namespace GraphQL.Validation.Rules;

/// <summary>A variable's type is one whose values may be given.</summary>
internal sealed class VariablesAreInputTypesRule : ValidationRule
{
    public override string Code => "VARIABLES_ARE_INPUT_TYPES";

    protected override string Section => "sec-Variables-Are-Input-Types";

    public override void EnterVariableDefinition(VariableDefinitionNode variable)
    {
        if (Context.Schema.GetType(variable.Type.Named.Name.Value) is { IsInput: false })
            Report($"Variable \"${variable.Variable.Name.Value}\" cannot be non-input type \"{variable.Type}\".", variable.Type);
    }
}
