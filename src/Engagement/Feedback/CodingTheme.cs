using Engagement.Common;

namespace Engagement.Feedback;

/// <summary>A theme with what a decision about coding needs to know of the others.</summary>
/// <param name="Card">The theme.</param>
/// <param name="Ids">Its own id and those of all themes that have gone into it.</param>
/// <param name="GoneInto">Today's theme where this one was merged away; null otherwise.</param>
public sealed record CodingTheme(ThemeCard Card, IReadOnlySet<Guid> Ids, ThemeCard? GoneInto)
{
    /// <summary>A theme that has never been merged with another.</summary>
    public static CodingTheme Of(ThemeCard card) => new(card, new HashSet<Guid> { card.Id }, null);

    /// <summary>Those of the view's themes that are this theme today.</summary>
    public IReadOnlyList<Guid> CarriedBy(View view) => [.. view.ThemeIds.Where(Ids.Contains)];

    internal Refusal? TakesCodes() => GoneInto is { } into ? ThemeRules.Merged(into.Title) : null;
}
