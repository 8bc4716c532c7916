namespace Engagement.Web.Staff.Loops;

/// <summary>The addresses of loops and of the words that families read before they are published. Of one loop: <see cref="Links.Loop"/>.</summary>
internal static class LoopsLinks
{
    public const string Board = $"{Links.Staff}/loops";
    public const string Promises = $"{Board}/promises";
    public const string Reading = $"{Links.Staff}/reading";

    public static string Step(string id, string step) => $"{Links.Loop(id)}/{step}";

    /// <summary>The loop with what people wrote, which is asked for apart because each reading is put on record.</summary>
    public static string Comments(string id, string? after = null) => $"{Links.With(Links.Loop(id), ("comments", "shown"), ("after", after))}#answered";

    public static string Words(string loopId) => $"{Reading}/words/{Uri.EscapeDataString(loopId)}";

    public static string Answer(string slug) => $"{Reading}/answers/{Uri.EscapeDataString(slug)}";

    public static string Theme(string id) => $"{Links.Staff}/themes/{Uri.EscapeDataString(id)}";
}
