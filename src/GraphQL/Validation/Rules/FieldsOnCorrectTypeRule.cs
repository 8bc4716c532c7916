using GraphQL.Language;

namespace GraphQL.Validation.Rules;

/// <summary>A selected field exists on the type it is selected on.</summary>
internal sealed class FieldsOnCorrectTypeRule : ValidationRule
{
    public override string Code => "FIELDS_ON_CORRECT_TYPE";

    protected override string Section => "sec-Field-Selections";

    public override void EnterField(FieldNode field)
    {
        if (Context.ParentType is { } parent && Context.Field is null)
            Report($"Cannot query field \"{field.Name.Value}\" on type \"{parent.Name}\".", field);
    }
}
