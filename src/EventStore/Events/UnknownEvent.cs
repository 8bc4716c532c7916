namespace EventStore;

/// <summary>The data of an event whose type nobody registered: the JSON as it was written, so that reading never fails on it.</summary>
/// <param name="Alias">The alias it was written under.</param>
/// <param name="DotNetTypeName">The .NET type its writer named, if any.</param>
/// <param name="Json">Its data as JSON text.</param>
public sealed record UnknownEvent(string Alias, string? DotNetTypeName, string Json);
