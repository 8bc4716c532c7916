using EventStore;

namespace Engagement.Common;

/// <summary>Whether this database holds people who are made up, to look around in. It is said when they are brought in, and for good.</summary>
public sealed class Demonstration(DocumentStore store)
{
    public async Task MarkAsync(CancellationToken cancellationToken)
    {
        await using var mark = store.DataSource.CreateCommand("insert into engagement.demonstration values (true) on conflict do nothing");
        await mark.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task<bool> IsMarkedAsync(CancellationToken cancellationToken) =>
        await store.CountAsync("select count(*) from engagement.demonstration", cancellationToken) > 0;
}
