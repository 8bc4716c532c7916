using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Npgsql;
using NpgsqlTypes;

namespace EventStore;

/// <summary>Reads the settled part of the log from the database. Marten's tombstones are left out; events that cannot be read come as such.</summary>
internal static class LogReader
{
    /// <summary>As many events as a long way is made with at a time: so few that they are forgotten before the garbage collector has to move them.</summary>
    public const int PageSize = 500;

    private const int PagesAhead = 2;
    private const int EventsPerQuery = 20 * PageSize;

    /// <summary>
    /// A long part of the log, page by page. It is read ahead of the caller by another thread, two pages at most; no query is open for longer than twenty pages take.
    /// </summary>
    public static async IAsyncEnumerable<EventPage> PagesAsync(
        DocumentStore store, long after, long upTo, int pageSize, string[]? aliases, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var pages = Channel.CreateBounded<EventPage>(new BoundedChannelOptions(PagesAhead) { SingleReader = true, SingleWriter = true });
        var reading = Task.Run(
            async () =>
            {
                try
                {
                    for (var position = after; position < upTo;)
                        position = await ReadPagesAsync(store, position, upTo, pageSize, aliases, pages.Writer, stop.Token).ConfigureAwait(false);
                    pages.Writer.Complete();
                }
                catch (Exception wrong)
                {
                    pages.Writer.Complete(wrong);
                }
            },
            CancellationToken.None);
        try
        {
            await foreach (var page in pages.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false)) yield return page;
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await reading.ConfigureAwait(false);
        }
    }

    /// <summary>Events after one position, up to another (not above the high-water mark), perhaps of some types only.</summary>
    public static async Task<EventPage> ReadAsync(
        DocumentStore store, long after, long upTo, int limit, string[]? aliases, CancellationToken cancellationToken)
    {
        await using var connection = await store.DataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using var command = Range(store, connection, after, upTo, limit, aliases);
        var events = await ReadAsync(store, command, cancellationToken).ConfigureAwait(false);
        return new EventPage(events, events.Count == limit ? events[^1].Sequence : upTo);
    }

    public static async Task<List<IEvent>> ReadAsync(DocumentStore store, NpgsqlCommand command, CancellationToken cancellationToken)
    {
        var events = new List<IEvent>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) events.Add(store.EventRows.ReadWhateverItIs(reader));
        return events;
    }

    private static async Task<long> ReadPagesAsync(
        DocumentStore store, long after, long upTo, int pageSize, string[]? aliases, ChannelWriter<EventPage> pages, CancellationToken cancellationToken)
    {
        await using var connection = await store.DataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using var command = Range(store, connection, after, upTo, EventsPerQuery, aliases);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var (count, events) = (0, new List<IEvent>(pageSize));
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            var e = store.EventRows.ReadWhateverItIs(reader);
            events.Add(e);
            count++;
            if (events.Count < pageSize && count < EventsPerQuery) continue;
            await pages.WriteAsync(new EventPage(events, e.Sequence), cancellationToken).ConfigureAwait(false);
            if (count == EventsPerQuery) return e.Sequence;
            events = new List<IEvent>(pageSize);
        }

        await pages.WriteAsync(new EventPage(events, upTo), cancellationToken).ConfigureAwait(false);
        return upTo;
    }

    private static NpgsqlCommand Range(DocumentStore store, NpgsqlConnection connection, long after, long upTo, int limit, string[]? aliases)
    {
        var command = new NpgsqlCommand(aliases is null ? store.DaemonSql.ReadRange : store.DaemonSql.ReadRangeOfTypes, connection);
        command.Parameters.Add(Parameter.Of(after));
        command.Parameters.Add(Parameter.Of(upTo));
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = limit, NpgsqlDbType = NpgsqlDbType.Integer });
        if (aliases is not null) command.Parameters.Add(Parameter.Of(aliases));
        return command;
    }
}
