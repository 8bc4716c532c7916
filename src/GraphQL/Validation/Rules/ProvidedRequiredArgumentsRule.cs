using System.Collections.Immutable;
using GraphQL.Language;
using GraphQL.TypeSystem;

namespace GraphQL.Validation.Rules;

/// <summary>Every argument that is non-null and has no default is given.</summary>
internal sealed class ProvidedRequiredArgumentsRule : ValidationRule
{
    public override string Code => "PROVIDED_REQUIRED_ARGUMENTS";

    protected override string Section => "sec-Required-Arguments";

    public override void EnterField(FieldNode field)
    {
        if (Context.Field is { } definition)
            Check(definition.Arguments, field.Arguments, $"Field \"{definition.Name}\"", field);
    }

    public override void EnterDirectives(ImmutableArray<DirectiveNode> directives, DirectiveLocation location)
    {
        foreach (var directive in directives)
        {
            if (Context.Schema.GetDirective(directive.Name.Value) is { } definition)
                Check(definition.Arguments, directive.Arguments, $"Directive \"@{definition.Name}\"", directive);
        }
    }

    private void Check(DefinitionList<ArgumentDefinition> definitions, ImmutableArray<ArgumentNode> given, string owner, SyntaxNode node)
    {
        foreach (var definition in definitions)
        {
            if (definition.IsRequired && !given.Any(argument => argument.Name.Value == definition.Name))
                Report($"{owner} argument \"{definition.Name}\" of type \"{definition.Type}\" is required, but it was not provided.", node);
        }
    }
}
