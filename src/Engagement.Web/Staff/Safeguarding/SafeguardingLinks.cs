namespace Engagement.Web.Staff.Safeguarding;

/// <summary>The addresses of the safeguarding lead.</summary>
internal static class SafeguardingLinks
{
    public const string Items = $"{Links.Staff}/safeguarding";
    public const string Holds = $"{Items}/holds";
    public const string LiftHold = $"{Holds}/lift";

    public static string Item(string id, string? done = null) => Links.With($"{Items}/{Uri.EscapeDataString(id)}", ("done", done));

    /// <summary>Where something is done with an item.</summary>
    public static string Act(string id, string act) => $"{Item(id)}/{act}";
}
