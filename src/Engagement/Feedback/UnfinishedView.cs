namespace Engagement.Feedback;

/// <summary>A view that is neither coded nor marked as not codable.</summary>
public sealed record UnfinishedView(Guid Id, DateTimeOffset SaidAt);
