using Engagement.Common;
using EventStore;

namespace Engagement.InclusionStatements;

/// <summary>What is seen of the documents in which partners commit themselves to inclusion.</summary>
public sealed class StatementReads(DocumentStore store)
{
    public Task<StatementDocument?> FindAsync(Guid id, CancellationToken cancellationToken) => store.LoadAsync<StatementDocument>(id, cancellationToken);

    /// <summary>All of them, the oldest first: a partnership adopts a few.</summary>
    public Task<IReadOnlyList<StatementDocument>> ListAsync(CancellationToken cancellationToken) =>
        store.ListDocumentsAsync<StatementDocument>("select data from public.mt_doc_statementdocument order by data ->> 'From', id", cancellationToken);

    /// <summary>The documents for which evidence was given, each by the evidence.</summary>
    public async Task<Dictionary<Guid, StatementDocument>> ByClaimsAsync(IReadOnlyCollection<Guid> claims, CancellationToken cancellationToken)
    {
        var documents = await store.ListDocumentsAsync<StatementDocument>(
            """
            select data from public.mt_doc_statementdocument
            where exists (select from jsonb_array_elements(data -> 'Claims') claim where (claim ->> 'Id')::uuid = any($1))
            """,
            cancellationToken,
            claims.ToArray());
        return documents.SelectMany(document => document.Claims.Select(claim => (claim.Id, Document: document)))
            .Where(one => claims.Contains(one.Id)).ToDictionary(one => one.Id, one => one.Document);
    }
}
