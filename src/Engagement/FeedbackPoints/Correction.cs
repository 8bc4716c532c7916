namespace Engagement.FeedbackPoints;

public sealed record Correction(string Reason, DateTimeOffset CorrectedAt);
