using System.Globalization;
using System.Text;

namespace GraphQL.Language;

/// <summary>Cuts UTF-8 text into tokens, one at a time and without allocating. The token last read is in Kind, Start and End.</summary>
internal ref struct Utf8Lexer
{
    private readonly ReadOnlySpan<byte> _source;
    private readonly int _maxTokens;
    private int _tokens;

    public Utf8Lexer(ReadOnlySpan<byte> source, int maxTokens = int.MaxValue)
    {
        _source = source;
        _maxTokens = maxTokens;
    }

    public TokenKind Kind { get; private set; }

    public int Start { get; private set; }

    public int End { get; private set; }

    /// <summary>Where the token before this one ended.</summary>
    public int PreviousEnd { get; private set; }

    public readonly ReadOnlySpan<byte> Source => _source;

    /// <summary>The bytes of the token as written.</summary>
    public readonly ReadOnlySpan<byte> Text => _source[Start..End];

    public void MoveNext()
    {
        PreviousEnd = End;
        Start = SkipIgnored(End);
        if (Start >= _source.Length)
        {
            Kind = TokenKind.EndOfFile;
            End = Start;
            return;
        }

        ReadToken();
        if (++_tokens > _maxTokens)
        {
            throw Error($"The document has more than {_maxTokens} tokens. Send a smaller document.", Start, LanguageErrorCodes.TokenLimit);
        }
    }

    public readonly string StringValue() => Kind == TokenKind.BlockString
        ? BlockString.Dedent(_source[(Start + 3)..(End - 3)])
        : StringEscapes.Decode(_source[(Start + 1)..(End - 1)]);

    public readonly GraphQLSyntaxException Error(string message, int offset, string code = LanguageErrorCodes.Syntax) =>
        new(GraphQLError.WithCode(message, code, SourceText.GetLocation(_source, offset)));

    private readonly int SkipIgnored(int position)
    {
        while (position < _source.Length)
        {
            switch (_source[position])
            {
                case (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)',':
                    position++;
                    break;
                case (byte)'#':
                    var end = _source[position..].IndexOfAny((byte)'\n', (byte)'\r');
                    position = end < 0 ? _source.Length : position + end;
                    break;
                case 0xEF when _source[position..].StartsWith("\uFEFF"u8):
                    position += 3;
                    break;
                default:
                    return position;
            }
        }

        return position;
    }

    private void ReadToken()
    {
        var first = _source[Start];
        switch (first)
        {
            case (byte)'!': Punctuator(TokenKind.Bang); break;
            case (byte)'$': Punctuator(TokenKind.Dollar); break;
            case (byte)'&': Punctuator(TokenKind.Ampersand); break;
            case (byte)'(': Punctuator(TokenKind.LeftParenthesis); break;
            case (byte)')': Punctuator(TokenKind.RightParenthesis); break;
            case (byte)':': Punctuator(TokenKind.Colon); break;
            case (byte)'=': Punctuator(TokenKind.Equals); break;
            case (byte)'@': Punctuator(TokenKind.At); break;
            case (byte)'[': Punctuator(TokenKind.LeftBracket); break;
            case (byte)']': Punctuator(TokenKind.RightBracket); break;
            case (byte)'{': Punctuator(TokenKind.LeftBrace); break;
            case (byte)'|': Punctuator(TokenKind.Pipe); break;
            case (byte)'}': Punctuator(TokenKind.RightBrace); break;
            case (byte)'.' when _source[Start..].StartsWith("..."u8):
                Kind = TokenKind.Spread;
                End = Start + 3;
                break;
            case (byte)'"' when _source[Start..].StartsWith("\"\"\""u8):
                ReadBlockString();
                break;
            case (byte)'"':
                ReadString();
                break;
            case (byte)'-':
            case >= (byte)'0' and <= (byte)'9':
                ReadNumber();
                break;
            default:
                if (!IsNameStart(first))
                    throw Error($"Unexpected character: {DescribeCharacter(Start)}.", Start);
                ReadName();
                break;
        }
    }

    private void Punctuator(TokenKind kind)
    {
        Kind = kind;
        End = Start + 1;
    }

    private void ReadName()
    {
        var end = Start + 1;
        while (end < _source.Length && IsNameContinue(_source[end]))
            end++;
        Kind = TokenKind.Name;
        End = end;
    }

    private void ReadNumber()
    {
        var position = Start;
        Kind = TokenKind.Int;
        if (At(position) == '-')
            position++;
        if (At(position) == '0')
        {
            position++;
            if (IsDigit(At(position)))
                throw Error($"Invalid number, unexpected digit after 0: {DescribeCharacter(position)}.", position);
        }
        else
        {
            position = ReadDigits(position);
        }

        if (At(position) == '.')
        {
            Kind = TokenKind.Float;
            position = ReadDigits(position + 1);
        }

        if (At(position) is 'e' or 'E')
        {
            Kind = TokenKind.Float;
            position++;
            if (At(position) is '+' or '-')
                position++;
            position = ReadDigits(position);
        }

        // A number must not run into a name or another number: 1a and 1.2.3 are mistakes, not two tokens.
        if (At(position) == '.' || (position < _source.Length && IsNameStart(_source[position])))
            throw Error($"Invalid number, expected digit but got: {DescribeCharacter(position)}.", position);
        End = position;
    }

    private readonly int ReadDigits(int position)
    {
        if (!IsDigit(At(position)))
            throw Error($"Invalid number, expected digit but got: {DescribeCharacter(position)}.", position);
        do
            position++;
        while (IsDigit(At(position)));
        return position;
    }

    private void ReadString()
    {
        var position = Start + 1;
        while (true)
        {
            var next = _source[position..].IndexOfAny("\"\\\n\r"u8);
            if (next < 0)
                throw Error("Unterminated string.", _source.Length);
            position += next;
            switch (_source[position])
            {
                case (byte)'"':
                    Kind = TokenKind.String;
                    End = position + 1;
                    return;
                case (byte)'\\':
                    if (!StringEscapes.TryMeasure(_source[position..], out var length))
                        throw Error($"Invalid escape sequence: \"{Snippet(position, length)}\".", position);
                    position += length;
                    break;
                default:
                    throw Error("Unterminated string.", position);
            }
        }
    }

    private void ReadBlockString()
    {
        var position = Start + 3;
        while (true)
        {
            var next = _source[position..].IndexOf("\"\"\""u8);
            if (next < 0)
                throw Error("Unterminated string.", _source.Length);
            position += next;
            if (_source[position - 1] == '\\')
            {
                position += 3;
                continue;
            }

            Kind = TokenKind.BlockString;
            End = position + 3;
            return;
        }
    }

    private readonly int At(int position) => position < _source.Length ? _source[position] : -1;

    private readonly string Snippet(int position, int length) =>
        Encoding.UTF8.GetString(_source.Slice(position, Math.Min(length, _source.Length - position)));

    private readonly string DescribeCharacter(int position)
    {
        if (position >= _source.Length)
            return "<EOF>";
        if (Rune.DecodeFromUtf8(_source[position..], out var rune, out _) != System.Buffers.OperationStatus.Done)
            return "invalid UTF-8";
        return rune.Value is >= 0x20 and <= 0x7E
            ? rune.Value == '"' ? "'\"'" : $"\"{rune}\""
            : string.Create(CultureInfo.InvariantCulture, $"U+{rune.Value:X4}");
    }

    private static bool IsDigit(int character) => character is >= '0' and <= '9';

    private static bool IsNameStart(byte character) => character is (byte)'_' or (>= (byte)'A' and <= (byte)'Z') or (>= (byte)'a' and <= (byte)'z');

    private static bool IsNameContinue(byte character) => IsNameStart(character) || IsDigit(character);
}
