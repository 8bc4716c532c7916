using System.Text;

namespace GraphQL.Language;

/// <summary>The value of a block string, and its way back to text.</summary>
internal static class BlockString
{
    /// <summary>Removes the common indentation and the blank lines at both ends, as the specification's BlockStringValue does.</summary>
    public static string Dedent(ReadOnlySpan<byte> raw)
    {
        var text = Encoding.UTF8.GetString(raw).Replace("\\\"\"\"", "\"\"\"", StringComparison.Ordinal);
        var lines = text.ReplaceLineEndings("\n", '\n');
        var commonIndent = int.MaxValue;
        var first = -1;
        var last = -1;
        for (var i = 0; i < lines.Length; i++)
        {
            var indent = LeadingWhiteSpace(lines[i]);
            if (indent == lines[i].Length)
                continue;
            first = first < 0 ? i : first;
            last = i;
            if (i > 0)
                commonIndent = Math.Min(commonIndent, indent);
        }

        if (first < 0)
            return "";
        var value = new StringBuilder(text.Length);
        for (var i = first; i <= last; i++)
        {
            if (i > first)
                value.Append('\n');
            value.Append(i == 0 ? lines[i] : lines[i].AsSpan(Math.Min(commonIndent, lines[i].Length)));
        }

        return value.ToString();
    }

    /// <summary>Whether a text comes back unchanged when written between three quotation marks.</summary>
    public static bool CanPrint(string value)
    {
        if (value.Length == 0)
            return true;
        foreach (var character in value)
        {
            // Control characters read badly, and a carriage return would come back as a line feed.
            if (character is (< ' ' and not ('\n' or '\t')) or '\u007F')
                return false;
        }

        return Dedent(Encoding.UTF8.GetBytes(value.Replace("\"\"\"", "\\\"\"\"", StringComparison.Ordinal))) == value
            || IsIndentedOnlyOnFirstLine(value);
    }

    /// <summary>A text as a block string. Each further line begins with the indentation given.</summary>
    public static string Print(string value, string indentation)
    {
        var escaped = value.Replace("\"\"\"", "\\\"\"\"", StringComparison.Ordinal);
        var lines = escaped.Split('\n');
        var isSingleLine = lines.Length == 1;
        var needsFinalLine = value.EndsWith('"') && !escaped.EndsWith("\\\"\"\"", StringComparison.Ordinal) || value.EndsWith('\\');
        var forceLeadingLine = lines.Length > 1 && lines.Skip(1).All(line => line.Length == 0 || line[0] is ' ' or '\t');
        var asSeveralLines = !isSingleLine || value.Length > 70 || needsFinalLine || forceLeadingLine;
        var startsIndented = value.Length > 0 && value[0] is ' ' or '\t';
        var result = new StringBuilder("\"\"\"");
        var leadingLine = (asSeveralLines && !(isSingleLine && startsIndented)) || forceLeadingLine;
        if (leadingLine)
            result.Append('\n').Append(indentation);
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
                result.Append('\n').Append(lines[i].Length == 0 ? "" : indentation);
            result.Append(lines[i]);
        }

        if (asSeveralLines || needsFinalLine)
            result.Append('\n').Append(indentation);
        return result.Append("\"\"\"").ToString();
    }

    /// <summary>A text as the shortest block string.</summary>
    public static string PrintShort(string value)
    {
        var escaped = value.Replace("\"\"\"", "\\\"\"\"", StringComparison.Ordinal);
        var lines = escaped.Split('\n');
        var forceLeadingLine = lines.Length > 1 && lines.Skip(1).All(line => line.Length == 0 || line[0] is ' ' or '\t');
        var needsFinalLine = (value.EndsWith('"') && !escaped.EndsWith("\\\"\"\"", StringComparison.Ordinal)) || value.EndsWith('\\');
        return $"\"\"\"{(forceLeadingLine ? "\n" : "")}{escaped}{(needsFinalLine ? "\n" : "")}\"\"\"";
    }

    private static bool IsIndentedOnlyOnFirstLine(string value) => value[0] is ' ' or '\t' && !value.Contains('\n', StringComparison.Ordinal) && value.AsSpan().Trim(" \t").Length > 0;

    private static int LeadingWhiteSpace(string line)
    {
        var count = 0;
        while (count < line.Length && line[count] is ' ' or '\t')
            count++;
        return count;
    }

    private static string[] ReplaceLineEndings(this string text, string replacement, char separator) =>
        text.Replace("\r\n", replacement, StringComparison.Ordinal).Replace("\r", replacement, StringComparison.Ordinal).Split(separator);
}
