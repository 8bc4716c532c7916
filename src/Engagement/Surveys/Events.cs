using Engagement.Common;

namespace Engagement.Surveys;

public sealed record InstrumentDrafted(string Title);

/// <summary>A statement answered on the agreement scale.</summary>
[EventVersion(2)]
public sealed record StatementAdded(Question Question);

[EventVersion(2)]
public sealed record QuestionAdded(Question Question);

/// <summary>The question as it is from now on in the draft; each answer stays with the version it answered.</summary>
public sealed record QuestionChanged(Question Question);

public sealed record QuestionRemoved(string Key);

/// <summary>Its new place, from 1, among the questions of its section.</summary>
public sealed record QuestionMoved(string Key, int Place);

public sealed record SectionAdded(Section Section);

public sealed record SectionChanged(Section Section);

public sealed record SectionRemoved(string Key);

/// <summary>Its new place, from 1; its questions move with it.</summary>
public sealed record SectionMoved(string Key, int Place);

/// <summary>Editing begins, from the newest version as it is; waves go on asking that one.</summary>
public sealed record NewVersionDrafted(int InstrumentVersion);

/// <summary>The draft of this version was given up. Its number is used again.</summary>
public sealed record DraftDiscarded(int InstrumentVersion);

/// <summary>What the change of a question in the draft means for its figures. A further change of the question takes it back.</summary>
public sealed record ContinuityDeclared(string Key, Continuity Continuity);

/// <summary>The draft became this version, with what was said of each question that changed.</summary>
[EventVersion(2)]
public sealed record InstrumentVersionPublished(int InstrumentVersion, IReadOnlyList<QuestionContinuity> Continuity);

/// <summary>Words for some of a version's items in another form or language. They take the place of earlier ones.</summary>
[EventVersion(2)]
public sealed record RenditionWritten(
    RenditionName Rendition, int InstrumentVersion, IReadOnlyList<RenderedItem> Items, RenditionAuthor Author);

/// <summary>Someone other than its authors found that it asks the same; only then may people be asked in it.</summary>
public sealed record RenditionEquivalenceApproved(RenditionName Rendition, int InstrumentVersion, string ApprovedByRole, Guid? ApprovedById);

/// <summary>From now on answers on one scale may be counted on another, and why.</summary>
public sealed record ScaleMappingRecorded(ScaleMapping Mapping, string Reason, string ApprovedByRole);

/// <summary>A wave was planned. Its dates are left out where it has those of its consultation.</summary>
public sealed record WaveScheduled(
    Guid InstrumentId,
    string Title,
    Audience Audience,
    Guid? ConsultationId,
    WaveFrequency Frequency,
    DateOnly? OpensOn,
    DateOnly? ClosesOn);

public sealed record InvitationListFixed(InvitationList List);

/// <summary>From now on it asks this version, from its first day to its last. <paramref name="DenominatorSetId"/>: whom it could have reached.</summary>
[EventVersion(2)]
public sealed record WaveOpened(
    Guid? ConsultationId, Guid InstrumentId, int InstrumentVersion, DateOnly OpensOn, DateOnly ClosesOn, Guid? DenominatorSetId);

/// <summary>Whoever answers from now on answers this version; who has answered, the one they answered.</summary>
public sealed record WaveVersionChanged(int InstrumentVersion);

public sealed record WaveExtended(DateOnly ClosesOn, string Reason);

public sealed record WaveClosed(DateOnly ClosedOn);

public sealed record WaveReopened(string Reason, DateOnly ClosesOn);
