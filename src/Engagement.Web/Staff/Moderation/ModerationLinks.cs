namespace Engagement.Web.Staff.Moderation;

/// <summary>The addresses of moderation.</summary>
internal static class ModerationLinks
{
    public const string Queue = $"{Links.Staff}/moderation";
    public const string Appeals = $"{Queue}/appeals";
    public const string Ledger = $"{Queue}/ledger";

    /// <summary>The list that somebody works on, at one contribution of it.</summary>
    public static string At(QueueAsked asked, string? item, string? done = null, string? of = null) => Links.With(
        asked.IsAppeals ? Appeals : Queue, ("forum", asked.Forum), ("kind", asked.Kind), ("after", asked.After), ("item", item), ("done", done), ("of", of));

    /// <summary>Where something is done with a contribution. The address says where to go on.</summary>
    public static string Act(string id, string act, QueueAsked asked, string? next) => Links.With(
        $"{Queue}/{Uri.EscapeDataString(id)}/{act}",
        ("forum", asked.Forum), ("kind", asked.Kind), ("after", asked.After), ("next", next), ("appeals", asked.IsAppeals ? "true" : null));
}
