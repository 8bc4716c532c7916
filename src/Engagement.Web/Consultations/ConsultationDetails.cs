namespace Engagement.Web.Consultations;

public sealed record ConsultationDetails(
    string Id,
    string Slug,
    string Title,
    ConsultationState State,
    Proposal? Proposal,
    IReadOnlyList<RejectedOption>? OptionsRejected,
    string OwnerRole,
    string DecisionMaker,
    DateOnly DecisionExpectedOn,
    DateOnly? OpensOn,
    DateOnly? ClosesOn,
    IReadOnlyList<ClosingDateChange>? ClosingDateChanges,
    LateAnswers? Late,
    string? PausedBecause,
    DateOnly? PausedOn,
    string? WithdrawnBecause,
    DateOnly? WithdrawnOn,
    string? ShorterThanSixWeeksBecause,
    DateOnly? ResponseDueOn,
    string? EqualityAnalysisUrl,
    ConsultationReport? Report,
    IReadOnlyList<ReleaseTitle>? Releases,
    IReadOnlyList<Rendition> Renditions,
    WaveSummary? Wave)
{
    public IReadOnlyList<string> About { get; init; } = [];

    public IReadOnlyList<string> Districts { get; init; } = [];

    public bool CanAnswer => State is ConsultationState.Open && Wave?.State is WaveState.Open;
}

public sealed record Proposal(string Text, string Reasons, string? Impacts);

public sealed record RejectedOption(string Option, string Reason);

public sealed record ClosingDateChange(DateOnly Was, DateOnly ClosesOn, string Reason);

public sealed record LateAnswers(string ForWhom, DateOnly Until);

public sealed record ConsultationReport(string Url, int Version, DateTimeOffset PublishedAt);

public sealed record ReleaseTitle(string Id, string Title, DateTimeOffset? PublishedAt);

public sealed record Rendition(RenditionKind Kind, string Language, string? Url);

public enum RenditionKind
{
    Standard,
    EasyRead,
    Paper,
    Translation,
}
