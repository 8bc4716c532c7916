namespace Engagement.Web.Staff.Feedback;

/// <summary>The addresses of the pages for complaints, compliments and comments.</summary>
internal static class FeedbackLinks
{
    public const string List = $"{Links.Staff}/feedback";
    public const string New = $"{List}/new";

    public static string Of(string id) => $"{List}/{Uri.EscapeDataString(id)}";

    public static string Step(string id, string step) => $"{Of(id)}/{step}";
}
