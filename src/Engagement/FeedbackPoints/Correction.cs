namespace Engagement.FeedbackPoints;

/// <summary>That the figures of a collated month were replaced.</summary>
/// <param name="Reason">Why.</param>
/// <param name="CorrectedAt">When.</param>
public sealed record Correction(string Reason, DateTimeOffset CorrectedAt);
