using Engagement.Common;
using EventStore;

namespace Engagement.Governance;

/// <summary>What is seen of groups and their seats.</summary>
public sealed class GovernanceReads(DocumentStore store)
{
    public Task<GovernanceGroupPage?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        store.LoadAsync<GovernanceGroupPage>(id, cancellationToken);

    public Task<IReadOnlyList<GovernanceGroupPage>> ByIdsAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        store.LoadManyAsync<GovernanceGroupPage>(ids, cancellationToken);

    /// <summary>In the order of their names.</summary>
    public async Task<Slice<GovernanceGroupPage>> ListAsync(TextPosition? after, int limit, CancellationToken cancellationToken)
    {
        var rows = await store.ListDocumentsAsync<GovernanceGroupPage>(
            """
            select data from public.mt_doc_governancegrouppage
            where $1::text is null or (data ->> 'Name', id) > ($1, $2)
            order by data ->> 'Name', id
            limit $3
            """,
            cancellationToken,
            after?.Text,
            after?.Id,
            limit + 1);
        return rows.SliceOf(limit);
    }

    public static TextPosition PositionOf(GovernanceGroupPage group) => new(group.Name, group.Id);
}
