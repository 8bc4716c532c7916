using System.Buffers;
using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;

namespace EventStore;

/// <summary>
/// Makes the seals while a daemon runs. Each is made in a transaction of its own, in which its maker alone has the turn; its row is its own checkpoint,
/// so a seal is there whole or not at all, and any number of nodes may try.
/// </summary>
/// <remarks>It has no page or checkpoint in common with projections, which are therefore not slowed by it, nor waited for.</remarks>
internal sealed class Sealer(DocumentStore store, SealOptions options) : IAsyncDisposable
{
    private static readonly TimeSpan TurnInterval = TimeSpan.FromMilliseconds(250);

    private readonly Backoff _failed = new(TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(30));
    private readonly BackgroundWork _work = new();
    private volatile ShardState _state = ShardState.Stopped;
    private volatile string? _lastError;
    private int _attempts;
    private long _position;

    /// <summary>Its position is the last that was sealed, by whichever node.</summary>
    public ShardStatus Status => new("Seals", _state, Volatile.Read(ref _position), store.HighWater.Mark, _attempts, _lastError);

    public void Start()
    {
        if (_work.IsStarted) return;
        _state = ShardState.Running;
        _work.Start(RunAsync);
    }

    public Task StopAsync() => _work.StopAsync();

    public async ValueTask DisposeAsync() => await StopAsync().ConfigureAwait(false);

    /// <summary>Seals what is settled, if it is enough, or any at all and late.</summary>
    /// <param name="known">The latest seal as far as this node knows. Where there is another since, what came after has not waited for long.</param>
    /// <param name="mark">What is settled.</param>
    /// <param name="isLate">Whether fewer events than a whole seal are enough.</param>
    /// <param name="cancellationToken">Stops it; nothing is written then.</param>
    public async Task<Attempt> SealAsync(Seal? known, long mark, bool isLate, CancellationToken cancellationToken)
    {
        await using var connection = await store.DataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using (var turn = new NpgsqlCommand(store.Seals.Sql.TakeTurn, connection))
        {
            if (!(bool)(await turn.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!) return new Attempt(known, 0, IsTurnOfAnother: true);
        }

        // A statement of its own after the turn was taken, so that it sees the seal of whoever had the turn before.
        var latest = await SealChain.ReadOneAsync(new NpgsqlCommand(store.Seals.Sql.Latest, connection), cancellationToken).ConfigureAwait(false);
        if (latest?.Number != known?.Number) return new Attempt(latest, 0);

        var events = await ReadAsync(connection, latest?.LastSequence ?? 0, mark, cancellationToken).ConfigureAwait(false);
        if (events.Count == 0 || (events.Count < options.EveryEvents && !isLate)) return new Attempt(latest, events.Count);

        var at = KeptTime.Of(store.Options.TimeProvider.GetUtcNow());
        var seal = Seal.Create(latest, events.SequenceAt(events.Count - 1), events.Count, events.Root(), at);
        await InsertAsync(connection, seal, events, cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        return new Attempt(seal, events.Count);
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var following = store.HighWater.Follow().ConfigureAwait(false);
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await FollowAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (Exception) when (cancellationToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception wrong) when (wrong is not OutOfMemoryException)
            {
                var delay = _failed.Next();
                _attempts++;
                _lastError = $"{wrong.GetType().Name}: {wrong.Message}";
                _state = ShardState.Retrying;
                store.Options.Logger.LogError(wrong, "Sealing failed after log position {Position}; it is tried again in {Delay}.", _position, delay);
                await Task.Delay(delay, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        _state = ShardState.Stopped;
    }

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        var latest = await store.Seals.LatestAsync(cancellationToken).ConfigureAwait(false);
        Succeed(latest);

        // Up to here there is nothing to seal; from here on there may be enough for a whole seal; and this long something has been waiting.
        var empty = latest?.LastSequence ?? 0;
        var whole = empty + options.EveryEvents;
        long? since = null;
        while (true)
        {
            var advanced = store.HighWater.Advanced;
            var mark = store.HighWater.Mark;
            if (mark <= empty)
            {
                await advanced.WaitAsync(cancellationToken).ConfigureAwait(false);
                continue;
            }

            since ??= Stopwatch.GetTimestamp();
            var rest = options.Every - Stopwatch.GetElapsedTime(since.Value);
            if (mark < whole && rest > TimeSpan.Zero)
            {
                await AsyncSignal.WaitAsync(advanced, rest, cancellationToken).ConfigureAwait(false);
                continue;
            }

            var attempt = await SealAsync(latest, mark, rest <= TimeSpan.Zero, cancellationToken).ConfigureAwait(false);
            Succeed(attempt.Latest);
            if (attempt.IsTurnOfAnother)
            {
                await Task.Delay(TurnInterval, cancellationToken).ConfigureAwait(false);
            }
            else if (attempt.Latest?.Number != latest?.Number)
            {
                latest = attempt.Latest;
                empty = latest!.LastSequence;
                whole = empty + options.EveryEvents;
                since = null;
            }
            else
            {
                // What is there is too little. It is not read again before enough may have come, or has waited long enough.
                whole = mark + options.EveryEvents - attempt.Found;
                if (attempt.Found == 0) (empty, since) = (mark, null);
            }
        }
    }

    private async Task<SealedEvents> ReadAsync(NpgsqlConnection connection, long after, long mark, CancellationToken cancellationToken)
    {
        var events = new SealedEvents(options.EveryEvents);
        var digest = new byte[MerkleTree.HashSize];
        var buffer = new ArrayBufferWriter<byte>();
        await using var command = new NpgsqlCommand(store.Seals.Sql.EventsToSeal, connection)
        {
            Parameters = { Parameter.Of(after), Parameter.Of(mark), SealChain.Integer(options.EveryEvents) },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            var sequence = EventDigest.Read(reader, buffer, digest);
            events.Add(sequence, digest);
        }

        return events;
    }

    private async Task InsertAsync(NpgsqlConnection connection, Seal seal, SealedEvents events, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(store.Seals.Sql.Insert, connection)
        {
            Parameters =
            {
                Parameter.Of(seal.Number),
                Parameter.Of(seal.FirstSequence),
                Parameter.Of(seal.LastSequence),
                SealChain.Integer(seal.Count),
                Bytes(Convert.FromHexString(seal.MerkleRoot)),
                Parameter.Of(seal.SealedAt),
                Bytes(Convert.FromHexString(seal.PreviousHash)),
                Bytes(Convert.FromHexString(seal.Hash)),
                Bytes(events.ToArray()),
            },
        };
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    private void Succeed(Seal? latest)
    {
        _attempts = 0;
        _lastError = null;
        _failed.Reset();
        _state = ShardState.Running;
        Volatile.Write(ref _position, latest?.LastSequence ?? 0);
    }

    private static NpgsqlParameter<byte[]> Bytes(byte[] value) => new() { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Bytea };

    /// <param name="Latest">The latest seal there is now.</param>
    /// <param name="Found">How many events wait to be sealed; at most those of one seal.</param>
    /// <param name="IsTurnOfAnother">Whether another is sealing at the moment.</param>
    public sealed record Attempt(Seal? Latest, int Found, bool IsTurnOfAnother = false);
}
