namespace Engagement.Feedback;

/// <summary>
/// A view as officers read it. <paramref name="Text"/> is null when the words have been erased, <paramref name="QuestionText"/> where it answers
/// no question.
/// </summary>
public sealed record ViewDetail(
    Guid Id,
    Guid? ConsultationId,
    string? Text,
    string? QuestionText,
    DateTimeOffset SaidAt,
    ViewState State,
    IReadOnlyList<Guid> ThemeIds,
    int Version);
