namespace Engagement.Forums;

/// <summary>What raised a safeguarding item.</summary>
public sealed record SafeguardingSource(SafeguardingSourceKind Kind, Guid Id);
