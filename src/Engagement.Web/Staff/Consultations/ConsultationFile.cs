using Engagement.Web.Consultations;
using Engagement.Web.HaveYourSay;

namespace Engagement.Web.Staff.Consultations;

/// <summary>All that is recorded of a consultation itself.</summary>
public sealed record ConsultationFile(
    string Id,
    string Slug,
    string Title,
    ConsultationState State,
    int Version,
    string OwnerRole,
    string DecisionMaker,
    DateOnly DecisionExpectedOn,
    DateTimeOffset DraftedAt,
    bool AudienceIncludesChildren,
    IReadOnlyList<Audience> Audiences,
    PublishedProposal? Proposal,
    IReadOnlyList<RejectedOption> OptionsRejected,
    string? EqualityAnalysisUrl,
    IReadOnlyList<ApprovedRendition> Renditions,
    DateOnly? OpensOn,
    DateOnly? ClosesOn,
    DateOnly? ClosedOn,
    DateOnly? ResponseDueOn,
    string? ShorterThanSixWeeksBecause,
    IReadOnlyList<MovedDate> ClosingDateChanges,
    DateOnly? PausedOn,
    string? PausedBecause,
    LateAcceptance? Late,
    ConsultationReport? Report,
    DateOnly? WithdrawnOn,
    string? WithdrawnBecause)
{
    /// <summary>What it is about, by the schema's names.</summary>
    public IReadOnlyList<string> About { get; init; } = [];

    /// <summary>The codes of the districts that it is about; none for the whole county.</summary>
    public IReadOnlyList<string> Districts { get; init; } = [];

    /// <summary>What it is about and where, in words.</summary>
    public string Subject =>
        $"{(About.Count == 0 ? "Nothing named" : string.Join(", ", SubjectArea.Of(About).Select(area => area.Name)))}. {(Districts.Count == 0 ? "The whole county" : string.Join(", ", Districts.Select(Web.Districts.NameOf)))}.";

    public bool IsOpened => OpensOn is not null;

    /// <summary>Whom the consultation says that it asks, and no survey does: a survey is for one group, or for everybody.</summary>
    internal IReadOnlyList<Audience> WithoutSurvey(IReadOnlyList<ScheduledWave> waves) => waves.Any(wave => wave.Audience is null)
        ? []
        : [.. (Audiences.Count > 0 ? Audiences : AudienceIncludesChildren ? [Audience.YoungPeople] : []).Where(audience => waves.All(wave => wave.Audience != audience))];

    /// <summary>Those who were chosen. Before that it is everybody; children and young people only where the draft says so.</summary>
    public IReadOnlyList<Audience> AsksWhom => Audiences.Count > 0
        ? Audiences
        : [.. Enum.GetValues<Audience>().Where(audience => audience is not Audience.YoungPeople || AudienceIncludesChildren)];

    public bool AsksYoungPeople => AudienceIncludesChildren || Audiences.Contains(Audience.YoungPeople);
}

public sealed record PublishedProposal(string Text, string Reasons, string? Impacts, DateTimeOffset PublishedAt);

/// <summary>A form or language of a consultation, and the role that checked it.</summary>
public sealed record ApprovedRendition(RenditionKind Kind, string Language, string ApprovedByRole, string? Url)
{
    /// <summary>Whether there is more than the record of it. Paper is made from the survey.</summary>
    public bool CanBeRead => Url is not null || Kind is RenditionKind.Paper;
}

/// <summary>How a closing date moved. Where it says a source, it had been recorded wrongly.</summary>
public sealed record MovedDate(DateTimeOffset At, DateOnly Was, DateOnly ClosesOn, string Reason, string? Source);

public sealed record LateAcceptance(DateOnly Until, string ForWhom, string Reason);
