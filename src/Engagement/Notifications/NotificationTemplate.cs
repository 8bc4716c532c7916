namespace Engagement.Notifications;

/// <summary>A kind of message, for whoever wants to know what is sent to people.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Title">What officers call it.</param>
/// <param name="SentWhen">What makes it be sent.</param>
/// <param name="SentTo">Who gets it.</param>
/// <param name="IsSent">Whether the platform sends it already; else it can be read here before it does.</param>
public sealed record NotificationTemplate(NotificationKind Kind, string Title, string SentWhen, string SentTo, bool IsSent)
{
    /// <summary>Every kind, in the order in which a person meets them.</summary>
    public static IReadOnlyList<NotificationTemplate> All { get; } =
    [
        new(
            NotificationKind.ResponseReceived,
            "Receipt",
            "As soon as somebody who sent answers gives an address to write to.",
            "That person, once for what they sent.",
            IsSent: true),
        new(
            NotificationKind.ViewRead,
            "Your view was read",
            "When the first of the views in what they sent has been read by an officer.",
            "Whoever sent it and asked to be told.",
            IsSent: false),
        new(
            NotificationKind.ViewGrouped,
            "Grouped with others",
            "When the first of their views is coded to a theme.",
            "Whoever sent it and asked to be told.",
            IsSent: true),
        new(
            NotificationKind.EntryPublished,
            "You said, we did",
            "When an entry is published.",
            "Everybody who asked to be told and has a view in the theme that it answers.",
            IsSent: true),
        new(
            NotificationKind.ConfirmationAsked,
            "Does this answer you?",
            "When those who were told are asked whether the entry answers them.",
            "Everybody who asked to be told and has a view in the theme that it answers.",
            IsSent: true),
        new(
            NotificationKind.ConsultationOpened,
            "Consultation opened",
            "When a consultation opens in an area that somebody wants to hear of.",
            "Whoever asked to hear of that area.",
            IsSent: false),
        new(
            NotificationKind.Digest,
            "All that is new",
            "When several messages wait for the same person. Ten updates are one e-mail.",
            "That person, in place of the messages in it.",
            IsSent: true),
    ];
}
