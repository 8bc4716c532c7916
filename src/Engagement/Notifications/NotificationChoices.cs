using Engagement.Common;

namespace Engagement.Notifications;

/// <summary>What somebody wants to be sent. It tells nothing of what they said, and never the whole address.</summary>
/// <param name="Kinds">The messages that they want, of those that there is a choice about.</param>
/// <param name="Frequency">How often.</param>
/// <param name="LeavesTheNight">Whether nothing comes between 9 in the evening and 8 in the morning.</param>
/// <param name="Audience">In whose words they are written to.</param>
/// <param name="Interests">Whose consultations they want to hear of when one opens.</param>
/// <param name="About">What these have to be about; none for whatever they are about.</param>
/// <param name="Districts">In which districts, by the codes of the Office for National Statistics; none for all.</param>
/// <param name="Address">The address with most of it left out, for whoever it belongs to to know it by.</param>
/// <param name="Token">What leads to these choices without signing in, for whoever has shown that the address is theirs.</param>
/// <param name="IsConfirmed">Whether they have shown that the address is theirs: until then nothing but the question is sent.</param>
/// <param name="IsStopped">Whether they stopped all messages.</param>
/// <param name="IsRefused">Whether the mailbox takes no mail: another address has to be given.</param>
public sealed record NotificationChoices(
    IReadOnlyList<NotificationKind> Kinds,
    NotificationFrequency Frequency,
    bool LeavesTheNight,
    NotificationAudience Audience,
    IReadOnlyList<Audience> Interests,
    IReadOnlyList<SubjectArea> About,
    IReadOnlyList<string> Districts,
    string? Address,
    string? Token,
    bool IsConfirmed,
    bool IsStopped,
    bool IsRefused);

/// <summary>Whether somebody is told by e-mail what becomes of a response.</summary>
/// <param name="Reference">The reference on the receipt.</param>
/// <param name="IsFollowed">Whether an address was given to write to, and nobody has stopped it.</param>
/// <param name="IsConfirmed">Whether whoever reads that mailbox has said yes to it: until then nothing but the question is sent, and nothing is said of the address here.</param>
/// <param name="IsRefused">Whether the mailbox takes no mail: another address has to be given.</param>
public sealed record ResponseFollowing(string Reference, bool IsFollowed, bool IsConfirmed, bool IsRefused);
