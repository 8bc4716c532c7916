namespace Engagement.Web.Staff.Measures;

/// <summary>The addresses of the pages for measures.</summary>
internal static class MeasureLinks
{
    public const string List = $"{Links.Staff}/measures";
    public const string Import = $"{List}/import";

    public static string Of(string id) => $"{List}/{Uri.EscapeDataString(id)}";

    public static string Step(string id, string step, string? period = null) => Links.With($"{Of(id)}/{step}", ("period", period));
}
