namespace Engagement.Notifications;

/// <summary>Stops all messages to somebody.</summary>
/// <param name="Token">From the link in a message; left out for those of one's own account.</param>
public sealed record StopNotifications(string? Token);
