using System.Collections.Immutable;

namespace GraphQL.Language;

internal sealed partial class SyntaxWriter
{
    private void WriteTypeSystem(SyntaxNode node)
    {
        switch (node)
        {
            case SchemaDefinitionNode schema:
                Begin(schema, "schema");
                WriteDirectives(schema.Directives);
                WriteOptionalBlock(schema.OperationTypes);
                break;
            case OperationTypeDefinitionNode operation:
                _text.Append(operation.Operation.ToKeyword()).Append(": ");
                Write(operation.Type);
                break;
            case TypeDefinitionNode type:
                WriteTypeDefinition(type);
                break;
            case FieldDefinitionNode field:
                WriteDescription(field.Description);
                _text.Append(field.Name.Value);
                WriteArgumentDefinitions(field.Arguments);
                _text.Append(": ");
                Write(field.Type);
                WriteDirectives(field.Directives);
                break;
            case InputValueDefinitionNode value:
                WriteDescription(value.Description);
                _text.Append(value.Name.Value).Append(": ");
                Write(value.Type);
                WriteDefault(value.DefaultValue);
                WriteDirectives(value.Directives);
                break;
            case EnumValueDefinitionNode value:
                WriteDescription(value.Description);
                _text.Append(value.Name.Value);
                WriteDirectives(value.Directives);
                break;
            case DirectiveDefinitionNode directive:
                WriteDescription(directive.Description);
                _text.Append("directive @").Append(directive.Name.Value);
                WriteArgumentDefinitions(directive.Arguments);
                _text.Append(directive.IsRepeatable ? " repeatable on " : " on ");
                WriteSeparated(directive.Locations, " | ");
                break;
        }
    }

    private void WriteTypeDefinition(TypeDefinitionNode type)
    {
        Begin(type, Keyword(type));
        _text.Append(' ').Append(type.Name.Value);
        if (type is ComplexTypeDefinitionNode { Interfaces.IsEmpty: false } implementer)
        {
            _text.Append(" implements ");
            WriteSeparated(implementer.Interfaces, " & ");
        }

        WriteDirectives(type.Directives);
        switch (type)
        {
            case ComplexTypeDefinitionNode complex:
                WriteOptionalBlock(complex.Fields);
                break;
            case UnionTypeDefinitionNode { Types.IsEmpty: false } union:
                _text.Append(" = ");
                WriteSeparated(union.Types, " | ");
                break;
            case EnumTypeDefinitionNode enumType:
                WriteOptionalBlock(enumType.Values);
                break;
            case InputObjectTypeDefinitionNode input:
                WriteOptionalBlock(input.Fields);
                break;
        }
    }

    private void Begin(TypeSystemDefinitionNode node, string keyword)
    {
        WriteDescription(node.Description);
        _text.Append(node.IsExtension ? "extend " : "").Append(keyword);
    }

    private void WriteArgumentDefinitions(ImmutableArray<InputValueDefinitionNode> arguments)
    {
        if (arguments.IsEmpty)
            return;
        var start = _text.Length;
        WriteInline("(", arguments, ")", ", ");
        if (!IsSeveralLines(start))
            return;
        _text.Length = start;
        WriteLines("(", arguments, ")");
    }

    private void WriteOptionalBlock<T>(ImmutableArray<T> items)
        where T : SyntaxNode
    {
        if (items.IsEmpty)
            return;
        _text.Append(' ');
        WriteBlock(items);
    }

    private static string Keyword(TypeDefinitionNode type) => type switch
    {
        ScalarTypeDefinitionNode => "scalar",
        ObjectTypeDefinitionNode => "type",
        InterfaceTypeDefinitionNode => "interface",
        UnionTypeDefinitionNode => "union",
        EnumTypeDefinitionNode => "enum",
        _ => "input",
    };
}
