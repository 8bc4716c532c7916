namespace Engagement.Web.Staff.Groups;

/// <summary>The addresses of the pages for the meetings of a group, and for what stands in the way.</summary>
internal static class MeetingLinks
{
    public static string List(string group) => $"{GroupLinks.Of(group)}/meetings";

    public static string Of(string group, string meeting) => $"{List(group)}/{Uri.EscapeDataString(meeting)}";

    public static string Step(string group, string meeting, string step) => $"{Of(group, meeting)}/{step}";

    public static string Raise(string group) => $"{GroupLinks.Of(group)}/barriers";

    public static string Barrier(string group, string barrier) => $"{Raise(group)}/{Uri.EscapeDataString(barrier)}";

    public static string BarrierStep(string group, string barrier, string step) => $"{Barrier(group, barrier)}/{step}";
}
