using System.Text.Json;

namespace Engagement.Common;

/// <summary>What is kept with an idempotency key: enough to give a repeat the same answer, and to know that it is a repeat.</summary>
/// <param name="Fingerprint">Of the request.</param>
/// <param name="Id">The thing that it made or changed.</param>
/// <param name="At">When it was.</param>
/// <param name="Count">How many things it changed, where that is told.</param>
public sealed record FirstAnswer(string Fingerprint, Guid Id, DateTimeOffset At, int? Count = null)
{
    public string ToJson() => JsonSerializer.Serialize(this);

    public static FirstAnswer FromJson(string json) =>
        JsonSerializer.Deserialize<FirstAnswer>(json) ?? throw new InvalidOperationException("The kept answer to a request is empty.");
}
