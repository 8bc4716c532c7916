namespace Engagement.Forums;

/// <summary>The words of an item, for whoever has just said why they need them. Null where they have been erased.</summary>
/// <param name="ItemId">The item.</param>
/// <param name="Source">What raised it.</param>
/// <param name="Text">The words that raised it, as they were then.</param>
/// <param name="Marks">What the platform found in them.</param>
/// <param name="Note">What the moderator who raised it added.</param>
public sealed record SafeguardingWords(Guid ItemId, SafeguardingSource Source, string? Text, IReadOnlyList<MarkedSpan> Marks, string? Note);
