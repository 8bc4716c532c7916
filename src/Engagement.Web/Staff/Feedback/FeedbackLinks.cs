namespace Engagement.Web.Staff.Feedback;

/// <summary>The addresses of the pages for complaints, compliments and comments.</summary>
internal static class FeedbackLinks
{
    public const string List = $"{Links.Staff}/feedback";
    public const string New = $"{List}/new";

    /// <summary>The log as a whole, beside who took part.</summary>
    public const string Volumes = $"{List}/volumes";

    public static string Of(string id) => $"{List}/{Uri.EscapeDataString(id)}";

    public static string Step(string id, string step) => $"{Of(id)}/{step}";
}
