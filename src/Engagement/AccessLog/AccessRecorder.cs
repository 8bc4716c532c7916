using Engagement.Common;
using EventStore;

namespace Engagement.AccessLog;

/// <summary>
/// Records that views are about to be read. Whoever shows them waits for it, so nothing is shown of which there is no record. It costs little all the
/// same: what is asked for while one record is being written is written together as the next, and what one request reads in the same place is one event.
/// </summary>
public sealed class AccessRecorder(DocumentStore store, TimeProvider clock)
{
    /// <summary>Whoever uses the command line, in place of a role: the platform knows nothing of them but what the machine says.</summary>
    public const string Operator = "operator-at-the-command-line";

    private const int PurposeLimit = 200;

    // Each process writes streams of its own, one a day, so that two never wait for one another.
    private readonly string _process = Guid.CreateVersion7().ToString("N");
    private readonly Lock _lock = new();
    private List<Reading> _waiting = [];
    private bool _isWriting;

    /// <summary>Completes when it is on record.</summary>
    /// <param name="read">Who reads what.</param>
    /// <param name="request">What tells one request from another.</param>
    public Task RecordAsync(ViewsRead read, object request)
    {
        var reading = new Reading(Shorten(read), request);
        lock (_lock)
        {
            _waiting.Add(reading);
            if (!_isWriting)
            {
                _isWriting = true;
                _ = WriteAllAsync();
            }
        }

        return reading.Recorded.Task;
    }

    /// <summary>Completes when it is on record that a command is about to be carried out.</summary>
    public async Task RecordAsync(CommandUsed used, CancellationToken cancellationToken)
    {
        await using var session = store.LightweightSession();
        session.LastModifiedBy = Operator;
        session.Events.Append(StreamOfToday(), used);
        await session.SaveChangesAsync(cancellationToken);
    }

    private Guid StreamOfToday() => DeterministicId.From("access day", IsoDay.Of(LondonCalendar.DayOf(clock.GetUtcNow())), _process);

    private static ViewsRead Shorten(ViewsRead read) => read.Page is { Length: > PurposeLimit } page ? read with { Page = page[..PurposeLimit] } : read;

    private async Task WriteAllAsync()
    {
        // Those who ask in the same moment are to be in the same record.
        await Task.Yield();
        while (true)
        {
            List<Reading> readings;
            lock (_lock)
            {
                if (_waiting.Count == 0)
                {
                    _isWriting = false;
                    return;
                }

                (readings, _waiting) = (_waiting, []);
            }

            try
            {
                await WriteAsync(readings);
                readings.ForEach(reading => reading.Recorded.SetResult());
            }
            catch (Exception failure)
            {
                // Without a record nothing is shown.
                readings.ForEach(reading => reading.Recorded.SetException(failure));
            }
        }
    }

    private async Task WriteAsync(List<Reading> readings)
    {
        var stream = StreamOfToday();
        foreach (var role in readings.GroupBy(reading => reading.Read.Role))
        {
            await using var session = store.LightweightSession();
            session.LastModifiedBy = role.Key;
            session.Events.Append(stream, [.. OneForEachRequest(role)]);
            await session.SaveChangesAsync(CancellationToken.None);
        }
    }

    private static IEnumerable<object> OneForEachRequest(IEnumerable<Reading> readings) => readings
        .GroupBy(reading => (reading.Request, Read: reading.Read with { Count = 0 }))
        .Select(same => same.Key.Read with { Count = same.Sum(reading => reading.Read.Count) });

    private sealed record Reading(ViewsRead Read, object Request)
    {
        public TaskCompletionSource Recorded { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
