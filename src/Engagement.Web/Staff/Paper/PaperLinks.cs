namespace Engagement.Web.Staff.Paper;

/// <summary>The addresses of forms on paper.</summary>
internal static class PaperLinks
{
    public const string All = $"{Links.Staff}/paper";

    public static string Survey(string wave) => $"{All}/{Uri.EscapeDataString(wave)}";

    /// <summary>Typing in a form; one that was typed in before, by its number.</summary>
    public static string Form(string wave, string? number = null, string? version = null) => Links.With($"{Survey(wave)}/form", ("number", number), ("version", version));

    public static string Import(string wave) => $"{Survey(wave)}/import";

    public static string Template(string wave) => $"{Survey(wave)}/template.csv";
}
