using Engagement.Charter;

namespace Engagement.InclusionStatements;

/// <summary>Partners commit themselves, in a document of their own, to statements about inclusion. Later words are another document.</summary>
public sealed record StatementsAdopted(string Title, DateOnly From, string Source, IReadOnlyList<InclusionStatement> Statements);

/// <summary>What happened is given as evidence that a statement is kept. By: the pseudonym of who gives it.</summary>
public sealed record StatementEvidenced(
    Guid ClaimId, string Statement, EvidenceItem Evidence, string Explanation, string Organisation, DateOnly ExpiresOn, Guid? By);

/// <summary>A representative of another organisation accepts the evidence.</summary>
public sealed record StatementEvidenceVerified(Guid ClaimId, string Organisation, Guid? By);

/// <summary>A representative of another organisation does not accept the evidence, and says why.</summary>
public sealed record StatementEvidenceDisputed(Guid ClaimId, string Reason, string Organisation, Guid? By);

public sealed record StatementEvidenceWithdrawn(Guid ClaimId, string Reason);

/// <summary>A person looked at evidence that was proposed, and does not take it for this statement. It is not proposed for it again.</summary>
public sealed record StatementEvidenceRejected(string Statement, EvidenceItem Evidence, string Reason);
