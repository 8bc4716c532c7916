namespace Engagement.Releases;

/// <summary>One table of a release; <paramref name="Shown"/> is null where it cannot be shown.</summary>
/// <param name="Table">The exact counts. Never leave the platform.</param>
/// <param name="Shown">What is published of them.</param>
public sealed record FrozenTable(CountTable Table, ShownTable? Shown);
