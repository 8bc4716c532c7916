namespace Engagement.Web.Staff.Groups;

/// <summary>The addresses of the pages for the groups that decide.</summary>
internal static class GroupLinks
{
    public const string List = $"{Links.Staff}/groups";
    public const string New = $"{List}/new";

    public static string Of(string id) => $"{List}/{Uri.EscapeDataString(id)}";

    public static string Terms(string id) => $"{Of(id)}/terms";

    public static string Frequency(string id) => $"{Of(id)}/frequency";

    public static string Seat(string group, string seat) => $"{Of(group)}/{Uri.EscapeDataString(seat)}";
}
