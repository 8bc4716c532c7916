namespace GraphQL.TypeSystem.Rules;

/// <summary>A type has what the interfaces it implements promise.</summary>
internal static class InterfaceConformance
{
    public static void Check(SchemaDefinition schema, ComplexType type, SchemaErrors errors)
    {
        var seen = new HashSet<InterfaceType>();
        foreach (var parent in type.Interfaces)
        {
            if (ReferenceEquals(type, parent))
            {
                errors.Report($"Type {type.Name} cannot implement itself because it would create a circular reference.", References(type, parent));
                continue;
            }

            if (!seen.Add(parent))
            {
                errors.Report($"Type {type.Name} can only implement {parent.Name} once.", References(type, parent));
                continue;
            }

            CheckAncestors(type, parent, errors);
            foreach (var field in parent.Fields)
                CheckField(schema, type, parent, field, errors);
        }
    }

    private static void CheckAncestors(ComplexType type, InterfaceType parent, SchemaErrors errors)
    {
        foreach (var ancestor in parent.Interfaces)
        {
            if (type.Interfaces.Contains(ancestor))
                continue;
            var message = ReferenceEquals(ancestor, type)
                ? $"Type {type.Name} cannot implement {parent.Name} because it would create a circular reference."
                : $"Type {type.Name} must implement {ancestor.Name} because it is implemented by {parent.Name}.";
            errors.Report(message, [.. References(parent, ancestor), .. References(type, parent)]);
        }
    }

    private static void CheckField(SchemaDefinition schema, ComplexType type, InterfaceType parent, FieldDefinition expected, SchemaErrors errors)
    {
        if (!type.Fields.TryGet(expected.Name, out var field))
        {
            errors.Report(
                $"Interface field {parent.Name}.{expected.Name} expected but {type.Name} does not provide it.", [expected.Syntax, .. type.Syntax]);
            return;
        }

        if (!schema.IsTypeSubTypeOf(field.Type, expected.Type))
        {
            errors.Report(
                $"Interface field {parent.Name}.{expected.Name} expects type {expected.Type} but {type.Name}.{field.Name} is type {field.Type}.",
                expected.Syntax.TypeOf(),
                field.Syntax.TypeOf());
        }

        foreach (var argument in expected.Arguments)
            CheckArgument(type, parent, field, argument, errors);
        foreach (var argument in field.Arguments)
        {
            if (argument.IsRequired && !expected.Arguments.Contains(argument.Name))
            {
                errors.Report(
                    $"Argument \"{type.Name}.{field.Name}({argument.Name}:)\" must not be required type \"{argument.Type}\" if not provided by the Interface field \"{parent.Name}.{expected.Name}\".",
                    argument.Syntax,
                    expected.Syntax);
            }
        }

        if (field.IsDeprecated && !expected.IsDeprecated)
        {
            errors.Report(
                $"Interface field {parent.Name}.{expected.Name} is not deprecated, so implementation field {type.Name}.{field.Name} must not be deprecated.",
                field.Syntax.DeprecatedDirective(),
                field.Syntax.TypeOf());
        }
    }

    private static void CheckArgument(ComplexType type, InterfaceType parent, FieldDefinition field, ArgumentDefinition expected, SchemaErrors errors)
    {
        var coordinate = $"{parent.Name}.{field.Name}({expected.Name}:)";
        if (!field.Arguments.TryGet(expected.Name, out var argument))
        {
            errors.Report(
                $"Interface field argument {coordinate} expected but {type.Name}.{field.Name} does not provide it.", expected.Syntax, field.Syntax);
        }
        else if (!argument.Type.Equals(expected.Type))
        {
            errors.Report(
                $"Interface field argument {coordinate} expects type {expected.Type} but {type.Name}.{field.Name}({argument.Name}:) is type {argument.Type}.",
                expected.Syntax.TypeOf(),
                argument.Syntax.TypeOf());
        }
    }

    private static SyntaxReference?[] References(ComplexType type, InterfaceType parent) =>
        [.. type.Interfaces.References.Where(reference => reference.NamedText == parent.Name).Select(reference => reference.Syntax)];
}
