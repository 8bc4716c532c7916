using Engagement.Surveys;

namespace Engagement.Metrics;

public sealed record ChannelCount(Channel Channel, int Count);
