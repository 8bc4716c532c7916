using System.Text;

namespace EventStore;

/// <summary>The names that types go by in the database, by the same rules as Marten's.</summary>
internal static class NameAlias
{
    public static string ForEvent(Type type) => type.IsGenericType ? ShortName(type) : SnakeCase(type.Name);

    public static string ForStream(Type aggregate) => SnakeCase(aggregate.Name);

    public static string ForDocument(Type document)
    {
        var name = document.IsGenericType
            ? new string([.. ShortName(document).Where(c => char.IsAsciiLetterOrDigit(c) || c == '_')])
            : document.Name;
        var full = document is { IsNested: true, DeclaringType: { } outer } ? $"{outer.Name}_{name}" : name;
        return full.ToLowerInvariant();
    }

    public static string DotNetName(Type type) => $"{type.FullName}, {type.Assembly.GetName().Name}";

    public static string SnakeCase(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && StartsWord(name, i)) text.Append('_');
            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }

    // A capital starts a word, but a run of capitals is one word up to the last that begins the next ("HTTPCall");
    // a number starts a word after a small letter ("Consultation2nd") and belongs to a capital before it ("V2").
    private static bool StartsWord(string name, int i)
    {
        var previous = name[i - 1];
        var current = name[i];
        if (previous == '_' || current == '_') return false;
        if (char.IsDigit(current)) return char.IsLower(previous);
        if (!char.IsUpper(current)) return false;
        return !char.IsUpper(previous) || (i + 1 < name.Length && char.IsLower(name[i + 1]));
    }

    private static string ShortName(Type type)
    {
        if (!type.IsGenericType) return type.Name;
        var name = type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)];
        return $"{name}<{string.Join(",", type.GetGenericArguments().Select(ShortName))}>";
    }
}
