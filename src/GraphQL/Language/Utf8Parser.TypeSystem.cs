using System.Collections.Immutable;

namespace GraphQL.Language;

internal ref partial struct Utf8Parser
{
    private TypeSystemDefinitionNode? TryParseTypeSystemDefinition(StringValueNode? description, bool isExtension, int start)
    {
        if (_lexer.Kind != TokenKind.Name)
            return null;
        var keyword = _lexer.Text;
        if (keyword.SequenceEqual("schema"u8))
            return ParseSchemaDefinition(description, isExtension, start);
        if (keyword.SequenceEqual("scalar"u8))
            return ParseScalarType(description, isExtension, start);
        if (keyword.SequenceEqual("type"u8))
            return ParseComplexType(description, isExtension, isInterface: false, start);
        if (keyword.SequenceEqual("interface"u8))
            return ParseComplexType(description, isExtension, isInterface: true, start);
        if (keyword.SequenceEqual("union"u8))
            return ParseUnionType(description, isExtension, start);
        if (keyword.SequenceEqual("enum"u8))
            return ParseEnumType(description, isExtension, start);
        if (keyword.SequenceEqual("input"u8))
            return ParseInputObjectType(description, isExtension, start);
        return !isExtension && keyword.SequenceEqual("directive"u8) ? ParseDirectiveDefinition(description, start) : null;
    }

    private SchemaDefinitionNode ParseSchemaDefinition(StringValueNode? description, bool isExtension, int start)
    {
        _lexer.MoveNext();
        var directives = ParseDirectives(isConstant: true);
        var operationTypes = ImmutableArray.CreateBuilder<OperationTypeDefinitionNode>();
        if (!isExtension || _lexer.Kind == TokenKind.LeftBrace)
        {
            Expect(TokenKind.LeftBrace);
            do
            {
                var operationStart = _lexer.Start;
                var operation = ParseOperationType();
                Expect(TokenKind.Colon);
                operationTypes.Add(new OperationTypeDefinitionNode(operation, ParseNamedType(), SpanFrom(operationStart)));
            }
            while (!TrySkip(TokenKind.RightBrace));
        }

        RequireSomething(isExtension, directives.IsEmpty && operationTypes.Count == 0);
        return new SchemaDefinitionNode(operationTypes.DrainToImmutable(), directives, isExtension, description, SpanFrom(start));
    }

    private ScalarTypeDefinitionNode ParseScalarType(StringValueNode? description, bool isExtension, int start)
    {
        _lexer.MoveNext();
        var name = ParseName();
        var directives = ParseDirectives(isConstant: true);
        RequireSomething(isExtension, directives.IsEmpty);
        return new ScalarTypeDefinitionNode(name, directives, isExtension, description, SpanFrom(start));
    }

    private ComplexTypeDefinitionNode ParseComplexType(StringValueNode? description, bool isExtension, bool isInterface, int start)
    {
        _lexer.MoveNext();
        var name = ParseName();
        var interfaces = TrySkipKeyword("implements"u8) ? ParseTypesDelimitedBy(TokenKind.Ampersand) : [];
        var directives = ParseDirectives(isConstant: true);
        var fields = ParseFieldDefinitions();
        RequireSomething(isExtension, interfaces.IsEmpty && directives.IsEmpty && fields.IsEmpty);
        return isInterface
            ? new InterfaceTypeDefinitionNode(name, interfaces, fields, directives, isExtension, description, SpanFrom(start))
            : new ObjectTypeDefinitionNode(name, interfaces, fields, directives, isExtension, description, SpanFrom(start));
    }

    private UnionTypeDefinitionNode ParseUnionType(StringValueNode? description, bool isExtension, int start)
    {
        _lexer.MoveNext();
        var name = ParseName();
        var directives = ParseDirectives(isConstant: true);
        var types = TrySkip(TokenKind.Equals) ? ParseTypesDelimitedBy(TokenKind.Pipe) : [];
        RequireSomething(isExtension, directives.IsEmpty && types.IsEmpty);
        return new UnionTypeDefinitionNode(name, types, directives, isExtension, description, SpanFrom(start));
    }

    private EnumTypeDefinitionNode ParseEnumType(StringValueNode? description, bool isExtension, int start)
    {
        _lexer.MoveNext();
        var name = ParseName();
        var directives = ParseDirectives(isConstant: true);
        var values = ImmutableArray.CreateBuilder<EnumValueDefinitionNode>();
        if (TrySkip(TokenKind.LeftBrace))
        {
            do
            {
                var valueStart = _lexer.Start;
                var valueDescription = ParseDescription();
                if (AtKeyword("true"u8) || AtKeyword("false"u8) || AtKeyword("null"u8))
                    throw _lexer.Error($"{DescribeToken()} is reserved and cannot be used for an enum value.", _lexer.Start);
                values.Add(new EnumValueDefinitionNode(ParseName(), ParseDirectives(isConstant: true), valueDescription, SpanFrom(valueStart)));
            }
            while (!TrySkip(TokenKind.RightBrace));
        }

        RequireSomething(isExtension, directives.IsEmpty && values.Count == 0);
        return new EnumTypeDefinitionNode(name, values.DrainToImmutable(), directives, isExtension, description, SpanFrom(start));
    }

    private InputObjectTypeDefinitionNode ParseInputObjectType(StringValueNode? description, bool isExtension, int start)
    {
        _lexer.MoveNext();
        var name = ParseName();
        var directives = ParseDirectives(isConstant: true);
        var fields = ParseInputValues(TokenKind.LeftBrace, TokenKind.RightBrace);
        RequireSomething(isExtension, directives.IsEmpty && fields.IsEmpty);
        return new InputObjectTypeDefinitionNode(name, fields, directives, isExtension, description, SpanFrom(start));
    }

    private DirectiveDefinitionNode ParseDirectiveDefinition(StringValueNode? description, int start)
    {
        _lexer.MoveNext();
        Expect(TokenKind.At);
        var name = ParseName();
        var arguments = ParseInputValues(TokenKind.LeftParenthesis, TokenKind.RightParenthesis);
        var isRepeatable = TrySkipKeyword("repeatable"u8);
        ExpectOn();
        TrySkip(TokenKind.Pipe);
        var locations = ImmutableArray.CreateBuilder<NameNode>();
        do
        {
            RequireKind(TokenKind.Name);
            if (!DirectiveLocations.IsKnown(_lexer.Text))
                throw Unexpected();
            locations.Add(ParseName());
        }
        while (TrySkip(TokenKind.Pipe));
        return new DirectiveDefinitionNode(name, arguments, isRepeatable, locations.DrainToImmutable(), description, SpanFrom(start));
    }

    private ImmutableArray<FieldDefinitionNode> ParseFieldDefinitions()
    {
        if (!TrySkip(TokenKind.LeftBrace))
            return [];
        var fields = ImmutableArray.CreateBuilder<FieldDefinitionNode>();
        do
        {
            var start = _lexer.Start;
            var description = ParseDescription();
            var name = ParseName();
            var arguments = ParseInputValues(TokenKind.LeftParenthesis, TokenKind.RightParenthesis);
            Expect(TokenKind.Colon);
            var type = ParseTypeReference();
            fields.Add(new FieldDefinitionNode(name, arguments, type, ParseDirectives(isConstant: true), description, SpanFrom(start)));
        }
        while (!TrySkip(TokenKind.RightBrace));
        return fields.DrainToImmutable();
    }

    private ImmutableArray<InputValueDefinitionNode> ParseInputValues(TokenKind open, TokenKind close)
    {
        if (!TrySkip(open))
            return [];
        var values = ImmutableArray.CreateBuilder<InputValueDefinitionNode>();
        do
        {
            var start = _lexer.Start;
            var description = ParseDescription();
            var name = ParseName();
            Expect(TokenKind.Colon);
            var type = ParseTypeReference();
            var defaultValue = TrySkip(TokenKind.Equals) ? ParseValue(isConstant: true) : null;
            values.Add(new InputValueDefinitionNode(name, type, defaultValue, ParseDirectives(isConstant: true), description, SpanFrom(start)));
        }
        while (!TrySkip(close));
        return values.DrainToImmutable();
    }

    private ImmutableArray<NamedTypeNode> ParseTypesDelimitedBy(TokenKind delimiter)
    {
        TrySkip(delimiter);
        var types = ImmutableArray.CreateBuilder<NamedTypeNode>();
        do
            types.Add(ParseNamedType());
        while (TrySkip(delimiter));
        return types.DrainToImmutable();
    }

    private readonly void RequireSomething(bool isExtension, bool isEmpty)
    {
        if (isExtension && isEmpty)
            throw Unexpected();
    }
}
