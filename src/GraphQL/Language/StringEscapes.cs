using System.Globalization;
using System.Text;

namespace GraphQL.Language;

/// <summary>The escapes of a quoted string: <c>\n</c> and its like, <c>\u0041</c>, surrogate pairs and <c>\u{1F600}</c>.</summary>
internal static class StringEscapes
{
    /// <summary>Measures the escape at the start of the text; false, with the length of the faulty part, when it is no escape.</summary>
    public static bool TryMeasure(ReadOnlySpan<byte> text, out int length) => TryRead(text, out length, out _);

    /// <summary>The value of a quoted string the lexer has accepted.</summary>
    public static string Decode(ReadOnlySpan<byte> content)
    {
        var escape = content.IndexOf((byte)'\\');
        if (escape < 0)
            return Encoding.UTF8.GetString(content);
        var value = new StringBuilder(content.Length);
        while (escape >= 0)
        {
            value.Append(Encoding.UTF8.GetString(content[..escape]));
            TryRead(content[escape..], out var length, out var rune);
            value.Append(rune.ToString());
            content = content[(escape + length)..];
            escape = content.IndexOf((byte)'\\');
        }

        return value.Append(Encoding.UTF8.GetString(content)).ToString();
    }

    private static bool TryRead(ReadOnlySpan<byte> text, out int length, out Rune rune)
    {
        length = 2;
        rune = default;
        if (text.Length < 2)
            return false;
        if (text[1] == 'u')
            return text.Length > 2 && text[2] == '{' ? TryReadBraced(text, out length, out rune) : TryReadFixed(text, out length, out rune);
        var character = text[1] switch
        {
            (byte)'"' => '"',
            (byte)'\\' => '\\',
            (byte)'/' => '/',
            (byte)'b' => '\b',
            (byte)'f' => '\f',
            (byte)'n' => '\n',
            (byte)'r' => '\r',
            (byte)'t' => '\t',
            _ => '\0',
        };
        rune = new Rune(character);
        return character != '\0';
    }

    private static bool TryReadBraced(ReadOnlySpan<byte> text, out int length, out Rune rune)
    {
        rune = default;
        var value = 0;
        for (length = 3; length < text.Length; length++)
        {
            var character = text[length];
            if (character == '}')
            {
                var digits = length - 3;
                length++;
                return digits > 0 && Rune.TryCreate(value, out rune);
            }

            // Any number of leading zeros is allowed, so the value and not the digits are limited.
            if (!char.IsAsciiHexDigit((char)character) || value > 0x10FFFF)
                break;
            value = (value << 4) + HexValue(character);
        }

        length = Math.Min(length + 1, text.Length);
        return false;
    }

    private static bool TryReadFixed(ReadOnlySpan<byte> text, out int length, out Rune rune)
    {
        rune = default;
        length = Math.Min(6, text.Length);
        if (!TryReadUnit(text, out var first))
            return false;
        if (Rune.TryCreate(first, out rune))
            return true;
        if (!TryReadUnit(text[6..], out var second) || !Rune.TryCreate(first, second, out rune))
            return false;
        length = 12;
        return true;
    }

    private static bool TryReadUnit(ReadOnlySpan<byte> text, out char unit)
    {
        unit = default;
        if (text.Length < 6 || text[0] != '\\' || text[1] != 'u')
            return false;
        if (!ushort.TryParse(text.Slice(2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            return false;
        unit = (char)value;
        return true;
    }

    private static int HexValue(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
