using System.Text.Json;

namespace GraphQL.Execution;

/// <summary>Coerces the variables of a request to their declared types.</summary>
internal static class VariableReader
{
    private static readonly IReadOnlyDictionary<string, object?> None = new Dictionary<string, object?>();

    public static IReadOnlyDictionary<string, object?> Read(CompiledOperation operation, JsonElement given, List<GraphQLError> errors)
    {
        if (operation.Variables.IsEmpty)
            return None;
        var values = new Dictionary<string, object?>(operation.Variables.Length, StringComparer.Ordinal);
        foreach (var variable in operation.Variables)
        {
            try
            {
                ReadOne(variable, given, values);
            }
            catch (InputException exception)
            {
                errors.Add(GraphQLError.WithCode(
                    exception.Message, exception.Code ?? ErrorCodes.VariableInvalid, operation.Source.GetLocation(variable.Definition.Span.Start)));
            }
        }
        return values;
    }

    private static void ReadOne(VariablePlan variable, JsonElement given, Dictionary<string, object?> values)
    {
        if (given.ValueKind != JsonValueKind.Object || !given.TryGetProperty(variable.Name, out var json))
        {
            if (variable.Definition.DefaultValue is { } fallback)
                values[variable.Name] = LiteralReader.Read(variable.Type, fallback, null);
            else if (variable.Type.IsNonNull)
                throw new InputException($"Variable \"${variable.Name}\" of required type \"{variable.Type}\" was not provided.");
            return;
        }
        if (json.ValueKind == JsonValueKind.Null && variable.Type.IsNonNull)
            throw new InputException($"Variable \"${variable.Name}\" of non-null type \"{variable.Type}\" must not be null.");
        values[variable.Name] = JsonReader.Read(variable.Type, json, variable.Name);
    }
}
