using Engagement.Web.Staff.Releases;
using Engagement.Web.Staff.Results;

namespace Engagement.Web.Staff;

/// <summary>A part of the staff's pages, shown to those whom it is of use to.</summary>
/// <param name="Address">Where it begins.</param>
/// <param name="Text">What it is called.</param>
/// <param name="Hint">What one does there, for somebody who is new.</param>
/// <param name="AnyOf">The permissions of which one suffices.</param>
/// <param name="InMenu">Whether it is used so often that it is in the menu of every page.</param>
internal sealed record StaffSection(string Address, string Text, string Hint, string[] AnyOf, bool InMenu = true)
{
    public static IReadOnlyList<StaffSection> All { get; } =
    [
        new(Links.StaffConsultations, "Consultations", "Set up, open and close consultations, and see how they are answered.",
            ["consultations.read-drafts", "metrics.read", "loops.read"]),
        new(ResultsLinks.Results, "Results", "See what was answered, wave by wave, who took part, and how loops close.",
            ["results.read-exact", "metrics.read", "releases.read"]),
        new(ReleaseLinks.Releases, "Releases", "Check figures for the public, approve them, and publish them for good.", ["releases.read"], InMenu: false),
    ];

    public static IEnumerable<StaffSection> For(Viewer viewer) => All.Where(section => section.AnyOf.Any(viewer.May));
}
