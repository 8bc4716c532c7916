using GraphQL.Language;

namespace GraphQL.Validation.Rules;

/// <summary>A field of an input object is given once.</summary>
internal sealed class UniqueInputFieldNamesRule : ValidationRule
{
    public override string Code => "UNIQUE_INPUT_FIELD_NAMES";

    protected override string Section => "sec-Input-Object-Field-Uniqueness";

    public override void EnterObjectValue(ObjectValueNode value)
    {
        if (value.Fields.Length < 2)
            return;
        var seen = new Dictionary<string, NameNode>(StringComparer.Ordinal);
        foreach (var field in value.Fields)
        {
            if (!seen.TryAdd(field.Name.Value, field.Name))
                Report($"There can be only one input field named \"{field.Name.Value}\".", seen[field.Name.Value], field.Name);
        }
    }
}
