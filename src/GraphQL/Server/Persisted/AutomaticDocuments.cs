using System.Collections.Concurrent;

namespace GraphQL.Server;

/// <summary>Documents that clients have registered by their hash. The least recently used half goes when it is full; clients register again.</summary>
internal sealed class AutomaticDocuments(int maxCount)
{
    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.OrdinalIgnoreCase);
    private long _clock;

    public string? Find(string hash)
    {
        if (!_entries.TryGetValue(hash, out var entry))
            return null;
        entry.LastUsed = Interlocked.Increment(ref _clock);
        return entry.Document;
    }

    public void Add(string hash, string document)
    {
        if (maxCount <= 0)
            return;
        if (_entries.Count >= maxCount)
        {
            foreach (var (old, _) in _entries.OrderBy(entry => entry.Value.LastUsed).Take(Math.Max(1, maxCount / 2)).ToList())
                _entries.TryRemove(old, out _);
        }
        _entries[hash] = new Entry(document) { LastUsed = Interlocked.Increment(ref _clock) };
    }

    private sealed class Entry(string document)
    {
        public string Document { get; } = document;

        public long LastUsed { get; set; }
    }
}
