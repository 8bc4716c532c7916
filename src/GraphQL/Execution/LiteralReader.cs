using GraphQL.Language;
using GraphQL.TypeSystem;

namespace GraphQL.Execution;

/// <summary>Coerces literals, with the variables in them, to input types.</summary>
internal static class LiteralReader
{
    public static object? Read(GraphQLType type, ValueNode literal, IReadOnlyDictionary<string, object?>? variables)
    {
        if (literal is VariableNode variable)
            return ReadVariable(type, variable, variables);
        if (literal is NullValueNode)
            return type.IsNonNull ? throw new InputException($"Expected value of non-null type \"{type}\" not to be null.") : null;
        try
        {
            return type.Nullable switch
            {
                ListType list => ReadList(list, literal, variables),
                InputObjectType input => ReadObject(input, literal, variables),
                EnumType enumType => enumType.ParseLiteral(literal),
                ScalarType scalar => scalar.ParseLiteral(variables is null ? literal : VariableSubstitution.Apply(literal, variables)),
                _ => throw new InvalidOperationException($"'{type}' is not an input type; validate documents before execution."),
            };
        }
        catch (ValueCoercionException exception)
        {
            throw new InputException(exception.Message);
        }
    }

    private static object? ReadVariable(GraphQLType type, VariableNode variable, IReadOnlyDictionary<string, object?>? variables)
    {
        object? value = null;
        variables?.TryGetValue(variable.Name.Value, out value);
        if (value is null && type.IsNonNull)
            throw new InputException($"Variable \"${variable.Name.Value}\" of type \"{type}\" must not be null here.");

        // A single value may stand for a list of one; validation has let the variable through at its own type.
        return value;
    }

    private static List<object?> ReadList(ListType type, ValueNode literal, IReadOnlyDictionary<string, object?>? variables) =>
        literal is ListValueNode list
            ? [.. list.Items.Select(item => Read(type.OfType, item, variables))]
            : [Read(type.OfType, literal, variables)];

    private static object ReadObject(InputObjectType type, ValueNode literal, IReadOnlyDictionary<string, object?>? variables)
    {
        if (literal is not ObjectValueNode node)
            throw new InputException($"Expected value of type \"{type.Name}\", found {ValueCoercionException.Shorten(literal.ToString())}.");
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var field in node.Fields)
        {
            if (!type.Fields.TryGet(field.Name.Value, out var definition))
                throw new InputException($"Field \"{field.Name.Value}\" is not defined by type \"{type.Name}\".");

            // A variable that was not given leaves its field out, so that the field's default applies.
            if (field.Value is VariableNode variable && variables?.ContainsKey(variable.Name.Value) != true)
                continue;
            values[field.Name.Value] = Read(definition.Type, field.Value, variables);
        }
        InputObjects.Complete(type, values, Refuse);
        return InputObjects.Create(type, values, Refuse)!;
    }

    private static void Refuse(string message, string? code) => throw new InputException(message, code);
}
