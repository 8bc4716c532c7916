namespace EventStore;

/// <summary>Makes events of what was written under one alias.</summary>
internal abstract class EventReader(string alias)
{
    public string Alias { get; } = alias;

    /// <exception cref="EventDeserializationException">The type, its constructor or an upcaster does not fit what was written, whatever it threw.</exception>
    public RecordedEvent Deserialize(ReadOnlySpan<byte> json, long sequence)
    {
        try
        {
            return Read(json) ?? throw new EventDeserializationException(sequence, Alias, null);
        }
        catch (Exception wrong) when (wrong is not (EventDeserializationException or OutOfMemoryException))
        {
            throw new EventDeserializationException(sequence, Alias, wrong);
        }
    }

    protected abstract RecordedEvent? Read(ReadOnlySpan<byte> json);
}
