namespace Engagement.Consultations;

public sealed record ConsultationDrafted(
    string Title, string Slug, string OwnerRole, string DecisionMaker, DateOnly DecisionExpectedOn, bool AudienceIncludesChildren);

public sealed record ProposalPublished(string Text, string Reasons, string? Impacts);

public sealed record EqualityAnalysisLinked(string Url);

public sealed record RenditionAdded(RenditionKind Kind, string Language, string ApprovedByRole, string? Url);

/// <summary>The dates it is open from and to, both days included.</summary>
public sealed record ConsultationOpened(DateOnly OpensOn, DateOnly ClosesOn, string? ShorterThanSixWeeksBecause);

public sealed record ClosingDateExtended(DateOnly ClosesOn, string Reason);

public sealed record ConsultationClosed(DateOnly ClosedOn);
