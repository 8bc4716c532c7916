namespace Engagement.Feedback;

/// <summary>A view for coding it a second time: with nothing that tells how it was coded first.</summary>
public sealed record BlindView(Guid Id, string? Text, string? QuestionText, DateTimeOffset SaidAt);
