namespace GraphQL.TypeSystem.Rules;

/// <summary>Checks a schema, be it from C# or from text, against the specification's section 3.</summary>
internal sealed class SchemaValidator
{
    private readonly SchemaDefinition _schema;
    private readonly SchemaErrors _errors;

    private SchemaValidator(SchemaDefinition schema, SchemaErrors errors)
    {
        _schema = schema;
        _errors = errors;
    }

    public static void Validate(SchemaDefinition schema, SchemaErrors errors)
    {
        var validator = new SchemaValidator(schema, errors);
        foreach (var directive in schema.Directives.Where(directive => !directive.IsBuiltIn))
            validator.CheckDirective(directive);
        foreach (var type in schema.Types.Where(type => !type.IsIntrospection))
            validator.CheckType(type);
        new InputObjectCycles(schema, errors).Check();
        new DefaultValueCycles(schema, errors).Check();
    }

    private void CheckDirective(DirectiveDefinition directive)
    {
        CheckName(directive.Name, directive.Syntax);
        if (directive.Locations.IsEmpty)
            _errors.Report($"Directive @{directive.Name} must include one or more locations.", directive.Syntax);
        CheckUnique(directive.Arguments, $"Argument \"@{directive.Name}({{0}}:)\" can only be defined once.");
        foreach (var argument in directive.Arguments)
        {
            CheckName(argument.Name, argument.Syntax);
            CheckInputValue(argument, $"@{directive.Name}({argument.Name}:)", "Required argument", argument.Syntax);
        }
    }

    private void CheckType(NamedType type)
    {
        if (type is not ScalarType { IsSpecified: true })
            CheckName(type.Name, type.Syntax.FirstOrDefault());
        switch (type)
        {
            case ComplexType complex:
                CheckFields(complex);
                InterfaceConformance.Check(_schema, complex, _errors);
                break;
            case UnionType union:
                CheckUnion(union);
                break;
            case EnumType enumType:
                CheckEnum(enumType);
                break;
            case InputObjectType input:
                CheckInputObject(input);
                break;
        }
    }

    private void CheckFields(ComplexType type)
    {
        if (type.Fields.Count == 0)
            _errors.Report($"Type {type.Name} must define one or more fields.", [.. type.Syntax]);
        CheckUnique(type.Fields, $"Field \"{type.Name}.{{0}}\" can only be defined once.");
        foreach (var field in type.Fields)
        {
            CheckName(field.Name, field.Syntax);
            if (!field.Type.IsOutput)
                _errors.Report($"The type of {type.Name}.{field.Name} must be Output Type but got: {field.Type}.", field.Syntax.TypeOf());
            CheckUnique(field.Arguments, $"Argument \"{type.Name}.{field.Name}({{0}}:)\" can only be defined once.");
            foreach (var argument in field.Arguments)
            {
                CheckName(argument.Name, argument.Syntax);
                CheckInputValue(argument, $"{type.Name}.{field.Name}({argument.Name}:)", "Required argument", argument.Syntax.TypeOf());
            }
        }
    }

    private void CheckUnion(UnionType union)
    {
        if (union.Types.Count == 0 && union.Types.References.Count == 0)
            _errors.Report($"Union type {union.Name} must define one or more member types.", [.. union.Syntax]);
        foreach (var member in union.Types.GroupBy(member => member).Where(group => group.Skip(1).Any()))
        {
            _errors.Report(
                $"Union type {union.Name} can only include type {member.Key.Name} once.",
                [.. union.Types.References.Where(reference => reference.NamedText == member.Key.Name).Select(reference => reference.Syntax)]);
        }
    }

    private void CheckEnum(EnumType type)
    {
        if (type.Values.Count == 0)
            _errors.Report($"Enum type {type.Name} must define one or more values.", [.. type.Syntax]);
        CheckUnique(type.Values, $"Enum value \"{type.Name}.{{0}}\" can only be defined once.");
        foreach (var value in type.Values)
        {
            CheckName(value.Name, value.Syntax);
            if (value.Name is "true" or "false" or "null")
                _errors.Report($"Enum value \"{type.Name}.{value.Name}\" has a reserved name. Choose another.", value.Syntax);
        }
    }

    private void CheckInputObject(InputObjectType type)
    {
        if (type.Fields.Count == 0)
            _errors.Report($"Input Object type {type.Name} must define one or more fields.", [.. type.Syntax]);
        CheckUnique(type.Fields, $"Field \"{type.Name}.{{0}}\" can only be defined once.");
        foreach (var field in type.Fields)
        {
            CheckName(field.Name, field.Syntax);
            CheckInputValue(field, $"{type.Name}.{field.Name}", "Required input field", field.Syntax.TypeOf());
            if (!type.IsOneOf)
                continue;
            if (field.Type.IsNonNull)
                _errors.Report($"OneOf input field {type.Name}.{field.Name} must be nullable.", field.Syntax.TypeOf());
            if (field.DefaultValue is not null)
                _errors.Report($"OneOf input field {type.Name}.{field.Name} cannot have a default value.", field.Syntax);
        }
    }

    private void CheckInputValue(InputValueDefinition value, string coordinate, string kind, SyntaxReference? typeSyntax)
    {
        if (!value.Type.IsInput)
        {
            _errors.Report($"The type of {coordinate} must be Input Type but got: {value.Type}.", typeSyntax);
            return;
        }

        if (value.IsRequired && value.IsDeprecated)
            _errors.Report($"{kind} {coordinate} cannot be deprecated.", value.Syntax.DeprecatedDirective(), value.Syntax.TypeOf());
        if (value.DefaultValue is null)
            return;
        var problems = new List<LiteralProblem>();
        LiteralChecker.Check(value.DefaultValue, value.Type, problems);
        foreach (var problem in problems)
            _errors.Report($"{coordinate} has invalid default value: {problem.Message}", value.Syntax.At(problem.Node));
    }

    private void CheckName(string name, SyntaxReference? syntax)
    {
        if (name.StartsWith("__", StringComparison.Ordinal))
            _errors.Report($"Name \"{name}\" must not begin with \"__\", which is reserved by GraphQL introspection.", syntax);
        else if (name.Length == 0 || char.IsAsciiDigit(name[0]) || !name.All(character => char.IsAsciiLetterOrDigit(character) || character == '_'))
            _errors.Report($"\"{name}\" is not a GraphQL name: use letters, digits and underscores, and do not begin with a digit.", syntax);
    }

    private void CheckUnique<T>(DefinitionList<T> definitions, string messageFormat)
        where T : SchemaElement
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var definition in definitions)
        {
            if (!seen.Add(definition.Name))
                _errors.Report(messageFormat.Replace("{0}", definition.Name, StringComparison.Ordinal), definition.Syntax);
        }
    }
}
