namespace Engagement.Api.Common;

/// <summary>What holds for a change of something that others may change too.</summary>
/// <param name="ExpectedVersion">The version you read; the request is refused when someone has changed it since.</param>
/// <param name="IdempotencyKey">A key of your own; repeating the request with it changes nothing and answers the same.</param>
public sealed record Versioned(int? ExpectedVersion, string? IdempotencyKey);
