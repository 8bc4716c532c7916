namespace Engagement.Surveys.Version1;

/// <summary>When every statement was answered on the scale of five and "I'm not sure".</summary>
internal sealed record StatementAdded(string Key, string Text, string? Hint, bool Optional);

internal sealed record QuestionAdded(
    string Key, QuestionKind Kind, string Text, string? Hint, bool Optional, IReadOnlyList<QuestionOption> Options);

/// <summary>When there was only ever one version.</summary>
internal sealed record InstrumentVersionPublished(int InstrumentVersion);

/// <summary>When words had no symbols beside them.</summary>
internal sealed record RenderedItem(string Key, string Text, string? Hint, IReadOnlyList<QuestionOption> Options, string? Scale);

internal sealed record RenditionWritten(RenditionName Rendition, int InstrumentVersion, IReadOnlyList<RenderedItem> Items, RenditionAuthor Author);

/// <summary>When every wave was that of a consultation.</summary>
internal sealed record WaveOpened(Guid ConsultationId, Guid InstrumentId, int InstrumentVersion, DateOnly OpensOn, DateOnly ClosesOn);
