using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Charter;
using Engagement.Common;
using Engagement.InclusionStatements;
using GraphQL;
using GraphQL.Data;

namespace Engagement.Api.InclusionStatements;

[QueryType]
public static partial class StatementQueries
{
    /// <summary>The documents in which partners commit themselves to inclusion, the oldest first.</summary>
    [Authorize(Permissions.ReadCharter)]
    public static Task<IReadOnlyList<StatementDocument>> GetStatementDocumentsAsync(StatementReads reads, CancellationToken cancellation) =>
        reads.ListAsync(cancellation);

    /// <summary>One document; null when there is none.</summary>
    /// <param name="id">The document.</param>
    [Authorize(Permissions.ReadCharter)]
    public static Task<StatementDocument?> GetStatementDocumentAsync([ID<StatementDocument>] Guid id, StatementReads reads, CancellationToken cancellation) =>
        reads.FindAsync(id, cancellation);

    /// <summary>What happened, is not too old and reached those to whom a statement is made: what can be given as evidence. The newest first.</summary>
    /// <param name="statementDocumentId">The document.</param>
    /// <param name="statement">The key of the statement; left out: for any of them.</param>
    /// <param name="words">With these words in its title.</param>
    /// <param name="proposedOnly">Only what is of a kind that can show the statement, and nobody has decided on.</param>
    [Authorize(Permissions.ReadCharter), UsePaging(DefaultPageSize = 20)]
    public static async Task<Connection<Evidence>> GetStatementEvidenceAsync(
        [ID<StatementDocument>] Guid statementDocumentId,
        string? statement,
        string? words,
        PagingArguments paging,
        StatementReads reads,
        EvidenceReads evidence,
        TimeProvider clock,
        CancellationToken cancellation,
        bool proposedOnly = false)
    {
        var document = await reads.FindAsync(statementDocumentId, cancellation);
        return await Keyset.PageByAsync<Evidence, ProposalPosition>(
            paging,
            ProposalPosition.TryParse,
            EvidenceReads.PositionOf,
            (after, limit) => document?.EvidenceFor(statement, proposedOnly) is { } asked
                ? evidence.ListAsync(asked.People, words, asked.Kinds, asked.Without, clock.LondonToday(), after, limit, cancellation)
                : Task.FromResult(new Slice<Evidence>([], false)));
    }
}
