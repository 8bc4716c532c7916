namespace EventStore;

/// <summary>The unit of work carried an idempotency key that an earlier one already used; nothing was written by this one.</summary>
public sealed class IdempotencyKeyReusedException : EventStoreException
{
    internal IdempotencyKeyReusedException(string key, string firstResult)
        : base(
            "IDEMPOTENCY_KEY_REUSED",
            $"The idempotency key '{key}' was used before. Nothing was written; answer with the first result instead.")
    {
        Key = key;
        FirstResult = firstResult;
    }

    /// <summary>The key that was used before.</summary>
    public string Key { get; }

    /// <summary>The result that the first use of the key kept.</summary>
    public string FirstResult { get; }
}
