namespace Engagement.Web;

public static class Shorten
{
    /// <summary>The first whole sentences that fit, or the first words and an ellipsis when not even one does.</summary>
    public static string ToSentences(string text, int longest)
    {
        ArgumentNullException.ThrowIfNull(text);
        var line = text.ReplaceLineEndings(" ").Trim();
        if (line.Length <= longest)
            return line;
        var sentence = line.LastIndexOf(". ", longest, StringComparison.Ordinal);
        if (sentence > 0)
            return line[..(sentence + 1)];
        var word = line.LastIndexOf(' ', longest);
        return line[..(word > 0 ? word : longest)].TrimEnd(',', ';', ':', ' ') + "…";
    }
}
