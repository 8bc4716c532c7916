using Engagement.Common;

namespace Engagement.Feedback;

/// <summary>A view with what a coder needs to know of it. <paramref name="Text"/> is null when the words have been erased or withdrawn.</summary>
public sealed record CodingBoardRow(
    Guid Id,
    Guid? ConsultationId,
    ViewSourceKind Source,
    Guid SourceId,
    string? Text,
    string? QuestionText,
    DateTimeOffset SaidAt,
    ViewState State,
    IReadOnlyList<Guid> ThemeIds,
    Audience? Audience,
    bool Proxy,
    string? District,
    string? Need,
    string? Phase,
    int Version);
