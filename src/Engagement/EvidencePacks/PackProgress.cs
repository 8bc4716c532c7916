namespace Engagement.EvidencePacks;

/// <summary>How far the making of a pack is.</summary>
/// <param name="Percent">From 0 to 100. It only rises, also when the work is taken up again after a crash.</param>
/// <param name="Stage">What is being done.</param>
/// <param name="SeenAt">When the work last gave a sign of life.</param>
public sealed record PackProgress(int Percent, string Stage, DateTimeOffset SeenAt);
