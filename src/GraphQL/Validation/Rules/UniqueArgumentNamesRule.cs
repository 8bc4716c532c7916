using System.Collections.Immutable;
using GraphQL.Language;

namespace GraphQL.Validation.Rules;

/// <summary>An argument is given once.</summary>
internal sealed class UniqueArgumentNamesRule : ValidationRule
{
    public override string Code => "UNIQUE_ARGUMENT_NAMES";

    protected override string Section => "sec-Argument-Uniqueness";

    public override void EnterArguments(ImmutableArray<ArgumentNode> arguments)
    {
        if (arguments.Length < 2)
            return;
        foreach (var group in arguments.GroupBy(argument => argument.Name.Value, StringComparer.Ordinal).Where(group => group.Skip(1).Any()))
            Report($"There can be only one argument named \"{group.Key}\".", [.. group.Select(argument => argument.Name)]);
    }
}
