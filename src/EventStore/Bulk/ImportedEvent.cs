using System.Text.Json;

namespace EventStore;

/// <summary>An event of a bulk insert with what is known about it from elsewhere, such as when it really happened.</summary>
/// <param name="Data">The event itself, of a type that could be appended.</param>
public sealed record ImportedEvent(object Data)
{
    private readonly DateTimeOffset? _timestamp;

    /// <summary>The identity of the event; a new one unless given.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>When it happened, in UTC and to the microsecond as the database keeps it; the moment of the insert when null.</summary>
    public DateTimeOffset? Timestamp
    {
        get => _timestamp;
        init => _timestamp = value is { } given ? KeptTime.Of(given) : null;
    }

    /// <summary>What the work as a whole was known by.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>What caused it.</summary>
    public string? CausationId { get; init; }

    /// <summary>Who did it.</summary>
    public string? UserName { get; init; }

    /// <summary>What else is to be written beside it.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Headers { get; init; }
}
