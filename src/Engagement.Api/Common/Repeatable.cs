namespace Engagement.Api.Common;

/// <summary>What holds for a request that makes something new.</summary>
/// <param name="IdempotencyKey">A key of your own; repeating the request with it changes nothing and answers the same.</param>
public sealed record Repeatable(string? IdempotencyKey);
