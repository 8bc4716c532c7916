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
        new(Loops.LoopsLinks.Board, "Loops", "Take themes to a decision, see what is due, and bring the answer back to families.", ["loops.read"]),
        new(Loops.LoopsLinks.Reading, "Words to read", "Say for families whether drafted words are plain, and whether an answer answers them.", ["entries.sign-plain-language"], InMenu: false),
    ];

    public static IEnumerable<StaffSection> For(Viewer viewer) => All.Where(section => section.AnyOf.Any(viewer.May));
}
