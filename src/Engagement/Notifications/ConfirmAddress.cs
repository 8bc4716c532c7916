namespace Engagement.Notifications;

/// <summary>Says that an address is one's own.</summary>
/// <param name="Token">From the link in the message that asked.</param>
public sealed record ConfirmAddress(string Token);
