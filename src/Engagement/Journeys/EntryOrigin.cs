namespace Engagement.Journeys;

/// <summary>What an entry answers. Exact figures, so for officers only.</summary>
/// <param name="EntryId">The entry.</param>
/// <param name="ThemeId">Its theme.</param>
/// <param name="Views">How many views are in the theme.</param>
/// <param name="Responses">How many responses, posts and notes they are from.</param>
/// <param name="FirstSaidAt">When the first of them was said.</param>
public sealed record EntryOrigin(Guid EntryId, Guid ThemeId, int Views, int Responses, DateTimeOffset? FirstSaidAt);
