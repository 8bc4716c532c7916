using System.Text.Json;

namespace GraphQL.Execution;

/// <summary>Coerces the variables of a request to their declared types.</summary>
internal static class VariableReader
{
    private static readonly IReadOnlyDictionary<string, object?> None = new Dictionary<string, object?>();

    /// <param name="operation">The operation that declares them.</param>
    /// <param name="given">The object that the client gave, if it gave any.</param>
    /// <param name="files">The files that came with the request, by the place that each stands at.</param>
    /// <param name="maxErrors">How many errors are reported before the rest is given up.</param>
    /// <param name="errors">What is wrong; when there is anything, the variables are of no use.</param>
    public static IReadOnlyDictionary<string, object?> Read(
        CompiledOperation operation,
        JsonElement given,
        IReadOnlyDictionary<string, IFile>? files,
        int maxErrors,
        out IReadOnlyList<GraphQLError> errors)
    {
        errors = [];
        if (operation.Variables.IsEmpty)
            return None;
        var values = new Dictionary<string, object?>(operation.Variables.Length, StringComparer.Ordinal);
        var reading = new VariableReading(operation, files, maxErrors);
        foreach (var variable in operation.Variables)
        {
            reading.Variable = variable;
            try
            {
                ReadOne(variable, given, values, reading);
            }
            catch (InputException exception)
            {
                // A default value that a type of the application does not take.
                reading.Report(exception.Message, exception.Code);
            }
        }
        errors = reading.Errors;
        return values;
    }

    private static void ReadOne(VariablePlan variable, JsonElement given, Dictionary<string, object?> values, VariableReading reading)
    {
        if (given.ValueKind != JsonValueKind.Object || !given.TryGetProperty(variable.Name, out var json))
        {
            if (variable.Definition.DefaultValue is { } fallback)
                values[variable.Name] = LiteralReader.Read(variable.Type, fallback, null);
            else if (variable.Type.IsNonNull)
                reading.Report($"Variable \"${variable.Name}\" of required type \"{variable.Type}\" was not provided.");
        }
        else if (json.ValueKind == JsonValueKind.Null && variable.Type.IsNonNull && reading.FileAt(variable.Name) is null)
        {
            reading.Report($"Variable \"${variable.Name}\" of non-null type \"{variable.Type}\" must not be null.");
        }
        else
        {
            values[variable.Name] = JsonReader.Read(variable.Type, json, variable.Name, reading);
        }
    }
}
