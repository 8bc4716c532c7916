using System.Text.Json;
using System.Text.Json.Nodes;
using Npgsql;

namespace EventStore.Tests.Faults;

/// <summary>Reads a shop's database as an auditor would, and says what does not add up.</summary>
internal sealed class Books(DocumentStore store, CancellationToken cancellation)
{
    /// <summary>Whether a unit of work was done; fails when it was done in part or more than once.</summary>
    public async Task<string?> ResultOfAsync(Work work, string key)
    {
        var marks = await CountAsync($"select count(*) from marks where key = '{key}'");
        var events = await CountAsync($"select count(*) from mt_events where '{key}' in (data ->> 'Item', data ->> 'Name')");
        await using var find = store.DataSource.CreateCommand("select result from mt_idempotency_keys where key = $1");
        find.Parameters.Add(new NpgsqlParameter { Value = key });
        var result = (string?)await find.ExecuteScalarAsync(cancellation);

        (marks, events).ShouldBe(result is null ? (0, 0) : (1, work.Events), $"work {key}");
        return result;
    }

    /// <summary>What must hold at every moment, whatever has just happened.</summary>
    public async Task BalanceAsync()
    {
        (await CountAsync(
            """
            select count(*) from mt_streams s
            left join (select stream_id, count(*), min(version), max(version) from mt_events group by stream_id) e on e.stream_id = s.id
            where (e.count, e.min, e.max) is distinct from (s.version, 1::bigint, s.version)
            """)).ShouldBe(0, "streams whose versions are not dense or not counted");
        (await CountAsync("select count(*) - count(distinct id) from mt_events")).ShouldBe(0, "events written twice");
        (await CountAsync("select count(*) from mt_event_progression where last_seq_id > (select last_value from mt_events_sequence)"))
            .ShouldBe(0, "checkpoints beyond the log");
        (await CountAsync(
            """
            select count(*) from mt_events e full join (select * from ledger where name = 'ledger') l on l.event = e.id
            where (l.event is not null) is distinct from (e.seq_id <= coalesce((select last_seq_id from mt_event_progression where name = 'ledger:All'), 0))
            """)).ShouldBe(0, "events on the wrong side of the checkpoint");
        (await DocumentsAsync("mt_doc_basket")).ShouldBe(await FoldAsync<Basket>(
            (state, _, e) => Basket.Evolve(state, e), e => [e.StreamId]), "the inline documents");
    }

    /// <summary>What holds as well once the daemon has passed the end of the log.</summary>
    public async Task CloseAsync()
    {
        await BalanceAsync();
        (await CountAsync(
            """
            select count(*) from mt_events e full join ledger l on l.event = e.id and l.sequence = e.seq_id and l.name = 'ledger'
            where e.id is null and l.name = 'ledger' or e.id is not null and l.event is null
            """)).ShouldBe(0, "events that did not take effect once");
        (await CountAsync("select count(*) from (select count(*) from ledger group by name having count(*) <> (select count(*) from mt_events)) as short"))
            .ShouldBe(0, "ledgers that lack events");
        var summaries = new BasketSummaryProjection();
        (await DocumentsAsync("mt_doc_basketsummary")).ShouldBe(await FoldAsync<BasketSummary>(
            (state, id, e) => !summaries.EventTypes!.Contains(e.Data.GetType()) ? state : summaries.ShouldDelete(state, id, e) ? null : summaries.Evolve(state, id, e),
            e => [e.StreamId]), "the documents of single streams");
        var totals = new ShopperTotalsProjection();
        (await DocumentsAsync("mt_doc_shoppertotals")).ShouldBe(await FoldAsync<ShopperTotals>(
            totals.Evolve, e => e.Data is BasketOpened opened ? [opened.Shopper] : []), "the documents of many streams");
    }

    /// <summary>Waits until no daemon holds a lock any more; the test's patience ends it.</summary>
    public async Task UntilNoLockIsHeldAsync()
    {
        const string Held = "select count(*) from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())";
        while (await CountAsync(Held) > 0) await Task.Delay(5, cancellation);
    }

    /// <summary>Waits until a statement in this database waits for another's lock.</summary>
    public async Task UntilSomebodyWaitsForALockAsync()
    {
        const string Waiting = "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
        while (await CountAsync(Waiting) == 0) await Task.Delay(5, cancellation);
    }

    public async Task<long> CountAsync(string sql)
    {
        await using var command = store.DataSource.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private async Task<List<string>> DocumentsAsync(string table)
    {
        var documents = new List<string>();
        await using var command = store.DataSource.CreateCommand($"select id, data from {table}");
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            documents.Add($"{reader.GetGuid(0)} {Sorted(JsonNode.Parse(reader.GetString(1)))}");
        documents.Sort(StringComparer.Ordinal);
        return documents;
    }

    private async Task<List<string>> FoldAsync<T>(Func<T?, Guid, IEvent, T?> fold, Func<IEvent, IEnumerable<Guid>> documentsOf) where T : class
    {
        var documents = new Dictionary<Guid, T?>();
        await using var session = store.QuerySession();
        await foreach (var e in session.Events.ReadAllAsync(cancellationToken: cancellation))
            foreach (var id in documentsOf(e))
                documents[id] = fold(documents.GetValueOrDefault(id), id, e);
        return [.. documents.Where(one => one.Value is not null).Select(one => $"{one.Key} {Sorted(JsonSerializer.SerializeToNode(one.Value))}").Order(StringComparer.Ordinal)];
    }

    /// <summary>PostgreSQL keeps the members of an object in an order of its own.</summary>
    private static string Sorted(JsonNode? node) => node is JsonObject members
        ? $"{{{string.Join(", ", members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => $"{member.Key}: {Sorted(member.Value)}"))}}}"
        : node?.ToJsonString() ?? "null";
}
