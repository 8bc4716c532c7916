using System.Text.Json;

namespace EventStore;

/// <summary>One recorded fact with what the log knows about it.</summary>
public interface IEvent
{
    /// <summary>The identity of the event.</summary>
    Guid Id { get; }

    /// <summary>The position in the whole log, from 1, rising, not dense; zero until the event is saved.</summary>
    long Sequence { get; }

    /// <summary>The position in its stream, from 1, dense.</summary>
    long Version { get; }

    /// <summary>The stream the event belongs to; empty where streams are identified by strings.</summary>
    Guid StreamId { get; }

    /// <summary>The stream's key where streams are identified by strings; null otherwise.</summary>
    string? StreamKey { get; }

    /// <summary>The event itself; an <see cref="UnknownEvent"/> when no type is registered for it.</summary>
    object Data { get; }

    /// <summary>The stable alias of the event's type, in snake case.</summary>
    string EventTypeName { get; }

    /// <summary>When it was appended, by the writer's clock, to the microsecond.</summary>
    DateTimeOffset Timestamp { get; }

    /// <summary>The tenant it belongs to.</summary>
    string TenantId { get; }

    /// <summary>What the work as a whole is known by, if given.</summary>
    string? CorrelationId { get; }

    /// <summary>What caused it, if given.</summary>
    string? CausationId { get; }

    /// <summary>Who did it, if given.</summary>
    string? UserName { get; }

    /// <summary>What else was written beside it, if anything.</summary>
    IReadOnlyDictionary<string, JsonElement>? Headers { get; }

    /// <summary>Whether its stream was archived.</summary>
    bool IsArchived { get; }
}
