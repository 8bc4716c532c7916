namespace Engagement.Api.Authorization;

/// <summary>Whoever asks, as what a request is about.</summary>
internal sealed record Oneself;
