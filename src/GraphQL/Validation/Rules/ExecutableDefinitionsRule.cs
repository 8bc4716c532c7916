using GraphQL.Language;

namespace GraphQL.Validation.Rules;

/// <summary>A document to execute holds operations and fragments only.</summary>
internal sealed class ExecutableDefinitionsRule : ValidationRule
{
    public override string Code => "EXECUTABLE_DEFINITIONS";

    protected override string Section => "sec-Executable-Definitions";

    public override void EnterDocument(DocumentNode document)
    {
        foreach (var definition in document.Definitions)
        {
            if (definition is TypeSystemDefinitionNode)
                Report($"The {Describe(definition)} definition is not executable.", definition);
        }
    }

    private static string Describe(DefinitionNode definition) => definition switch
    {
        TypeDefinitionNode type => $"\"{type.Name.Value}\"",
        DirectiveDefinitionNode directive => $"\"{directive.Name.Value}\"",
        _ => "schema",
    };
}
