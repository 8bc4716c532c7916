namespace Engagement.Forums;

/// <summary>The words of an item, for whoever has just said why they need them. Null where they have been erased.</summary>
public sealed record SafeguardingWords(Guid ItemId, SafeguardingSource Source, string? Text, IReadOnlyList<MarkedSpan> Marks, string? Note);
