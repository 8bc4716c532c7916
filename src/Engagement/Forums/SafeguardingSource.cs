namespace Engagement.Forums;

/// <summary>What raised a safeguarding item.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Id">Which one.</param>
public sealed record SafeguardingSource(SafeguardingSourceKind Kind, Guid Id);
