namespace Engagement.KeyActions;

/// <summary>Where families shaped an action, and how.</summary>
/// <param name="Kind">What kind of thing it is.</param>
/// <param name="ThingId">The thing.</param>
/// <param name="Title">What it was called when it was linked.</param>
/// <param name="How">How they shaped the action there.</param>
public sealed record CoproductionLink(CoproductionKind Kind, Guid ThingId, string Title, string How);
