namespace Engagement.Web.Staff.Themes;

/// <summary>The addresses of themes.</summary>
internal static class ThemeLinks
{
    public const string Themes = $"{Links.Staff}/themes";

    public static string Theme(string id) => $"{Themes}/{Uri.EscapeDataString(id)}";

    /// <summary>Those of one consultation.</summary>
    public static string Of(string consultationId) => Links.With(Themes, ("consultation", consultationId));

    public static string Describe(string id) => $"{Theme(id)}/describe";

    public static string Merge(string id) => $"{Theme(id)}/merge";

    public static string Unmerge(string id) => $"{Theme(id)}/unmerge";

    public static string Split(string id) => $"{Theme(id)}/split";

    public static string Link(string id) => $"{Theme(id)}/link";

    public static string Dispose(string id) => $"{Theme(id)}/dispose";

    public static string LocalOffer(string id) => $"{Theme(id)}/local-offer";

    public static string ShareBack(string id) => $"{Theme(id)}/share-back";
}
