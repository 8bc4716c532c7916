namespace EventStore;

/// <summary>Turns an event into what is stored, or says why it cannot be.</summary>
internal static class EventJson
{
    /// <exception cref="InvalidEventException">It does not become JSON, or too much of it.</exception>
    public static byte[] Of(Identity stream, EventTypeMapping mapping, object data, int maxBytes)
    {
        byte[] json;
        try
        {
            json = mapping.Serialize(data);
        }
        // Whatever it is, it came out of the event: a type that JSON cannot hold, a circle, a property that throws.
        catch (Exception wrong) when (wrong is not OutOfMemoryException)
        {
            throw new InvalidEventException("EVENT_NOT_SERIALIZABLE", stream, $"An event '{mapping.Alias}' cannot be written as JSON: {FailureText.KindOf(wrong)}.", wrong);
        }

        if (json.Length <= maxBytes) return json;
        throw new InvalidEventException(
            "EVENT_TOO_LARGE", stream, $"An event '{mapping.Alias}' has {json.Length} bytes of JSON, and {maxBytes} are allowed (Events.MaxEventBytes).");
    }
}
