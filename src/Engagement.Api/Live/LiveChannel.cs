namespace Engagement.Api.Live;

/// <summary>
/// The changes that reach those who follow one thing: of everything that changed the last time, in log order. Only used by <see cref="LiveLog"/>, within
/// its lock.
/// </summary>
internal sealed class LiveChannel
{
    private readonly Dictionary<(string Kind, string Id), LiveEntry> _last = [];
    private readonly List<LiveEntry> _entries = [];
    private int _overtaken;

    public HashSet<LiveFollower> Followers { get; } = [];

    public bool IsEmpty => _entries.Count == 0 && Followers.Count == 0;

    /// <summary>Who may follow, as it was looked up for a state of the log.</summary>
    public (long Turn, Task<LiveAccess> Access)? Access { get; set; }

    public void Add(LiveNote note, long position)
    {
        var thing = (note.Kind, note.Id);
        var shownAfter = note.IsGone ? 0 : position;
        if (_last.TryGetValue(thing, out var before))
        {
            shownAfter = before.ShownAfter;
            before.IsOvertaken = true;
            _overtaken++;
        }

        var entry = new LiveEntry(position, note, shownAfter);
        _last[thing] = entry;
        _entries.Add(entry);
        if (_overtaken > 32 && _overtaken > _entries.Count / 2)
            Compact();
    }

    /// <summary>Forgets what was at or before a position.</summary>
    public void Forget(long floor)
    {
        var end = FirstAfter(floor);
        if (end == 0)
            return;
        for (var i = 0; i < end; i++)
        {
            if (_entries[i].IsOvertaken)
                _overtaken--;
            else
                _last.Remove((_entries[i].Note.Kind, _entries[i].Note.Id));
        }

        _entries.RemoveRange(0, end);
    }

    /// <summary>What comes after a position, so much at most.</summary>
    public void Collect(long cursor, long seen, int most, List<LiveEntry> into)
    {
        for (var i = FirstAfter(cursor); i < _entries.Count && most > 0; i++)
        {
            if (_entries[i].IsFor(seen))
            {
                into.Add(_entries[i]);
                most--;
            }
        }
    }

    private void Compact()
    {
        _entries.RemoveAll(entry => entry.IsOvertaken);
        _overtaken = 0;
    }

    private int FirstAfter(long position)
    {
        var (low, high) = (0, _entries.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_entries[middle].Position <= position)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
