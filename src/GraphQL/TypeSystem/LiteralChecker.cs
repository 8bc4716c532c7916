using GraphQL.Language;

namespace GraphQL.TypeSystem;

/// <summary>Something in a literal that does not fit its type.</summary>
/// <param name="Message">What does not fit.</param>
/// <param name="Node">The value or field it is about.</param>
internal readonly record struct LiteralProblem(string Message, SyntaxNode Node);

/// <summary>Compares literals with the types they are given for. Variables are taken to fit: a rule of their own checks them.</summary>
internal static class LiteralChecker
{
    public static void Check(ValueNode value, GraphQLType type, List<LiteralProblem> problems)
    {
        switch (value, type)
        {
            case (VariableNode, _):
                break;
            case (NullValueNode, NonNullType):
                problems.Add(new($"Expected value of non-null type \"{type}\" not to be null.", value));
                break;
            case (NullValueNode, _):
                break;
            case (_, NonNullType nonNull):
                Check(value, nonNull.OfType, problems);
                break;
            case (ListValueNode list, ListType listType):
                foreach (var item in list.Items)
                    Check(item, listType.OfType, problems);
                break;
            case (_, ListType listType):
                Check(value, listType.OfType, problems);
                break;
            case (ObjectValueNode input, InputObjectType inputType):
                CheckObject(input, inputType, problems);
                break;
            case (_, InputObjectType inputType):
                problems.Add(new($"Expected value of type \"{inputType.Name}\" to be an object, found: {Shorten(value)}.", value));
                break;
            default:
                CheckLeaf(value, (NamedType)type, problems);
                break;
        }
    }

    private static void CheckObject(ObjectValueNode input, InputObjectType type, List<LiteralProblem> problems)
    {
        // Printed at most once: a hostile object may have thousands of fields to complain about.
        string? found = null;
        foreach (var definition in type.Fields)
        {
            if (definition.IsRequired && !input.Fields.Any(field => field.Name.Value == definition.Name))
                problems.Add(new($"Expected value of type \"{type.Name}\" to include required field \"{definition.Name}\", found: {found ??= Shorten(input)}.", input));
        }

        foreach (var field in input.Fields)
        {
            if (type.Fields.TryGet(field.Name.Value, out var definition))
                Check(field.Value, definition.Type, problems);
            else
                problems.Add(new($"Expected value of type \"{type.Name}\" not to include unknown field \"{field.Name.Value}\", found: {found ??= Shorten(input)}.", field));
        }

        if (!type.IsOneOf)
            return;

        // A field that the type does not have does not count as the one to be given.
        var known = input.Fields.Where(field => type.Fields.Contains(field.Name.Value)).ToList();
        if (known is not [{ Value: not NullValueNode }])
        {
            problems.Add(new(
                $"Within OneOf Input Object type \"{type.Name}\", exactly one field must be specified, and the value for that field must be non-null.",
                input));
        }
    }

    private static void CheckLeaf(ValueNode value, NamedType type, List<LiteralProblem> problems)
    {
        try
        {
            switch (type)
            {
                case EnumType enumType:
                    enumType.ParseLiteral(value);
                    break;
                case ScalarType scalar when !HasVariable(value):
                    scalar.ParseLiteral(value);
                    break;
            }
        }
        catch (ValueCoercionException exception)
        {
            problems.Add(new(exception.Message, value));
        }
    }

    private static bool HasVariable(ValueNode value) => value switch
    {
        VariableNode => true,
        ListValueNode list => list.Items.Any(HasVariable),
        ObjectValueNode input => input.Fields.Any(field => HasVariable(field.Value)),
        _ => false,
    };

    private static string Shorten(ValueNode value) => ValueCoercionException.Shorten(value.ToString());
}
