using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;

namespace GraphQL.Language;

/// <summary>
/// A recursive-descent parser. Recursion is bounded twice: by the depth limit, and by asking the runtime for stack before each level,
/// so that not even a generous limit lets a hostile text end the process.
/// </summary>
internal ref partial struct Utf8Parser
{
    private readonly ParserOptions _options;
    private Utf8Lexer _lexer;
    private int _depth;
    private int _fields;

    public Utf8Parser(ReadOnlySpan<byte> source, ParserOptions options)
    {
        _options = options;
        _lexer = new Utf8Lexer(source, options.MaxTokens);
        if (!Utf8.IsValid(source))
            throw _lexer.Error("The document is not valid UTF-8.", InvalidOffset(source));
    }

    public DocumentNode ParseDocument()
    {
        _lexer.MoveNext();
        var definitions = ImmutableArray.CreateBuilder<DefinitionNode>();
        do
            definitions.Add(ParseDefinition());
        while (_lexer.Kind != TokenKind.EndOfFile);
        return new DocumentNode(definitions.DrainToImmutable(), new SourceText(_lexer.Source));
    }

    public ValueNode ParseSingleValue(bool isConstant)
    {
        _lexer.MoveNext();
        var value = ParseValue(isConstant);
        Expect(TokenKind.EndOfFile);
        return value;
    }

    public TypeNode ParseSingleType()
    {
        _lexer.MoveNext();
        var type = ParseTypeReference();
        Expect(TokenKind.EndOfFile);
        return type;
    }

    private DefinitionNode ParseDefinition()
    {
        var start = _lexer.Start;
        if (_lexer.Kind == TokenKind.LeftBrace)
            return new OperationDefinitionNode(OperationType.Query, null, [], [], ParseSelectionSet(), null, SpanFrom(start));

        var description = ParseDescription();
        if (_lexer.Kind != TokenKind.Name)
        {
            throw description is not null && _lexer.Kind == TokenKind.LeftBrace
                ? _lexer.Error("Unexpected description: a query in short form cannot have one. Write 'query' before the brace.", start)
                : Unexpected();
        }

        var keyword = _lexer.Text;
        if (keyword.SequenceEqual("query"u8) || keyword.SequenceEqual("mutation"u8) || keyword.SequenceEqual("subscription"u8))
            return ParseOperation(description, start);
        if (keyword.SequenceEqual("fragment"u8))
            return ParseFragmentDefinition(description, start);
        if (TryParseTypeSystemDefinition(description, isExtension: false, start) is { } definition)
            return definition;
        if (description is not null)
            throw _lexer.Error("Unexpected description: only definitions can have one.", start);
        if (!keyword.SequenceEqual("extend"u8))
            throw Unexpected();
        _lexer.MoveNext();
        return TryParseTypeSystemDefinition(null, isExtension: true, start) ?? throw Unexpected();
    }

    private OperationType ParseOperationType()
    {
        RequireKind(TokenKind.Name);
        var text = _lexer.Text;
        var operation = text.SequenceEqual("query"u8) ? OperationType.Query
            : text.SequenceEqual("mutation"u8) ? OperationType.Mutation
            : text.SequenceEqual("subscription"u8) ? OperationType.Subscription
            : throw Unexpected();
        _lexer.MoveNext();
        return operation;
    }

    private StringValueNode? ParseDescription() => _lexer.Kind is TokenKind.String or TokenKind.BlockString ? ParseString() : null;

    private NameNode ParseName()
    {
        RequireKind(TokenKind.Name);
        if (_lexer.Text.Length > _options.MaxNameLength)
        {
            throw _lexer.Error(
                $"A name is longer than {_options.MaxNameLength} letters. Use shorter names.", _lexer.Start, LanguageErrorCodes.NameLimit);
        }

        var name = new NameNode(Encoding.UTF8.GetString(_lexer.Text), new SourceSpan(_lexer.Start, _lexer.End));
        _lexer.MoveNext();
        return name;
    }

    private NamedTypeNode ParseNamedType()
    {
        var start = _lexer.Start;
        return new NamedTypeNode(ParseName(), SpanFrom(start));
    }

    private TypeNode ParseTypeReference()
    {
        var start = _lexer.Start;
        TypeNode type;
        if (TrySkip(TokenKind.LeftBracket))
        {
            Enter();
            var ofType = ParseTypeReference();
            Expect(TokenKind.RightBracket);
            _depth--;
            type = new ListTypeNode(ofType, SpanFrom(start));
        }
        else
        {
            type = ParseNamedType();
        }

        return TrySkip(TokenKind.Bang) ? new NonNullTypeNode(type, SpanFrom(start)) : type;
    }

    private ImmutableArray<DirectiveNode> ParseDirectives(bool isConstant)
    {
        if (_lexer.Kind != TokenKind.At)
            return [];
        var directives = ImmutableArray.CreateBuilder<DirectiveNode>();
        while (_lexer.Kind == TokenKind.At)
        {
            var start = _lexer.Start;
            if (directives.Count == _options.MaxDirectivesPerLocation)
            {
                throw _lexer.Error(
                    $"More than {_options.MaxDirectivesPerLocation} directives stand in one place. Use fewer.", start, LanguageErrorCodes.DirectiveLimit);
            }

            _lexer.MoveNext();
            directives.Add(new DirectiveNode(ParseName(), ParseArguments(isConstant), SpanFrom(start)));
        }

        return directives.DrainToImmutable();
    }

    private ImmutableArray<ArgumentNode> ParseArguments(bool isConstant)
    {
        if (!TrySkip(TokenKind.LeftParenthesis))
            return [];
        var arguments = ImmutableArray.CreateBuilder<ArgumentNode>();
        do
        {
            var start = _lexer.Start;
            var name = ParseName();
            Expect(TokenKind.Colon);
            arguments.Add(new ArgumentNode(name, ParseValue(isConstant), SpanFrom(start)));
        }
        while (!TrySkip(TokenKind.RightParenthesis));
        return arguments.DrainToImmutable();
    }

    private void Enter()
    {
        if (++_depth > _options.MaxDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw _lexer.Error(
                $"The document nests deeper than {_options.MaxDepth} levels. Send a flatter document.", _lexer.Start, LanguageErrorCodes.DepthLimit);
        }
    }

    private bool TrySkip(TokenKind kind)
    {
        if (_lexer.Kind != kind)
            return false;
        _lexer.MoveNext();
        return true;
    }

    private bool TrySkipKeyword(ReadOnlySpan<byte> keyword)
    {
        if (!AtKeyword(keyword))
            return false;
        _lexer.MoveNext();
        return true;
    }

    private readonly bool AtKeyword(ReadOnlySpan<byte> keyword) => _lexer.Kind == TokenKind.Name && _lexer.Text.SequenceEqual(keyword);

    private readonly void RequireKind(TokenKind kind)
    {
        if (_lexer.Kind != kind)
            throw _lexer.Error($"Expected {kind.Describe()}, found {DescribeToken()}.", _lexer.Start);
    }

    private void Expect(TokenKind kind)
    {
        RequireKind(kind);
        if (kind != TokenKind.EndOfFile)
            _lexer.MoveNext();
    }

    private readonly SourceSpan SpanFrom(int start) => new(start, _lexer.PreviousEnd);

    private readonly GraphQLSyntaxException Unexpected() => _lexer.Error($"Unexpected {DescribeToken()}.", _lexer.Start);

    private readonly string DescribeToken()
    {
        // A hostile token may be megabytes long; the message shows its beginning only.
        const int shown = 60;
        return _lexer.Kind switch
        {
            TokenKind.Name or TokenKind.Int or TokenKind.Float => $"{_lexer.Kind} \"{Shorten(Encoding.UTF8.GetString(_lexer.Text[..Math.Min(_lexer.Text.Length, shown + 1)]))}\"",
            TokenKind.String or TokenKind.BlockString => $"{_lexer.Kind} \"{Shorten(_lexer.StringValue())}\"",
            var kind => kind.Describe(),
        };

        static string Shorten(string text) => text.Length <= shown ? text : text[..shown] + "…";
    }

    private static int InvalidOffset(ReadOnlySpan<byte> source)
    {
        var offset = 0;
        while (Rune.DecodeFromUtf8(source[offset..], out _, out var consumed) == System.Buffers.OperationStatus.Done)
            offset += consumed;
        return offset;
    }
}
