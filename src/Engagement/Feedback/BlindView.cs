namespace Engagement.Feedback;

/// <summary>A view for coding it a second time: with nothing that tells how it was coded first.</summary>
/// <param name="Id">The view.</param>
/// <param name="Text">What the person said; null when the words have been erased.</param>
/// <param name="QuestionText">The question it answers; null where it answers none.</param>
/// <param name="SaidAt">When it was said.</param>
/// <param name="ConsultationId">The consultation in which it was said; null outside any.</param>
public sealed record BlindView(Guid Id, string? Text, string? QuestionText, DateTimeOffset SaidAt, Guid? ConsultationId) : IReading;
