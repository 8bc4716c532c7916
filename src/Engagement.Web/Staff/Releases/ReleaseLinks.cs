using Engagement.Web.Staff.Results;

namespace Engagement.Web.Staff.Releases;

/// <summary>The addresses of releases, and who may do what with them.</summary>
internal static class ReleaseLinks
{
    public const string Reads = "releases.read";
    public const string Drafts = "releases.draft";
    public const string Approves = "releases.approve";

    /// <summary>The part of the menu that they are in.</summary>
    public const string Section = ResultsLinks.Results;

    public const string Releases = $"{Links.Staff}/releases";
    public const string New = $"{Releases}/new";

    public static string Release(string id, string? done = null) => Links.With($"{Releases}/{Uri.EscapeDataString(id)}", ("done", done));

    public static string Approve(string id) => $"{Release(id)}/approve";

    public static string Publish(string id) => $"{Release(id)}/publish";

    public static string Verify(string id) => $"{Release(id)}/verify";

    public static string NewOfWave(string wave) => Links.With(New, ("wave", wave));

    public static string NewOfConsultation(string slug) => Links.With(New, ("consultation", slug));

    /// <param name="year">The year in which a year of comments on the Local Offer begins.</param>
    public static string NewOfLocalOffer(int year) => Links.With(New, ("offer", year.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    public static string NewOfMonth(string month) => Links.With(New, ("month", month));
}
