using Engagement.Common;

namespace Engagement.Feedback;

/// <summary>A view as officers read it.</summary>
/// <param name="Id">The view.</param>
/// <param name="ConsultationId">The consultation in which it was said; null outside any.</param>
/// <param name="Source">What it was said in.</param>
/// <param name="SourceId">The response, contribution, activity or logged feedback.</param>
/// <param name="Text">What the person said; null when the words have been erased or taken back.</param>
/// <param name="QuestionText">The question it answers; null where it answers none.</param>
/// <param name="SaidAt">When it was said.</param>
/// <param name="State">How far it is.</param>
/// <param name="ThemeIds">The themes it carries today.</param>
/// <param name="Audience">Who said it; null where it was not recorded.</param>
/// <param name="Proxy">Whether somebody said it for them.</param>
/// <param name="District">The code of their district, if it is known.</param>
/// <param name="Need">Their or their child's kind of need, if it is known.</param>
/// <param name="Phase">Their or their child's phase of education, if it is known.</param>
/// <param name="Version">Give it as expectedVersion with a change.</param>
public sealed record ViewDetail(
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
    int Version) : IReading;
