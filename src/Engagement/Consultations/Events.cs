using Engagement.Common;

namespace Engagement.Consultations;

public sealed record ConsultationDrafted(
    string Title, string Slug, string OwnerRole, string DecisionMaker, DateOnly DecisionExpectedOn, bool AudienceIncludesChildren);

/// <summary>What a draft says of itself was written anew, all of it. Its address stays, because staff may have passed it on.</summary>
public sealed record ConsultationDraftChanged(
    string Title, string OwnerRole, string DecisionMaker, DateOnly DecisionExpectedOn, bool AudienceIncludesChildren);

/// <summary>Who is asked, all of them, in the order of the list of audiences.</summary>
public sealed record AudiencesChosen(IReadOnlyList<Audience> Audiences);

/// <summary>What it is about, all of it, and in which districts, in the order of their names; none for the whole county.</summary>
public sealed record SubjectChosen(IReadOnlyList<SubjectArea> About, IReadOnlyList<string> Districts);

public sealed record ProposalPublished(string Text, string Reasons, string? Impacts);

/// <summary>An option that was considered and is not put to people, and why.</summary>
public sealed record OptionRejectedRecorded(string Option, string Reason);

public sealed record EqualityAnalysisLinked(string Url);

public sealed record RenditionAdded(RenditionKind Kind, string Language, string ApprovedByRole, string? Url);

/// <summary>The dates it is open from and to, both days included.</summary>
public sealed record ConsultationOpened(DateOnly OpensOn, DateOnly ClosesOn, string? ShorterThanSixWeeksBecause);

public sealed record ClosingDateExtended(DateOnly ClosesOn, string Reason);

/// <summary>The closing date that was recorded was not the one that people were told; Source says where theirs is written.</summary>
public sealed record ClosingDateCorrected(DateOnly ClosesOn, string Reason, string Source);

/// <summary>From this day on it takes no answers.</summary>
public sealed record ConsultationPaused(DateOnly PausedOn, string Reason);

/// <summary>It takes answers again, until a date that gives back the days of the pause.</summary>
public sealed record ConsultationResumed(DateOnly ResumedOn, DateOnly ClosesOn);

/// <summary>Its last day is over. Recorded by itself with the midnight after that day; closed again after its date was corrected or extended.</summary>
public sealed record ConsultationClosed(DateOnly ClosedOn);

/// <summary>What comes after the close still counts until this day, for these people.</summary>
public sealed record LateSubmissionAccepted(DateOnly Until, string ForWhom, string Reason);

/// <summary>What was heard and what is answered to it. The first version is 1; a later one does not replace what was published.</summary>
public sealed record ReportPublished(int Version, string Url);

public sealed record ConsultationWithdrawn(DateOnly WithdrawnOn, string Reason);
