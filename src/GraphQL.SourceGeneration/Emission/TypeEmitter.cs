using GraphQL.SourceGeneration.Composition;
using GraphQL.SourceGeneration.Model;
using GraphQL.SourceGeneration.Reading;

namespace GraphQL.SourceGeneration.Emission;

/// <summary>Writes one method for each type, which puts its definition into the registry.</summary>
internal sealed class TypeEmitter(SchemaModel schema, DocumentationFiles documentation)
{
    private const string Registry = "global::GraphQL.Execution.TypeRegistry types";
    private readonly FieldEmitter _fields = new(schema, documentation);

    /// <summary>The names of the methods written, in order.</summary>
    public List<string> Methods { get; } = [];

    public void Emit(CodeWriter writer)
    {
        QueryInputEmitter.Identities(writer, schema);
        foreach (var type in schema.Types)
        {
            switch (type.Role)
            {
                case TypeRole.Object or TypeRole.Error:
                    Complex(writer, type, $"types.Object({Text.Literal(type.Name)})");
                    break;
                case TypeRole.Interface:
                    Complex(writer, type, $"types.Interface({Text.Literal(type.Name)})");
                    break;
                case TypeRole.Union:
                    Union(writer, type);
                    break;
                case TypeRole.Enum:
                    Enum(writer, type);
                    break;
                case TypeRole.Input:
                    Input(writer, type);
                    break;
            }
        }
        foreach (var connection in schema.Connections)
            Connection(writer, connection);
        foreach (var input in schema.Filters)
        {
            Open(writer, input.Name);
            QueryInputEmitter.Filter(writer, input, schema);
            Close(writer);
        }
        foreach (var input in schema.Sorts)
        {
            Open(writer, input.Name);
            QueryInputEmitter.Sort(writer, input, schema);
            Close(writer);
        }
        foreach (var root in schema.Roots)
            Root(writer, root);
        if (schema.Nodes.Count > 0)
            Nodes(writer);
    }

    private void Complex(CodeWriter writer, ComposedType type, string creation)
    {
        Open(writer, type.Name);
        writer.Line($"var type = {creation};");
        Head(writer, type);
        if (type.Role == TypeRole.Error)
            writer.Line("types.ImplementError(type);");
        if (type.IsNode)
            writer.Line("global::GraphQL.Execution.TypeRegistry.ImplementNode(type);");
        foreach (var implemented in type.Implements.Where(schema.Names.ContainsKey))
            writer.Line($"type.Interfaces.Add({Text.Literal(schema.Names[implemented])});");
        Fields(writer, type.Fields, field => _fields.Field(writer, field));
        Close(writer);
    }

    private void Union(CodeWriter writer, ComposedType type)
    {
        Open(writer, type.Name);
        writer.Line($"var type = types.Union({Text.Literal(type.Name)});");
        Head(writer, type);
        foreach (var member in type.Model.Members.Where(schema.Names.ContainsKey))
            writer.Line($"type.Types.Add({Text.Literal(schema.Names[member])});");
        Close(writer);
    }

    private void Enum(CodeWriter writer, ComposedType type)
    {
        Open(writer, type.Name);
        writer.Line($"var type = types.Enum({Text.Literal(type.Name)});");
        Head(writer, type);
        foreach (var value in type.Model.Values)
        {
            writer.Line($"type.Values.Add(new({Text.Literal(value.Name)}, {type.Model.Key}.{value.Member})");
            Details(writer, value.Documentation, value.Deprecation);
        }
        Close(writer);
    }

    private void Input(CodeWriter writer, ComposedType type)
    {
        Open(writer, type.Name);
        writer.Line($"var type = types.Input({Text.Literal(type.Name)});");
        Head(writer, type);
        if (type.Model.IsOneOf)
            writer.Line("type.IsOneOf = true;");
        foreach (var field in type.Model.InputFields)
        {
            // What can be set afterwards may be left out: the class has its own default.
            var typeName = Text.TypeName(field.Shape!, schema, nullable: field.Shape!.Nullable || field.Assignment == InputAssignment.Set);
            writer.Line($"type.Fields.Add(new({Text.Literal(field.Name)}, {Text.Literal(typeName)})");
            Details(writer, field.Documentation, field.Deprecation, field.DefaultValue);
        }
        writer.Open("type.Create = static fields =>");
        Construct(writer, type.Model);
        writer.Close("};");
        Close(writer);
    }

