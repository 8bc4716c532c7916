using System.Collections.Immutable;
using GraphQL.Language;

namespace GraphQL.TypeSystem.Sdl;

/// <summary>Turns type-system documents into types. Definitions of all documents come first, extensions after.</summary>
internal sealed class SdlReader
{
    private readonly SchemaAssembly _assembly;
    private readonly SourceText _source;

    private SdlReader(SchemaAssembly assembly, SourceText source)
    {
        _assembly = assembly;
        _source = source;
    }

    public static void Read(IReadOnlyList<DocumentNode> documents, SchemaAssembly assembly)
    {
        foreach (var extensions in new[] { false, true })
        {
            foreach (var document in documents)
            {
                var reader = new SdlReader(assembly, document.Source);
                foreach (var definition in document.Definitions.OfType<TypeSystemDefinitionNode>().Where(node => node.IsExtension == extensions))
                    reader.Read(definition);
            }
        }
    }

    private void Read(TypeSystemDefinitionNode node)
    {
        switch (node)
        {
            case SchemaDefinitionNode schema:
                ReadSchema(schema);
                break;
            case DirectiveDefinitionNode directive:
                ReadDirective(directive);
                break;
            case TypeDefinitionNode type when FindOrCreate(type) is { } target:
                ReadType(type, target);
                break;
        }
    }

    private void ReadSchema(SchemaDefinitionNode node)
    {
        if (!node.IsExtension)
        {
            _assembly.HasSchemaDefinition = true;
            _assembly.SchemaSyntax = At(node);
        }

        _assembly.Description = node.Description?.Value ?? _assembly.Description;
        _assembly.AppliedDirectives.AddRange(node.Directives);
        foreach (var operation in node.OperationTypes)
            _assembly.RootTypeNames[operation.Operation] = (operation.Type.Name.Value, At(operation.Type));
    }

    private void ReadDirective(DirectiveDefinitionNode node)
    {
        var locations = node.Locations.Select(name => DirectiveLocations.TryParse(name.Value, out var location) ? location : default);
        var directive = new DirectiveDefinition(node.Name.Value, [.. locations])
        {
            Description = node.Description?.Value,
            IsRepeatable = node.IsRepeatable,
            Syntax = At(node),
        };
        foreach (var argument in node.Arguments)
            directive.Arguments.Add(ReadInputValue(argument, (name, type) => new ArgumentDefinition(name, type)));
        _assembly.Add(directive);
    }

    private NamedType? FindOrCreate(TypeDefinitionNode node)
    {
        var name = node.Name.Value;
        var existing = _assembly.Find(name);
        if (node.IsExtension || existing is ScalarType && node is ScalarTypeDefinitionNode)
        {
            if (existing is null)
                _assembly.Errors.Report($"Cannot extend type \"{name}\" because it is not defined.", At(node.Name));
            else if (!IsSameKind(node, existing))
                _assembly.Errors.Report($"Cannot extend type \"{name}\" as another kind of type than it is.", At(node));
            else
                return existing;
            return null;
        }

        NamedType type = node switch
        {
            ObjectTypeDefinitionNode => new ObjectType(name),
            InterfaceTypeDefinitionNode => new InterfaceType(name),
            UnionTypeDefinitionNode => new UnionType(name),
            EnumTypeDefinitionNode => new EnumType(name),
            InputObjectTypeDefinitionNode => new InputObjectType(name),
            _ => Scalars.BuiltInScalars.Create(name) is { IsSpecified: true } specified ? specified : new ScalarType(name),
        };
        _assembly.Add(type);
        return type;
    }

