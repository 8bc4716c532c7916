namespace Engagement.Seeder;

/// <summary>Something unusual that the demonstration holds on purpose.</summary>
/// <param name="What">What it shows.</param>
/// <param name="Where">Where to find it.</param>
public sealed record EdgeCase(string What, string Where);
