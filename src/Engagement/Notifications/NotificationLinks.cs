namespace Engagement.Notifications;

/// <summary>Where every message leads besides its own way on.</summary>
/// <param name="Choices">Where the person chooses what is sent to them and how often.</param>
/// <param name="Stop">Where they have no more of it. Opening it changes nothing; a button there does, and so does a mail program's own button.</param>
public sealed record NotificationLinks(Uri Choices, Uri Stop);
