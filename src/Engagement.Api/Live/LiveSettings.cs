namespace Engagement.Api.Live;

/// <summary>How a node treats its followers.</summary>
/// <param name="Patience">How long a client may leave what it is sent unread before it is let go.</param>
public sealed record LiveSettings(TimeSpan Patience);
