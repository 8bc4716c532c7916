namespace Engagement.Feedback;

/// <summary>A view that is neither coded nor marked as not codable.</summary>
/// <param name="Id">The view.</param>
/// <param name="SaidAt">When it was said.</param>
public sealed record UnfinishedView(Guid Id, DateTimeOffset SaidAt);
