using Engagement.Web.Components;
using Engagement.Web.Figures;

namespace Engagement.Web.Staff.Themes;

internal static class ThemeWords
{
    private const string NotLocalOffer = "NONE";

    public static IReadOnlyList<Choice> Dispositions { get; } =
    [
        new("ACCEPTED", "Accepted", "It will be done as people asked."),
        new("PARTLY_ACCEPTED", "Partly accepted", "Some of it will be done."),
        new("NOT_ACCEPTED", "Not accepted", "It will not be done. A reason is needed."),
        new("ALREADY_DONE", "Already done", "It is so already."),
        new("NEEDS_MORE_WORK", "Needs more work", "It cannot be answered yet."),
        new("NOT_OURS", "Not ours", "Another body must answer it."),
    ];

    /// <summary>What a theme may be a comment on.</summary>
    public static IReadOnlyList<Choice> LocalOffer { get; } =
        [.. LocalOfferWords.Matters.Select(one => new Choice(one.InSchema, $"Yes: {char.ToLowerInvariant(one.Text[0])}{one.Text[1..]}")), new Choice(NotLocalOffer, "No")];

    public static string InSchema(LocalOfferMatter? matter) => LocalOfferWords.Matters.FirstOrDefault(one => one.Matter == matter).InSchema ?? NotLocalOffer;

    public static string Words(this Disposition disposition) => disposition switch
    {
        Disposition.Accepted => "Accepted",
        Disposition.PartlyAccepted => "Partly accepted",
        Disposition.NotAccepted => "Not accepted",
        Disposition.AlreadyDone => "Already done",
        Disposition.NeedsMoreWork => "Needs more work",
        _ => "Not ours",
    };

    public static string Words(this ThemeTrend trend) => trend switch
    {
        ThemeTrend.Rising => "More than before",
        ThemeTrend.Falling => "Fewer than before",
        ThemeTrend.Steady => "As before, or chance",
        _ => "Too few to tell",
    };

    public static string Words(this ThemeChangeKind kind) => kind switch
    {
        ThemeChangeKind.Merged => "went into",
        ThemeChangeKind.Unmerged => "was taken out again of",
        ThemeChangeKind.Split => "was split: a part became",
        _ => "was linked to",
    };
}
