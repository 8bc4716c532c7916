namespace Engagement.Web.Consultations;

public sealed record ConsultationDetails(
    string Slug,
    string Title,
    ConsultationState State,
    Proposal? Proposal,
    string OwnerRole,
    string DecisionMaker,
    DateOnly DecisionExpectedOn,
    DateOnly? OpensOn,
    DateOnly? ClosesOn,
    string? ShorterThanSixWeeksBecause,
    DateOnly? ResponseDueOn,
    string? EqualityAnalysisUrl,
    IReadOnlyList<Rendition> Renditions,
    WaveSummary? Wave)
{
    public bool CanAnswer => State is ConsultationState.Open && Wave?.State is WaveState.Open;
}

public sealed record Proposal(string Text, string Reasons, string? Impacts);

public sealed record Rendition(RenditionKind Kind, string Language, string? Url);

public enum RenditionKind
{
    Standard,
    EasyRead,
    Paper,
    Translation,
}