    private void ReadType(TypeDefinitionNode node, NamedType type)
    {
        type.Syntax.Add(At(node));
        type.Description = node.Description?.Value ?? type.Description;
        type.AppliedDirectives = type.AppliedDirectives.AddRange(WithoutModelled(node.Directives));
        switch (node, type)
        {
            case (ComplexTypeDefinitionNode source, ComplexType target):
                foreach (var name in source.Interfaces)
                    target.Interfaces.Add(TypeReference.FromSyntax(name, _source));
                foreach (var field in source.Fields)
                    target.Fields.Add(ReadField(field));
                break;
            case (UnionTypeDefinitionNode source, UnionType target):
                foreach (var name in source.Types)
                    target.Types.Add(TypeReference.FromSyntax(name, _source));
                break;
            case (EnumTypeDefinitionNode source, EnumType target):
                foreach (var value in source.Values)
                    target.Values.Add(ReadEnumValue(value));
                break;
            case (InputObjectTypeDefinitionNode source, InputObjectType target):
                target.IsOneOf |= source.Directives.Any(directive => directive.Name.Value == "oneOf");
                foreach (var field in source.Fields)
                    target.Fields.Add(ReadInputValue(field, (name, reference) => new InputFieldDefinition(name, reference)));
                break;
            case (ScalarTypeDefinitionNode source, ScalarType target):
                target.SpecifiedBy = Argument(source.Directives, "specifiedBy", "url") ?? target.SpecifiedBy;
                break;
        }
    }

    private FieldDefinition ReadField(FieldDefinitionNode node)
    {
        var field = new FieldDefinition(node.Name.Value, TypeReference.FromSyntax(node.Type, _source))
        {
            Description = node.Description?.Value,
            DeprecationReason = DeprecationReason(node.Directives),
            AppliedDirectives = WithoutModelled(node.Directives),
            Syntax = At(node),
        };
        foreach (var argument in node.Arguments)
            field.Arguments.Add(ReadInputValue(argument, (name, type) => new ArgumentDefinition(name, type)));
        return field;
    }

    private T ReadInputValue<T>(InputValueDefinitionNode node, Func<string, TypeReference, T> create)
        where T : InputValueDefinition
    {
        var value = create(node.Name.Value, TypeReference.FromSyntax(node.Type, _source));
        value.Description = node.Description?.Value;
        value.DefaultValue = node.DefaultValue;
        value.DeprecationReason = DeprecationReason(node.Directives);
        value.AppliedDirectives = WithoutModelled(node.Directives);
        value.Syntax = At(node);
        return value;
    }

    private EnumValueDefinition ReadEnumValue(EnumValueDefinitionNode node) => new(node.Name.Value)
    {
        Description = node.Description?.Value,
        DeprecationReason = DeprecationReason(node.Directives),
        AppliedDirectives = WithoutModelled(node.Directives),
        Syntax = At(node),
    };

    private SyntaxReference At(SyntaxNode node) => new(_source, node);

    public static bool IsSameKind(TypeDefinitionNode node, NamedType type) => (node, type) is
        (ObjectTypeDefinitionNode, ObjectType) or
        (InterfaceTypeDefinitionNode, InterfaceType) or
        (UnionTypeDefinitionNode, UnionType) or
        (EnumTypeDefinitionNode, EnumType) or
        (InputObjectTypeDefinitionNode, InputObjectType) or
        (ScalarTypeDefinitionNode, ScalarType);

    private static string? DeprecationReason(ImmutableArray<DirectiveNode> directives) =>
        directives.Any(directive => directive.Name.Value == "deprecated")
            ? Argument(directives, "deprecated", "reason") ?? BuiltInDirectives.DefaultDeprecationReason
            : null;

    private static string? Argument(ImmutableArray<DirectiveNode> directives, string directive, string argument) =>
        directives.FirstOrDefault(node => node.Name.Value == directive)?.Arguments
            .FirstOrDefault(node => node.Name.Value == argument)?.Value is StringValueNode text
            ? text.Value
            : null;

    private static ImmutableArray<DirectiveNode> WithoutModelled(ImmutableArray<DirectiveNode> directives) => directives.IsEmpty
        ? directives
        : directives.RemoveAll(directive => directive.Name.Value is "deprecated" or "specifiedBy" or "oneOf");
}
