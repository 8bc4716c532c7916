using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace EventStore.Tests.Faults;

/// <summary>Units of work that happen once by their key. Each writes a mark by a statement of its own and a known number of events that carry the key.</summary>
internal sealed record Work(string Name, int Events, Func<IDocumentSession, string, CancellationToken, Task> Prepare)
{
    /// <summary>Starts one stream and appends to another at the version seen.</summary>
    public static readonly Work Unit = new("unit", 4, async (session, key, cancellation) =>
    {
        session.Events.StartStream<Basket>(StreamOf(key), new BasketOpened(Shop.Shopper, key), new ItemAdded(key, 1));
        var shared = await session.Events.FetchStreamStateAsync(Shop.Shared, cancellation);
        session.Events.Append(Shop.Shared, shared!.Version + 2, new ItemAdded(key, 1), new ItemRemoved(key, 1));
    });

    /// <summary>Loads a basket to decide on, and appends to it.</summary>
    public static readonly Work Fetch = new("fetch", 2, async (session, key, cancellation) =>
    {
        var basket = await session.Events.FetchForWriting<Basket>(Shop.Shared, cancellation);
        basket.AppendMany(new ItemAdded(key, 1), new ItemRemoved(key, 1));
    });

    /// <summary>Takes a basket for itself, and appends to it.</summary>
    public static readonly Work Exclusive = new("exclusive", 1, (session, key, cancellation) =>
        session.Events.AppendExclusive(Shop.Shared, cancellation, new ItemAdded(key, 1)));

    public static Work Named(string name) => new[] { Unit, Fetch, Exclusive }.Single(work => work.Name == name);

    public static Guid StreamOf(string key) => new(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 16));

    /// <summary>Tries once. Says the result of this first time, or of the one before.</summary>
    public async Task<string> DoAsync(DocumentStore store, string key, CancellationToken cancellation)
    {
        await using var session = store.LightweightSession();
        var result = Guid.NewGuid().ToString();
        try
        {
            await CollectAsync(session, key, result, cancellation);
            await session.SaveChangesAsync(cancellation);
            return result;
        }
        catch (IdempotencyKeyReusedException reused)
        {
            return reused.FirstResult;
        }
    }

    public async Task CollectAsync(IDocumentSession session, string key, string result, CancellationToken cancellation)
    {
        await Prepare(session, key, cancellation);
        session.SetIdempotencyKey(key, result);
        session.QueueSqlCommand(new NpgsqlBatchCommand("insert into marks values ($1)") { Parameters = { new() { Value = key } } });
    }

    /// <summary>Tries until it is done, as a careful client does.</summary>
    public async Task<string> DoUntilDoneAsync(DocumentStore store, string key, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return await DoAsync(store, key, cancellation);
            }
            catch (Exception again) when (again is NpgsqlException or EventStreamUnexpectedVersionException or ExistingStreamIdCollisionException or StreamLockedException)
            {
                await Task.Delay(10, cancellation);
            }
        }
    }
}
