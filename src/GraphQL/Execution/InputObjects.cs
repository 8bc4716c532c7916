using GraphQL.TypeSystem;

namespace GraphQL.Execution;

/// <summary>What literals and JSON share when they become input objects.</summary>
internal static class InputObjects
{
    /// <summary>Adds defaults, checks what is required, and makes the .NET value.</summary>
    public static object Finish(InputObjectType type, Dictionary<string, object?> values, Func<string, InputException> invalid)
    {
        foreach (var field in type.Fields)
        {
            if (values.ContainsKey(field.Name))
                continue;
            if (field.DefaultValue is { } fallback)
                values[field.Name] = LiteralReader.Read(field.Type, fallback, null);
            else if (field.Type.IsNonNull)
                throw invalid($"Field \"{field.Name}\" of required type \"{field.Type}\" was not provided.");
        }
        if (type.IsOneOf && (values.Count != 1 || values.Values.First() is null))
            throw invalid($"Exactly one field of \"{type.Name}\" must be given, and not as null.");
        if (type.Create is null)
            return values;
        try
        {
            return type.Create(values);
        }
        catch (GraphQLException exception)
        {
            throw new InputException(invalid(exception.Message).Message, exception.Code);
        }
    }
}
