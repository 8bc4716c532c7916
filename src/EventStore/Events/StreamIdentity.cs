namespace EventStore;

/// <summary>What the streams of a store are identified by.</summary>
public enum StreamIdentity
{
    /// <summary>By Guids.</summary>
    AsGuid,

    /// <summary>By texts, such as <c>order/2026-17</c>.</summary>
    AsString,
}
