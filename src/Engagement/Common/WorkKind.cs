namespace Engagement.Common;

/// <summary>A kind of work, and whom it is for.</summary>
/// <param name="Name">As <see cref="WorkItem.Kind"/> says it.</param>
/// <param name="Permission">What doing it takes: whoever lacks it is not told of it.</param>
public sealed record WorkKind(string Name, string Permission);