    private void Construct(CodeWriter writer, TypeModel model)
    {
        var parameters = model.InputFields.Where(field => field.Assignment == InputAssignment.Constructor)
            .Select(field => $"{field.Member}: {Read(field)}");
        writer.Line($"var value = new {model.Key}({string.Join(", ", parameters)})");
        writer.Open();
        foreach (var field in model.InputFields.Where(field => field.Assignment == InputAssignment.Init))
            writer.Line($"{field.Member} = {Read(field)},");
        writer.Close("};");
        foreach (var field in model.InputFields.Where(field => field.Assignment == InputAssignment.Set))
        {
            writer.Line(field.Shape!.Nullable
                ? $"if (fields.ContainsKey({Text.Literal(field.Name)}))"
                : $"if (global::GraphQL.Execution.InputValues.Get(fields, {Text.Literal(field.Name)}) is not null)");
            writer.Line($"    value.{field.Member} = {Read(field)};");
        }
        writer.Line("return value;");
    }

    private string Read(InputFieldModel field) =>
        InputCode.Field(field.Shape!, "fields", field.Name, schema);

    private void Connection(CodeWriter writer, ComposedConnection connection)
    {
        var name = connection.Name;
        var node = Text.TypeName(connection.Node, schema);
        Open(writer, name + "Connection");
        writer.Line(
            $"types.Connection<{connection.Node.ClrWithNull}>({Text.Literal(name)}, {Text.Literal(node)}, "
            + $"includeTotalCount: {(connection.IncludeTotalCount ? "true" : "false")});");
        Close(writer);
    }

    private void Root(CodeWriter writer, ComposedRoot root)
    {
        Open(writer, root.TypeName);
        writer.Line($"var type = types.Object({Text.Literal(root.TypeName)});");
        Fields(writer, root.Fields, field =>
        {
            if (root.Role == ClassRole.Mutation)
                _fields.Mutation(writer, field);
            else
                _fields.Field(writer, field, root.Role == ClassRole.Subscription);
        });
        Close(writer);
        if (root.Role != ClassRole.Mutation)
            return;
        foreach (var field in root.Fields)
        {
            Payload(writer, field.Model);
            _fields.MutationMethod(writer, field.Model);
            writer.Line();
        }
    }

    private void Payload(CodeWriter writer, FieldModel field)
    {
        var name = Names.Pascal(field.Name);
        var errors = field.Errors.Select(error => Text.Literal(schema.Names[error.Key])).Distinct();
        Open(writer, name + "Payload");
        var result = field.HasNoResult
            ? ""
            : $"{Text.Literal(MutationShape.ResultField(field, schema))}, {Text.Literal(Text.TypeName(field.Shape!, schema, nullable: true))}, ";
        writer.Line($"types.Payload({Text.Literal(field.Name)}, {result}[{string.Join(", ", errors)}]);");
        if (field.Arguments.Any() && !MutationShape.TakesInputItself(field))
        {
            writer.Line($"var type = types.Input({Text.Literal(name + "Input")});");
            writer.Line($"type.Description = {Text.Literal($"What {field.Name} needs to know.")};");
            foreach (var argument in field.Arguments)
            {
                writer.Line($"type.Fields.Add(new({Text.Literal(argument.Name)}, {Text.Literal(Text.TypeName(argument.Shape!, schema))})");
                Details(writer, argument.Documentation, argument.Deprecation, argument.DefaultValue);
            }
        }
        Close(writer);
    }

    private void Nodes(CodeWriter writer)
    {
        Open(writer, "Nodes");
        foreach (var node in schema.Nodes.OrderBy(node => schema.Names[node.Key], StringComparer.Ordinal))
        {
            var rule = node.Authorization is { } authorization
                ? $"new({Text.Literal(authorization.Permission)}, {(authorization.AllowAnonymous ? "true" : "false")})"
                : "null";
            writer.Line($"types.Node({Text.Literal(schema.Names[node.Key])}, {rule}, {_fields.NodeResolver(node.Resolver)});");
        }
        Close(writer);
    }

    private static void Fields(CodeWriter writer, List<ComposedField> fields, Action<ComposedField> emit)
    {
        if (fields.Count > 0)
            writer.Line("global::GraphQL.TypeSystem.FieldDefinition field;");
        foreach (var field in fields)
            emit(field);
    }

    private void Head(CodeWriter writer, ComposedType type)
    {
        writer.Line($"type.RuntimeType = typeof({type.Model.Key});");
        writer.Line($"type.Description = {Text.Literal(documentation.Find(type.Documentation))};");
    }

    private void Details(CodeWriter writer, Documentation description, string? deprecation, string? defaultValue = null)
    {
        writer.Open();
        writer.Description(documentation.Find(description));
        if (deprecation is not null)
            writer.Line($"DeprecationReason = {Text.Literal(deprecation)},");
        if (defaultValue is not null)
            writer.Line($"DefaultValue = global::GraphQL.Language.GraphQLParser.ParseValue({Text.Literal(defaultValue)}),");
        writer.Close("});");
    }

    private void Open(CodeWriter writer, string name)
    {
        var method = "Add" + Text.Identifier(name);
        Methods.Add(method);
        writer.Open($"private static void {method}({Registry})");
    }

    private static void Close(CodeWriter writer)
    {
        writer.Close();
        writer.Line();
    }
}
