namespace Engagement.Feedback;

/// <summary>Somebody else at a coding board, and what they have open there.</summary>
/// <param name="PersonId">Who: their pseudonym.</param>
/// <param name="Role">The role in which they are there.</param>
/// <param name="ViewId">The view they have open; null where it is none.</param>
/// <param name="ThemeId">The theme they have open; null where it is none.</param>
public sealed record SomebodyCoding(Guid PersonId, string Role, Guid? ViewId, Guid? ThemeId);
