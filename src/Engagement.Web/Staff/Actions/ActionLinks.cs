namespace Engagement.Web.Staff.Actions;

/// <summary>The addresses of the pages for key actions.</summary>
internal static class ActionLinks
{
    public const string List = $"{Links.Staff}/actions";
    public const string New = $"{List}/new";

    public static string Of(string id) => $"{List}/{Uri.EscapeDataString(id)}";

    public static string Step(string id, string step) => $"{Of(id)}/{step}";

    public static string Coproduction(string id) => Step(id, "coproduction");

    public static string Milestone(string id, string milestone) => $"{Of(id)}/milestones/{Uri.EscapeDataString(milestone)}";

    public static string MilestoneStep(string id, string milestone, string step) => $"{Milestone(id, milestone)}/{step}";
}
