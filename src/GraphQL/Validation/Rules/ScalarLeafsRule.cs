using GraphQL.Language;

namespace GraphQL.Validation.Rules;

/// <summary>Objects have a selection of subfields; scalars and enums have none.</summary>
internal sealed class ScalarLeafsRule : ValidationRule
{
    public override string Code => "SCALAR_LEAFS";

    protected override string Section => "sec-Leaf-Field-Selections";

    public override void EnterField(FieldNode field)
    {
        if (Context.Field?.Type is not { } type)
            return;
        if (type.Named.IsLeaf && field.SelectionSet is not null)
            Report($"Field \"{field.Name.Value}\" must not have a selection since type \"{type}\" has no subfields.", field.SelectionSet);
        else if (!type.Named.IsLeaf && field.SelectionSet is null)
            Report($"Field \"{field.Name.Value}\" of type \"{type}\" must have a selection of subfields.", field);
    }
}
