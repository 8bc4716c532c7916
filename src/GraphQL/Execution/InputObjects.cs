using GraphQL.TypeSystem;

namespace GraphQL.Execution;

/// <summary>What literals and JSON share when they become input objects.</summary>
internal static class InputObjects
{
    /// <summary>Adds defaults and checks what is required.</summary>
    public static void Complete(InputObjectType type, Dictionary<string, object?> values, Action<string, string?> report)
    {
        foreach (var field in type.Fields)
        {
            if (values.ContainsKey(field.Name))
                continue;
            if (field.DefaultValue is { } fallback)
                values[field.Name] = LiteralReader.Read(field.Type, fallback, null);
            else if (field.Type.IsNonNull)
                report($"Field \"{field.Name}\" of required type \"{field.Type}\" was not provided.", null);
        }
        if (type.IsOneOf && (values.Count != 1 || values.Values.First() is null))
            report($"Exactly one field of \"{type.Name}\" must be given, and not as null.", null);
    }

    /// <summary>Makes the .NET value of fields that are all right; null when it is reported that there is none.</summary>
    public static object? Create(InputObjectType type, Dictionary<string, object?> values, Action<string, string?> report)
    {
        if (type.Create is null)
            return values;
        try
        {
            return type.Create(values);
        }
        catch (GraphQLException exception)
        {
            report(exception.Message, exception.Code);
            return null;
        }
    }
}
