namespace Engagement.Web.Staff.Coding;

/// <summary>The addresses of the coding of a consultation's views.</summary>
internal static class CodingLinks
{
    /// <summary>The board of what was said outside any consultation.</summary>
    public static string Outside => Board(StaffConsultation.Outside.Slug);

    public static string Board(string slug) => $"{Links.StaffConsultation(slug)}/coding";

    /// <summary>Where somebody says that they are still at the board.</summary>
    public static string Here(string slug) => $"{Board(slug)}/here";

    /// <summary>Where what was decided on a view is sent.</summary>
    public static string Decide(string slug, string viewId) => $"{Board(slug)}/views/{Uri.EscapeDataString(viewId)}";

    public static string Several(string slug) => $"{Board(slug)}/several";

    public static string Preview(string slug) => $"{Several(slug)}/preview";

    public static string Progress(string slug) => $"{Board(slug)}/progress";

    public static string Samples(string slug) => $"{Board(slug)}/samples";

    public static string CodeAgain(string slug, string sampleId) => $"{Samples(slug)}/{Uri.EscapeDataString(sampleId)}";
}
