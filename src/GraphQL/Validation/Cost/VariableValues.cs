using System.Text.Json;
using GraphQL.Language;

namespace GraphQL.Validation;

/// <summary>The variables of a request, which remembers which of them were asked for.</summary>
internal sealed class VariableValues(OperationDefinitionNode operation, JsonElement variables)
{
    private readonly HashSet<string> _consulted = new(StringComparer.Ordinal);

    /// <summary>The names of the variables that the answer depends on.</summary>
    public IReadOnlyCollection<string> Consulted => _consulted;

    public GivenValue Get(string name)
    {
        _consulted.Add(name);
        if (variables.ValueKind == JsonValueKind.Object && variables.TryGetProperty(name, out var json))
            return GivenValue.Of(json);
        var definition = operation.Variables.FirstOrDefault(variable => variable.Variable.Name.Value == name);
        return definition?.DefaultValue is { } fallback ? GivenValue.Of(fallback, this) : default;
    }
}
