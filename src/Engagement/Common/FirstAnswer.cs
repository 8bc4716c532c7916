using System.Text.Json;

namespace Engagement.Common;

/// <summary>What is kept with an idempotency key: enough to give a repeat the same answer, and to know that it is a repeat.</summary>
public sealed record FirstAnswer(string Fingerprint, Guid Id, DateTimeOffset At)
{
    public string ToJson() => JsonSerializer.Serialize(this);

    public static FirstAnswer FromJson(string json) =>
        JsonSerializer.Deserialize<FirstAnswer>(json) ?? throw new InvalidOperationException("The kept answer to a request is empty.");
}
