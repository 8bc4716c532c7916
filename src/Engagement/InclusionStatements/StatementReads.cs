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
}
