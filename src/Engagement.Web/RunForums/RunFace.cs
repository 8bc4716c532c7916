using Engagement.Web.Forums;
using Engagement.Web.Staff;

namespace Engagement.Web.RunForums;

/// <summary>On whose pages a forum is run: Kent PACT's coordinator runs PACT's on PACT's, and officers the council's on those for staff.</summary>
/// <param name="List">The address of the list, which all others begin with.</param>
/// <param name="Owner">Whose forums are opened there.</param>
public sealed record RunFace(string List, ForumOwner Owner)
{
    public static RunFace Pact { get; } = new(Links.RunForums, ForumOwner.KentPact);

    public static RunFace Staff { get; } = new(Links.StaffForums, ForumOwner.Council);

    /// <summary>Who is at work, on the pages for staff.</summary>
    public Viewer? Viewer { get; init; }

    public bool IsPact => Owner is ForumOwner.KentPact;

    public string New => $"{List}/new";

    public static RunFace Of(ForumOwner owner) => owner is ForumOwner.Council ? Staff : Pact;

    public string Forum(string slug, string? after = null) => Links.With($"{List}/{Part(slug)}", ("after", after));

    public string Words(string slug) => $"{Forum(slug)}/words";

    public string NewTopic(string slug) => $"{Forum(slug)}/topic";

    public string CloseTopic(string slug, string topic) => $"{Forum(slug)}/close/{Part(topic)}";

    public string TopicSummary(string slug, string topic) => $"{Forum(slug)}/summary/{Part(topic)}";

    public string PinTopic(string slug, string topic) => $"{Forum(slug)}/pin/{Part(topic)}";

    public string Facilitators(string slug) => $"{Forum(slug)}/people";

    public string RemoveFacilitator(string slug) => $"{Facilitators(slug)}/remove";

    private static string Part(string text) => Uri.EscapeDataString(text);
}
