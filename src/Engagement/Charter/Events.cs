using Engagement.Activities;
using Engagement.Common;

namespace Engagement.Charter;

/// <summary>
/// An edition of a charter, with its principles and criteria, holds from a date on. What is scored under an edition stays scored under it: a later edition
/// says which principles of the one before its own continue.
/// </summary>
public sealed record EditionAdopted(
    string Charter, string Title, DateOnly From, string Source, Guid? EditionBeforeId, IReadOnlyList<Principle> Principles);

/// <summary>A group says that it keeps to the edition.</summary>
public sealed record GroupSignedUp(string Group, DateOnly SignedOn);

/// <summary>A service begins to go round the cycle of commissioning: which one, whom it would touch, and by which edition it is looked at.</summary>
public sealed record CommissioningStarted(string Title, string Service, AffectedPeople People, Guid EditionId, DateOnly StartedOn);

/// <summary>A stage of the cycle begins: the round is 1 the first time, and one more each time the service comes back to it.</summary>
public sealed record StageEntered(CycleStage Stage, int Round, DateOnly EnteredOn);

public sealed record StageCompleted(CycleStage Stage, int Round, DateOnly CompletedOn);

/// <summary>It is said that a principle has nothing to do with a stage of this service. It counts only once a representative has agreed.</summary>
public sealed record CellMarkedNotApplicable(string Principle, CycleStage Stage, string Reason, string Organisation);

/// <summary>A representative agrees, for an organisation other than the one that says so. By: their pseudonym.</summary>
public sealed record NotApplicableAgreed(string Principle, CycleStage Stage, string Organisation, Guid? By);

/// <summary>A representative does not agree, and says why.</summary>
public sealed record NotApplicableRefused(string Principle, CycleStage Stage, string Reason, string Organisation, Guid? By);

/// <summary>The principle has something to do with the stage after all.</summary>
public sealed record CellMarkedApplicable(string Principle, CycleStage Stage);

/// <summary>
/// What happened is given as evidence that a principle was kept at a stage. For Plan it names an outcome of the outcomes framework. Rule: the rule that
/// proposed it, with its version; null where a person found it. By: the pseudonym of who claims it.
/// </summary>
[EventVersion(2)]
public sealed record ClaimMade(
    Guid ClaimId,
    string Principle,
    CycleStage Stage,
    EvidenceItem Evidence,
    string Explanation,
    string? Outcome,
    string Organisation,
    DateOnly ExpiresOn,
    string? Rule,
    Guid? By);

/// <summary>A representative of another organisation accepts the claim.</summary>
public sealed record ClaimVerified(Guid ClaimId, string Organisation, Guid? By);

/// <summary>A representative of another organisation does not accept the claim, and says why.</summary>
public sealed record ClaimDisputed(Guid ClaimId, string Reason, string Organisation, Guid? By);

public sealed record ClaimWithdrawn(Guid ClaimId, string Reason);

/// <summary>What the claim rests on has become too old to show how people are listened to now.</summary>
public sealed record ClaimExpired(Guid ClaimId, DateOnly ExpiredOn);

/// <summary>A person looked at evidence that a rule proposed, and does not take it for this cell. It is not proposed for it again.</summary>
[EventVersion(2)]
public sealed record EvidenceRejected(string Principle, CycleStage Stage, EvidenceItem Evidence, string Rule, string Reason);
