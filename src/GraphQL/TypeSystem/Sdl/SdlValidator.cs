using System.Collections.Immutable;
using GraphQL.Language;
using GraphQL.TypeSystem.Rules;

namespace GraphQL.TypeSystem.Sdl;

/// <summary>
/// Checks type-system documents before types are made of them: what is defined twice, extended without being defined, or unknown. What
/// one document defines, the others may use.
/// </summary>
internal sealed class SdlValidator
{
    private readonly SchemaAssembly _assembly;
    private readonly SchemaErrors _errors;
    private readonly Dictionary<string, SyntaxReference> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SyntaxReference> _directives = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Type, string Member), SyntaxReference> _members = [];
    private readonly Dictionary<OperationType, SyntaxReference> _operationTypes = [];
    private readonly Dictionary<string, Dictionary<string, SyntaxReference>> _typeDirectives = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SyntaxReference> _schemaDirectives = new(StringComparer.Ordinal);
    private SyntaxReference? _schema;
    private SourceText _source = SourceText.Empty;

    private SdlValidator(SchemaAssembly assembly, SchemaErrors errors)
    {
        _assembly = assembly;
        _errors = errors;
    }

    public static void Validate(IReadOnlyList<DocumentNode> documents, SchemaAssembly assembly, SchemaErrors errors)
    {
        var validator = new SdlValidator(assembly, errors);
        foreach (var document in documents)
            validator.Define(document);
        foreach (var document in documents)
            validator.Check(document);
    }

    private void Define(DocumentNode document)
    {
        _source = document.Source;
        foreach (var definition in document.Definitions)
        {
            switch (definition)
            {
                case TypeDefinitionNode { IsExtension: false } type when IsDefinedElsewhere(type):
                    _errors.Report(
                        $"Type \"{type.Name.Value}\" already exists in the schema. It cannot also be defined in this type definition.", At(type.Name));
                    break;
                case TypeDefinitionNode { IsExtension: false } type:
                    Once(_types, type.Name.Value, type, type.Name, $"There can be only one type named \"{type.Name.Value}\".");
                    break;
                case DirectiveDefinitionNode directive when _assembly.FindDirective(directive.Name.Value) is { } existing && (_assembly.IsWhole || !existing.IsBuiltIn):
                    _errors.Report($"Directive \"@{directive.Name.Value}\" already exists in the schema. It cannot be redefined.", At(directive.Name));
                    break;
                case DirectiveDefinitionNode directive:
                    Once(_directives, directive.Name.Value, directive, directive.Name, $"There can be only one directive named \"@{directive.Name.Value}\".");
                    break;
                case SchemaDefinitionNode { IsExtension: false } schema:
                    if (_assembly.IsWhole && Enum.GetValues<OperationType>().Any(_assembly.NamesRootType))
                        _errors.Report("Cannot define a new schema within a schema extension.", At(schema));
                    else if (_schema is null)
                        _schema = At(schema);
                    else
                        _errors.Report("Must provide only one schema definition.", At(schema));
                    break;
            }
        }
    }

    private void Check(DocumentNode document)
    {
        _source = document.Source;
        foreach (var definition in document.Definitions)
        {
            switch (definition)
            {
                case SchemaDefinitionNode schema:
                    CheckSchema(schema);
                    break;
                case DirectiveDefinitionNode directive:
                    CheckInputValues(directive.Arguments, DirectiveLocation.ArgumentDefinition);
                    CheckArgumentNames(directive.Arguments, $"@{directive.Name.Value}");
                    break;
                case TypeDefinitionNode type:
                    CheckExtension(type);
                    CheckType(type);
                    break;
                case OperationDefinitionNode or FragmentDefinitionNode:
                    CheckExecutable(definition);
                    break;
            }
        }
    }

    // Operations and fragments do no harm among definitions, but they are not to hide a mistake of spelling either.
    private void CheckExecutable(DefinitionNode definition)
    {
        switch (definition)
        {
            case OperationDefinitionNode operation:
                foreach (var variable in operation.Variables)
                {
                    CheckTypeExists(variable.Type.Named);
                    CheckDirectives(variable.Directives, DirectiveLocation.VariableDefinition);
                }

                CheckDirectives(operation.Directives, operation.Operation switch
                {
                    OperationType.Query => DirectiveLocation.Query,
                    OperationType.Mutation => DirectiveLocation.Mutation,
                    _ => DirectiveLocation.Subscription,
                });
                CheckSelections(operation.SelectionSet);
                break;
            case FragmentDefinitionNode fragment:
                CheckTypeExists(fragment.TypeCondition);
                CheckDirectives(fragment.Directives, DirectiveLocation.FragmentDefinition);
                CheckSelections(fragment.SelectionSet);
                break;
        }
    }

    private void CheckSelections(SelectionSetNode selectionSet)
    {
        foreach (var selection in selectionSet.Selections)
        {
            switch (selection)
            {
                case FieldNode field:
                    CheckDirectives(field.Directives, DirectiveLocation.Field);
                    if (field.SelectionSet is not null)
                        CheckSelections(field.SelectionSet);
                    break;
                case FragmentSpreadNode spread:
                    CheckDirectives(spread.Directives, DirectiveLocation.FragmentSpread);
                    break;
                case InlineFragmentNode inline:
                    if (inline.TypeCondition is not null)
                        CheckTypeExists(inline.TypeCondition);
                    CheckDirectives(inline.Directives, DirectiveLocation.InlineFragment);
                    CheckSelections(inline.SelectionSet);
                    break;
            }
        }
    }

    private void CheckSchema(SchemaDefinitionNode schema)
    {
        CheckDirectives(schema.Directives, DirectiveLocation.Schema, _schemaDirectives);
        foreach (var operation in schema.OperationTypes)
        {
            CheckTypeExists(operation.Type);
            if (_assembly.IsWhole && _assembly.NamesRootType(operation.Operation))
            {
                _errors.Report(
                    $"Type for {operation.Operation.ToKeyword()} already defined in the schema. It cannot be redefined.", At(operation));
            }
            else if (!_operationTypes.TryAdd(operation.Operation, At(operation)))
            {
                _errors.Report(
                    $"There can be only one {operation.Operation.ToKeyword()} type in schema.", Earlier(_operationTypes[operation.Operation]), At(operation));
            }
        }
    }

    private void CheckExtension(TypeDefinitionNode type)
    {
        var name = type.Name.Value;
        if (!type.IsExtension)
            return;
        if (_types.TryGetValue(name, out var definition))
        {
            if (definition.Node.GetType() != type.GetType())
                _errors.Report($"Cannot extend non-{KindOf(type)} type \"{name}\".", Earlier(definition), At(type));
        }
        else if (_assembly.Find(name) is { } existing)
        {
            if (!SdlReader.IsSameKind(type, existing))
                _errors.Report($"Cannot extend non-{KindOf(type)} type \"{name}\".", At(type));
        }
        else
        {
            _errors.Report($"Cannot extend type \"{name}\" because it is not defined.", At(type.Name));
        }
    }

    private void CheckType(TypeDefinitionNode type)
    {
        var name = type.Name.Value;
        if (!_typeDirectives.TryGetValue(name, out var seenDirectives))
            _typeDirectives.Add(name, seenDirectives = new(StringComparer.Ordinal));
        CheckDirectives(type.Directives, LocationOf(type), seenDirectives);
        switch (type)
        {
            case ComplexTypeDefinitionNode complex:
                foreach (var parent in complex.Interfaces)
                    CheckTypeExists(parent);
                foreach (var field in complex.Fields)
                    CheckField(complex, field);
                break;
            case UnionTypeDefinitionNode union:
                foreach (var member in union.Types)
                    CheckTypeExists(member);
                break;
            case EnumTypeDefinitionNode enumType:
                foreach (var value in enumType.Values)
                {
                    CheckDirectives(value.Directives, DirectiveLocation.EnumValue);
                    CheckMember(type, value.Name, "Enum value", (_assembly.Find(name) as EnumType)?.Values.Contains(value.Name.Value));
                }

                break;
            case InputObjectTypeDefinitionNode input:
                CheckInputValues(input.Fields, DirectiveLocation.InputFieldDefinition);
                foreach (var field in input.Fields)
                    CheckMember(type, field.Name, "Field", (_assembly.Find(name) as InputObjectType)?.Fields.Contains(field.Name.Value));
                break;
        }
    }

    /// <summary>A field or enum value may not be defined twice, be the first here or in what this text extends.</summary>
    private void CheckMember(TypeDefinitionNode type, NameNode name, string kind, bool? exists)
    {
        var coordinate = $"{type.Name.Value}.{name.Value}";
        if (exists == true)
            _errors.Report($"{kind} \"{coordinate}\" already exists in the schema. It cannot also be defined in this type extension.", At(name));
        else
            Once(_members, (type.Name.Value, name.Value), name, name, $"{kind} \"{coordinate}\" can only be defined once.");
    }

    private bool IsDefinedElsewhere(TypeDefinitionNode type) => _assembly.Find(type.Name.Value) switch
    {
        null => false,

        // What a scalar of the text means may be said in code.
        ScalarType => _assembly.IsWhole || type is not ScalarTypeDefinitionNode,
        { IsIntrospection: true } => _assembly.IsWhole,
        _ => true,
    };

    private void CheckField(ComplexTypeDefinitionNode type, FieldDefinitionNode field)
    {
        var typeName = type.Name.Value;
        CheckMember(type, field.Name, "Field", (_assembly.Find(typeName) as ComplexType)?.Fields.Contains(field.Name.Value));
        CheckTypeExists(field.Type.Named);
        CheckDirectives(field.Directives, DirectiveLocation.FieldDefinition);
        CheckInputValues(field.Arguments, DirectiveLocation.ArgumentDefinition);
        CheckArgumentNames(field.Arguments, $"{typeName}.{field.Name.Value}");
    }

    private void CheckInputValues(ImmutableArray<InputValueDefinitionNode> values, DirectiveLocation location)
    {
        foreach (var value in values)
        {
            CheckTypeExists(value.Type.Named);
            CheckDirectives(value.Directives, location);
            if (value.DefaultValue is not null)
                CheckInputFieldNames(value.DefaultValue);
        }
    }

    private void CheckArgumentNames(ImmutableArray<InputValueDefinitionNode> arguments, string owner)
    {
        foreach (var group in arguments.GroupBy(argument => argument.Name.Value, StringComparer.Ordinal).Where(group => group.Skip(1).Any()))
            _errors.Report($"Argument \"{owner}({group.Key}:)\" can only be defined once.", [.. group.Select(argument => At(argument.Name))]);
    }

    private void CheckTypeExists(NamedTypeNode type)
    {
        var name = type.Name.Value;
        if (!_types.ContainsKey(name) && _assembly.Find(name) is null && !Scalars.BuiltInScalars.Exists(name))
            _errors.Report($"Unknown type \"{name}\".", At(type));
    }

    private void CheckDirectives(
        ImmutableArray<DirectiveNode> directives, DirectiveLocation location, Dictionary<string, SyntaxReference>? seen = null)
    {
        seen ??= new(StringComparer.Ordinal);
        foreach (var directive in directives)
        {
            var name = directive.Name.Value;
            CheckUniqueArguments(directive);
            if (DirectiveShape.Find(name, _directives, _assembly) is not { } shape)
            {
                _errors.Report($"Unknown directive \"@{name}\".", At(directive));
                continue;
            }

            if (!shape.Locations.Contains(location))
                _errors.Report($"Directive \"@{name}\" may not be used on {location.ToName()}.", At(directive));
            if (!shape.IsRepeatable && !seen.TryAdd(name, At(directive)))
                _errors.Report($"The directive \"@{name}\" can only be used once at this location.", Earlier(seen[name]), At(directive));
            CheckDirectiveArguments(directive, shape);
        }
    }

    private void CheckDirectiveArguments(DirectiveNode directive, DirectiveShape shape)
    {
        foreach (var argument in directive.Arguments)
        {
            if (!shape.Arguments.ContainsKey(argument.Name.Value))
                _errors.Report($"Unknown argument \"{argument.Name.Value}\" on directive \"@{directive.Name.Value}\".", At(argument));
        }

        foreach (var (name, (type, isRequired)) in shape.Arguments)
        {
            if (isRequired && !directive.Arguments.Any(argument => argument.Name.Value == name))
            {
                _errors.Report(
                    $"Argument \"@{directive.Name.Value}({name}:)\" of type \"{type}\" is required, but it was not provided.", At(directive));
            }
        }
    }

    private void CheckUniqueArguments(DirectiveNode directive)
    {
        foreach (var group in directive.Arguments.GroupBy(argument => argument.Name.Value, StringComparer.Ordinal).Where(group => group.Skip(1).Any()))
            _errors.Report($"There can be only one argument named \"{group.Key}\".", [.. group.Select(argument => At(argument.Name))]);
        foreach (var argument in directive.Arguments)
            CheckInputFieldNames(argument.Value);
    }

    private void CheckInputFieldNames(ValueNode value)
    {
        if (value is ListValueNode list)
        {
            foreach (var item in list.Items)
                CheckInputFieldNames(item);
        }
        else if (value is ObjectValueNode input)
        {
            var seen = new Dictionary<string, SyntaxReference>(StringComparer.Ordinal);
            foreach (var field in input.Fields)
            {
                Once(seen, field.Name.Value, field.Name, field.Name, $"There can be only one input field named \"{field.Name.Value}\".");
                CheckInputFieldNames(field.Value);
            }
        }
    }

    private void Once<TKey>(Dictionary<TKey, SyntaxReference> seen, TKey key, SyntaxNode node, NameNode name, string message)
        where TKey : notnull
    {
        if (seen.TryAdd(key, At(node)))
            return;
        var earlier = seen[key];
        var earlierName = earlier.Node switch
        {
            TypeDefinitionNode type => type.Name,
            DirectiveDefinitionNode directive => directive.Name,
            var other => other,
        };
        _errors.Report(message, Earlier(earlier with { Node = earlierName }), At(name));
    }

    /// <summary>The earlier of two places, if it is in the same text: a line number of another text would mislead.</summary>
    private SyntaxReference? Earlier(SyntaxReference reference) => ReferenceEquals(reference.Source, _source) ? reference : null;

    private SyntaxReference At(SyntaxNode node) => new(_source, node);

    private static DirectiveLocation LocationOf(TypeDefinitionNode type) => type switch
    {
        ScalarTypeDefinitionNode => DirectiveLocation.Scalar,
        ObjectTypeDefinitionNode => DirectiveLocation.Object,
        InterfaceTypeDefinitionNode => DirectiveLocation.Interface,
        UnionTypeDefinitionNode => DirectiveLocation.Union,
        EnumTypeDefinitionNode => DirectiveLocation.Enum,
        _ => DirectiveLocation.InputObject,
    };

    private static string KindOf(TypeDefinitionNode type) => type switch
    {
        ScalarTypeDefinitionNode => "scalar",
        ObjectTypeDefinitionNode => "object",
        InterfaceTypeDefinitionNode => "interface",
        UnionTypeDefinitionNode => "union",
        EnumTypeDefinitionNode => "enum",
        _ => "input object",
    };
}
