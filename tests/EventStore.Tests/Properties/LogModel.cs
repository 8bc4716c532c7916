namespace EventStore.Tests.Properties;

/// <summary>What a store has to hold, in the simplest form that can say it.</summary>
internal sealed class LogModel
{
    private readonly Dictionary<Guid, (List<int> Events, bool IsArchived)> _streams = [];

    public long VersionOf(Guid stream) => _streams.TryGetValue(stream, out var known) ? known.Events.Count : 0;

    public bool IsArchived(Guid stream) => _streams.TryGetValue(stream, out var known) && known.IsArchived;

    public IEnumerable<(long Version, int Number, bool IsArchived)> EventsOf(Guid stream) => _streams.TryGetValue(stream, out var known)
        ? known.Events.Select((number, index) => ((long)index + 1, number, known.IsArchived))
        : [];

    /// <summary>Takes a unit of work in, or says that it is refused.</summary>
    public bool Take(Unit unit)
    {
        if (unit.IsBroken) return false;
        foreach (var (stream, append) in unit.Appends)
        {
            if (append.At is { } version && version != VersionOf(stream)) return false;
            if (IsArchived(stream)) return false;
        }

        foreach (var (stream, append) in unit.Appends)
        {
            var known = _streams.GetValueOrDefault(stream, ([], false));
            known.Events.AddRange(append.Events);
            _streams[stream] = known;
        }

        foreach (var (stream, toArchive) in unit.Moves)
            if (_streams.TryGetValue(stream, out var known)) _streams[stream] = (known.Events, toArchive);
        return true;
    }

    /// <summary>What a session has collected. Each method says whether the store is to take it.</summary>
    internal sealed class Unit
    {
        /// <summary>By stream the version it must be at (zero for none yet, null for wherever) and the events.</summary>
        public Dictionary<Guid, (long? At, List<int> Events)> Appends { get; } = [];

        public List<(Guid Stream, bool ToArchive)> Moves { get; } = [];

        public bool IsBroken { get; set; }

        public bool Start(Guid stream, DoorCounted[] events) => !Appends.ContainsKey(stream) && Put(stream, 0, events);

        public bool Append(Guid stream, DoorCounted[] events) => Put(stream, Appends.TryGetValue(stream, out var known) ? known.At : null, events);

        public bool AppendAt(Guid stream, long version, DoorCounted[] events)
        {
            if (!Appends.TryGetValue(stream, out var known)) return Put(stream, version, events);

            // Said of the stream as it was before the unit of work, or as it is with what the unit has collected.
            if (known.At is not { } before) return Put(stream, version - known.Events.Count, events);
            return (version == before || version == before + known.Events.Count) && Put(stream, before, events);
        }

        public void Archive(Guid stream, bool toArchive) => Moves.Add((stream, toArchive));

        private bool Put(Guid stream, long? at, DoorCounted[] events)
        {
            var known = Appends.TryGetValue(stream, out var collected) ? collected.Events : [];
            known.AddRange(events.Select(e => e.People));
            Appends[stream] = (at, known);
            return true;
        }
    }
}
