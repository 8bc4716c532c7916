using GraphQL.Language;
using GraphQL.Validation;

namespace GraphQL.Conformance;

/// <summary>The reference's optional rule that a document does not ask about the schema.</summary>
internal sealed class NoSchemaIntrospectionCustomRule : ValidationRule
{
    public override string Code => "NO_SCHEMA_INTROSPECTION_CUSTOM";

    protected override string Section => "sec-Introspection";

    public override void EnterField(FieldNode field)
    {
        if (Context.Field?.Type.Named.IsIntrospection == true)
            Report($"GraphQL introspection has been disabled, but the requested query contained the field \"{field.Name.Value}\".", field);
    }
}
