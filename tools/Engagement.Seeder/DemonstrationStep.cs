namespace Engagement.Seeder;

/// <summary>How far a load is.</summary>
/// <param name="Story">What is being told.</param>
/// <param name="Done">How many things of the whole load are told.</param>
/// <param name="Total">How many there are.</param>
public sealed record DemonstrationStep(string Story, int Done, int Total);
