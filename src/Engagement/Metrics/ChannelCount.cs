using Engagement.Surveys;

namespace Engagement.Metrics;

/// <summary>How many responses reached us by a channel.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Count">How many.</param>
public sealed record ChannelCount(Channel Channel, int Count);
