namespace Engagement.Common;

/// <summary>The same idempotency key came back with other content, so it cannot be the repeat of the first request.</summary>
public sealed class IdempotencyKeyReusedException(string key)
    : EngagementException("IDEMPOTENCY_KEY_REUSED", "This key was already used for a different request. Send a new key with a new request.")
{
    public string Key { get; } = key;
}
