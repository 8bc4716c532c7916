using System.Collections.Immutable;
using System.Text;

namespace GraphQL.Language;

internal ref partial struct Utf8Parser
{
    private OperationDefinitionNode ParseOperation(StringValueNode? description, int start)
    {
        var operation = ParseOperationType();
        var name = _lexer.Kind == TokenKind.Name ? ParseName() : null;
        var variables = ParseVariableDefinitions();
        var directives = ParseDirectives(isConstant: false);
        return new OperationDefinitionNode(operation, name, variables, directives, ParseSelectionSet(), description, SpanFrom(start));
    }

    private FragmentDefinitionNode ParseFragmentDefinition(StringValueNode? description, int start)
    {
        _lexer.MoveNext();
        if (AtKeyword("on"u8))
            throw Unexpected();
        var name = ParseName();
        ExpectOn();
        var typeCondition = ParseNamedType();
        var directives = ParseDirectives(isConstant: false);
        return new FragmentDefinitionNode(name, typeCondition, directives, ParseSelectionSet(), description, SpanFrom(start));
    }

    private ImmutableArray<VariableDefinitionNode> ParseVariableDefinitions()
    {
        if (!TrySkip(TokenKind.LeftParenthesis))
            return [];
        var variables = ImmutableArray.CreateBuilder<VariableDefinitionNode>();
        do
        {
            var start = _lexer.Start;
            var description = ParseDescription();
            var variable = ParseVariable();
            Expect(TokenKind.Colon);
            var type = ParseTypeReference();
            var defaultValue = TrySkip(TokenKind.Equals) ? ParseValue(isConstant: true) : null;
            variables.Add(new VariableDefinitionNode(variable, type, defaultValue, ParseDirectives(isConstant: true), description, SpanFrom(start)));
        }
        while (!TrySkip(TokenKind.RightParenthesis));
        return variables.DrainToImmutable();
    }

    private VariableNode ParseVariable()
    {
        var start = _lexer.Start;
        Expect(TokenKind.Dollar);
        return new VariableNode(ParseName(), SpanFrom(start));
    }

    private SelectionSetNode ParseSelectionSet()
    {
        var start = _lexer.Start;
        Expect(TokenKind.LeftBrace);
        Enter();
        var selections = ImmutableArray.CreateBuilder<SelectionNode>();
        do
            selections.Add(ParseSelection());
        while (!TrySkip(TokenKind.RightBrace));
        _depth--;
        return new SelectionSetNode(selections.DrainToImmutable(), SpanFrom(start));
    }

    private SelectionNode ParseSelection()
    {
        if (++_fields > _options.MaxFields)
        {
            throw _lexer.Error(
                $"The document selects more than {_options.MaxFields} fields and fragments. Ask for less at once.", _lexer.Start, LanguageErrorCodes.FieldLimit);
        }

        return _lexer.Kind == TokenKind.Spread ? ParseFragment() : ParseField();
    }

    private FieldNode ParseField()
    {
        var start = _lexer.Start;
        var name = ParseName();
        NameNode? alias = null;
        if (TrySkip(TokenKind.Colon))
        {
            alias = name;
            name = ParseName();
        }

        var arguments = ParseArguments(isConstant: false);
        var directives = ParseDirectives(isConstant: false);
        var selectionSet = _lexer.Kind == TokenKind.LeftBrace ? ParseSelectionSet() : null;
        return new FieldNode(alias, name, arguments, directives, selectionSet, SpanFrom(start));
    }

    private SelectionNode ParseFragment()
    {
        var start = _lexer.Start;
        _lexer.MoveNext();
        var hasTypeCondition = TrySkipKeyword("on"u8);
        if (!hasTypeCondition && _lexer.Kind == TokenKind.Name)
            return new FragmentSpreadNode(ParseName(), ParseDirectives(isConstant: false), SpanFrom(start));
        var typeCondition = hasTypeCondition ? ParseNamedType() : null;
        var directives = ParseDirectives(isConstant: false);
        return new InlineFragmentNode(typeCondition, directives, ParseSelectionSet(), SpanFrom(start));
    }

    private void ExpectOn()
    {
        if (!TrySkipKeyword("on"u8))
            throw _lexer.Error($"Expected \"on\", found {DescribeToken()}.", _lexer.Start);
    }

    private ValueNode ParseValue(bool isConstant)
    {
        var start = _lexer.Start;
        switch (_lexer.Kind)
        {
            case TokenKind.LeftBracket:
                return ParseList(isConstant);
            case TokenKind.LeftBrace:
                return ParseObject(isConstant);
            case TokenKind.Int:
                return new IntValueNode(ConsumeText(), SpanFrom(start));
            case TokenKind.Float:
                return new FloatValueNode(ConsumeText(), SpanFrom(start));
            case TokenKind.String or TokenKind.BlockString:
                return ParseString();
            case TokenKind.Name when _lexer.Text.SequenceEqual("true"u8):
                _lexer.MoveNext();
                return new BooleanValueNode(true, SpanFrom(start));
            case TokenKind.Name when _lexer.Text.SequenceEqual("false"u8):
                _lexer.MoveNext();
                return new BooleanValueNode(false, SpanFrom(start));
            case TokenKind.Name when _lexer.Text.SequenceEqual("null"u8):
                _lexer.MoveNext();
                return new NullValueNode(SpanFrom(start));
            case TokenKind.Name:
                return new EnumValueNode(ConsumeText(), SpanFrom(start));
            case TokenKind.Dollar when isConstant:
                throw UnexpectedVariable();
            case TokenKind.Dollar:
                return ParseVariable();
            default:
                throw Unexpected();
        }
    }

    private GraphQLSyntaxException UnexpectedVariable()
    {
        var unexpected = Unexpected();
        var start = _lexer.Start;
        _lexer.MoveNext();
        return _lexer.Kind == TokenKind.Name && _lexer.Text.Length <= _options.MaxNameLength
            ? _lexer.Error($"Unexpected variable \"${ConsumeText()}\" in constant value.", start)
            : unexpected;
    }

    private StringValueNode ParseString()
    {
        var value = new StringValueNode(_lexer.StringValue(), _lexer.Kind == TokenKind.BlockString, new SourceSpan(_lexer.Start, _lexer.End));
        _lexer.MoveNext();
        return value;
    }

    private ListValueNode ParseList(bool isConstant)
    {
        var start = _lexer.Start;
        _lexer.MoveNext();
        Enter();
        var items = ImmutableArray.CreateBuilder<ValueNode>();
        while (!TrySkip(TokenKind.RightBracket))
            items.Add(ParseValue(isConstant));
        _depth--;
        return new ListValueNode(items.DrainToImmutable(), SpanFrom(start));
    }

    private ObjectValueNode ParseObject(bool isConstant)
    {
        var start = _lexer.Start;
        _lexer.MoveNext();
        Enter();
        var fields = ImmutableArray.CreateBuilder<ObjectFieldNode>();
        while (!TrySkip(TokenKind.RightBrace))
        {
            var fieldStart = _lexer.Start;
            var name = ParseName();
            Expect(TokenKind.Colon);
            fields.Add(new ObjectFieldNode(name, ParseValue(isConstant), SpanFrom(fieldStart)));
        }

        _depth--;
        return new ObjectValueNode(fields.DrainToImmutable(), SpanFrom(start));
    }

    private string ConsumeText()
    {
        var text = Encoding.UTF8.GetString(_lexer.Text);
        _lexer.MoveNext();
        return text;
    }
}
