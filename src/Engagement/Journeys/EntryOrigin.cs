namespace Engagement.Journeys;

/// <summary>What an entry answers: its theme, and how many views of how many responses are in it. Exact figures, so for officers only.</summary>
public sealed record EntryOrigin(Guid EntryId, Guid ThemeId, int Views, int Responses, DateTimeOffset? FirstSaidAt);
