namespace Engagement.Common;

/// <summary>Part of a longer list, read by position (never by offset), and whether more follows.</summary>
public sealed record Slice<T>(IReadOnlyList<T> Items, bool HasMore);
