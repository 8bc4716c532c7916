namespace Engagement.Notifications;

/// <summary>Says where somebody who has an account is to be written to, also where they have sent nothing. Another address than before has to be confirmed.</summary>
/// <param name="Address">Where to write to; left out for the one that they sign in with, which is known to be theirs.</param>
/// <param name="Audience">In whose words.</param>
/// <param name="Language">The code of the language to write in.</param>
public sealed record GiveAddress(string? Address, NotificationAudience Audience, string Language);
