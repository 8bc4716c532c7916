using System.Collections.Immutable;
using GraphQL.Language;

namespace GraphQL.Validation.Rules;

/// <summary>An argument is one its field or directive defines.</summary>
internal sealed class KnownArgumentNamesRule : ValidationRule
{
    public override string Code => "KNOWN_ARGUMENT_NAMES";

    protected override string Section => "sec-Argument-Names";

    public override void EnterArguments(ImmutableArray<ArgumentNode> arguments)
    {
        if (Context.ArgumentDefinitions is not { } definitions)
            return;
        foreach (var argument in arguments)
        {
            if (!definitions.Contains(argument.Name.Value))
                Report($"Unknown argument \"{argument.Name.Value}\" on {Owner()}.", argument);
        }
    }

    private string Owner() => Context.Directive is { } directive
        ? $"directive \"@{directive.Name}\""
        : $"field \"{Context.ParentType?.Name}.{Context.Field?.Name}\"";
}
