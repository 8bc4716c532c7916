namespace Engagement.Notifications;

/// <summary>Stops all messages to somebody.</summary>
/// <param name="Token">From the link in a message.</param>
public sealed record StopNotifications(string Token);
