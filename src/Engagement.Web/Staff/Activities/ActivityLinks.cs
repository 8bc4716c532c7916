namespace Engagement.Web.Staff.Activities;

/// <summary>The addresses of the pages for engagement activities.</summary>
internal static class ActivityLinks
{
    public const string List = $"{Links.Staff}/activities";
    public const string New = $"{List}/new";

    public static string Of(string id) => $"{List}/{Uri.EscapeDataString(id)}";

    public static string Plan(string id) => $"{Of(id)}/plan";

    public static string Step(string id, string step) => $"{Of(id)}/{step}";

    public static string Coming(string id, int from = 0) => $"{Of(id)}/coming{(from == 0 ? "" : $"?from={from}")}";
}
