namespace Engagement.Notifications;

/// <summary>Says which messages somebody wants, and how often.</summary>
/// <param name="Token">From the link in a message.</param>
/// <param name="Kinds">Those that they want.</param>
/// <param name="Frequency">How often.</param>
/// <param name="LeaveTheNight">Whether nothing is to come between 9 in the evening and 8 in the morning.</param>
public sealed record ChooseNotifications(string Token, IReadOnlyList<NotificationKind> Kinds, NotificationFrequency Frequency, bool LeaveTheNight)
{
    /// <summary>Those that there is a choice about: a receipt comes only when somebody asks for it, and all that is new is made of the others.</summary>
    public static IReadOnlyList<NotificationKind> Choices { get; } =
        [NotificationKind.ViewGrouped, NotificationKind.EntryPublished, NotificationKind.ConfirmationAsked];
}
