using GraphQL.Language;
using GraphQL.TypeSystem;

namespace GraphQL.Execution;

/// <summary>Coerces the arguments of a field.</summary>
internal static class ArgumentReader
{
    private static readonly IReadOnlyDictionary<string, object?> None = new Dictionary<string, object?>();

    /// <summary>The arguments, when they are the same in every execution; null when they must be read each time.</summary>
    public static IReadOnlyDictionary<string, object?>? ReadConstants(FieldDefinition field, FieldNode node)
    {
        if (field.Arguments.Count == 0)
            return None;
        if (node.Arguments.Any(argument => HasVariable(argument.Value)))
            return null;
        try
        {
            return Read(field, node, None);
        }
        catch (InputException)
        {
            // Reported each time the field is executed, with its path.
            return null;
        }
    }

    public static IReadOnlyDictionary<string, object?> Read(FieldDefinition field, FieldNode node, IReadOnlyDictionary<string, object?> variables)
    {
        var values = new Dictionary<string, object?>(field.Arguments.Count, StringComparer.Ordinal);
        foreach (var definition in field.Arguments)
        {
            var argument = node.Arguments.FirstOrDefault(candidate => candidate.Name.Value == definition.Name);
            if (argument is null || (argument.Value is VariableNode variable && !variables.ContainsKey(variable.Name.Value)))
            {
                if (definition.DefaultValue is { } fallback)
                    values[definition.Name] = LiteralReader.Read(definition.Type, fallback, null);
                else if (definition.Type.IsNonNull)
                    throw new InputException($"Argument \"{definition.Name}\" of required type \"{definition.Type}\" was not provided.");
                continue;
            }
            try
            {
                values[definition.Name] = LiteralReader.Read(definition.Type, argument.Value, variables);
            }
            catch (InputException exception)
            {
                throw new InputException($"Argument \"{definition.Name}\" has an invalid value. {exception.Message}", exception.Code);
            }
        }
        return values;
    }

    private static bool HasVariable(ValueNode value) => value switch
    {
        VariableNode => true,
        ListValueNode list => list.Items.Any(HasVariable),
        ObjectValueNode node => node.Fields.Any(field => HasVariable(field.Value)),
        _ => false,
    };
}
