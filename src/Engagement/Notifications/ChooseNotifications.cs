using Engagement.Common;

namespace Engagement.Notifications;

/// <summary>Says which messages somebody wants, and how often.</summary>
/// <param name="Token">From the link in a message; left out for those of one's own account.</param>
/// <param name="Kinds">Those that they want.</param>
/// <param name="Frequency">How often.</param>
/// <param name="LeaveTheNight">Whether nothing is to come between 9 in the evening and 8 in the morning.</param>
/// <param name="Interests">Whose consultations they want to hear of when one opens; none for everybody's, where something else is named.</param>
/// <param name="About">What these have to be about; none for whatever they are about. Left out, it stays as it was chosen.</param>
/// <param name="Districts">In which districts, by the codes of the Office for National Statistics; none for all. Left out, it stays as it was chosen.</param>
public sealed record ChooseNotifications(
    string? Token,
    IReadOnlyList<NotificationKind> Kinds,
    NotificationFrequency Frequency,
    bool LeaveTheNight,
    IReadOnlyList<Audience> Interests,
    IReadOnlyList<SubjectArea>? About = null,
    IReadOnlyList<string>? Districts = null)
{
    /// <summary>
    /// Those that there is a choice about: a receipt comes only when somebody asks for it, all that is new is made of the others, the week is for whoever
    /// wants to hear once a week, and consultations are for whoever names some.
    /// </summary>
    public static IReadOnlyList<NotificationKind> Choices { get; } =
        [NotificationKind.ViewRead, NotificationKind.ViewGrouped, NotificationKind.EntryPublished, NotificationKind.ConfirmationAsked];
}
