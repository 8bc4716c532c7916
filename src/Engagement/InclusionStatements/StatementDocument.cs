using Engagement.Charter;
using Engagement.Common;
using EventStore;

namespace Engagement.InclusionStatements;

/// <summary>A document in which partners commit themselves to inclusion, with what is given as evidence. As its rules see it and as it is shown; right at once.</summary>
public sealed record StatementDocument : IEvolve<StatementDocument>
{
    /// <summary>The document.</summary>
    public required Guid Id { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>The first day on which it holds.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Where it comes from, and whose words are shown.</summary>
    public required string Source { get; init; }

    /// <summary>What it says, in its order.</summary>
    public required IReadOnlyList<InclusionStatement> Statements { get; init; }

    /// <summary>What is given as evidence, in the order it was.</summary>
    public IReadOnlyList<StatementClaim> Claims { get; init; } = [];

    /// <summary>What was proposed and not taken.</summary>
    public IReadOnlyList<RejectedForStatement> Rejected { get; init; } = [];

    /// <summary>For optimistic commands.</summary>
    public int Version { get; init; }

    public InclusionStatement? Find(string? key) => Statements.FirstOrDefault(statement => statement.Key == key);

    /// <summary>Those that fit, with how they stand on a day, in the order of the document.</summary>
    public IReadOnlyList<StatementStanding> StandingOn(DateOnly today, StatementFilter filter) =>
        [.. Statements.Select(statement => StatementStanding.Of(statement, this, today)).Where(filter.Fits)];

    /// <summary>
    /// Among which evidence a person looks for a statement, or without one for any of them: all that reached those to whom it is made, or what is proposed.
    /// </summary>
    public EvidenceAsked EvidenceFor(string? key, bool proposedOnly)
    {
        InclusionStatement[] asked = [.. Statements.Where(statement => key is null || statement.Key == key)];
        var people = new AffectedPeople([.. asked.SelectMany(statement => statement.People.Audiences).Distinct()], [], [], []);
        EvidenceItem[] decided =
        [
            .. Claims.Where(claim => key is null || claim.Statement == key).Select(claim => claim.Evidence),
            .. Rejected.Where(one => key is null || one.Statement == key).Select(one => one.Evidence),
        ];
        // Of a statement that there is not, nothing is of its kinds.
        return proposedOnly || asked.Length == 0
            ? new EvidenceAsked(people, [.. asked.SelectMany(statement => statement.Kinds).Distinct()], decided)
            : new EvidenceAsked(people, null, []);
    }

    public static StatementDocument? Evolve(StatementDocument? state, IEvent e)
    {
        var document = (state, e.Data) switch
        {
            (null, StatementsAdopted adopted) => new StatementDocument
            {
                Id = e.StreamId,
                Title = adopted.Title,
                From = adopted.From,
                Source = adopted.Source,
                Statements = adopted.Statements,
            },
            ({ } one, StatementEvidenced given) => one with { Claims = [.. one.Claims, ClaimOf(given, e.OccurredAt())] },
            ({ } one, StatementEvidenceVerified verified) => one.With(verified.ClaimId, claim => claim.VerifiedFor(verified.Organisation, e.OccurredAt())),
            ({ } one, StatementEvidenceDisputed disputed) => one.With(
                disputed.ClaimId, claim => claim.DisputedFor(disputed.Organisation, e.OccurredAt(), disputed.Reason)),
            ({ } one, StatementEvidenceWithdrawn withdrawn) => one.With(withdrawn.ClaimId, claim => claim.Withdrawn(withdrawn.Reason)),
            ({ } one, StatementEvidenceRejected rejected) => one with
            {
                Rejected = [.. one.Rejected, new RejectedForStatement(rejected.Statement, rejected.Evidence, rejected.Reason)],
            },
            _ => null,
        };
        return document is null ? state : document with { Version = (int)e.Version };
    }

    /// <summary>Decides on what is given as evidence, as long as it stands.</summary>
    internal Decision With(Guid claimId, DateOnly today, Func<StatementClaim, Decision> decide) =>
        Claims.FirstOrDefault(claim => claim.Id == claimId) switch
        {
            null => Decision.Refuse("CLAIM_UNKNOWN", "There is no such evidence here", "claimId"),
            var claim => claim.StandsOn(today)
                ? decide(claim)
                : Decision.Refuse("CLAIM_GONE", "This evidence was taken back or is too old. Give it anew if there is any", "claimId"),
        };

    private static StatementClaim ClaimOf(StatementEvidenced given, DateTimeOffset at) => new()
    {
        Id = given.ClaimId,
        Statement = given.Statement,
        Evidence = given.Evidence,
        Explanation = given.Explanation,
        Organisation = given.Organisation,
        MadeAt = at,
        ExpiresOn = given.ExpiresOn,
        By = given.By,
    };

    private StatementDocument With(Guid claimId, Func<StatementClaim, EvidenceClaim> change) => this with { Claims = Claims.With(claimId, change) };
}
