namespace Engagement.Web.Staff.EvidencePacks;

/// <summary>The addresses of the pages for evidence packs.</summary>
internal static class EvidenceLinks
{
    public const string List = $"{Links.Staff}/evidence";

    public static string Of(string id) => $"{List}/{Uri.EscapeDataString(id)}";

    /// <summary>A file of a pack.</summary>
    public static string File(string id, string file) => $"{Of(id)}/files/{file}";
}
