namespace Engagement.Web.Staff.History;

internal static class HistoryLinks
{
    public static string Of(string id, string? after = null) => Links.With($"{Links.Staff}/history/{Uri.EscapeDataString(id)}", ("after", after));
}
