using Engagement.Feedback;

namespace Engagement.Notifications;

/// <summary>What one message is about.</summary>
public abstract record NotificationContent(NotificationKind Kind)
{
    /// <summary>The language of what officers and families wrote in it.</summary>
    public string WordsLanguage { get; init; } = NotificationLanguage.OfOfficers;
}

/// <summary>They are asked whether the address is theirs.</summary>
/// <param name="Confirm">Where they say so: a page with a button, because mail servers open links too.</param>
public sealed record AddressToConfirmContent(Uri Confirm) : NotificationContent(NotificationKind.AddressToConfirm);

/// <summary>What they sent has reached us.</summary>
/// <param name="About">The survey or consultation.</param>
/// <param name="Reference">The reference on the receipt. The secret is never sent: whoever reads the mailbox cannot open what was said.</param>
/// <param name="Journey">Where to follow it.</param>
public sealed record ResponseReceivedContent(string About, string Reference, Uri Journey) : NotificationContent(NotificationKind.ResponseReceived);

/// <summary>It was read.</summary>
public sealed record ViewReadContent(string About, Uri Journey) : NotificationContent(NotificationKind.ViewRead);

/// <summary>It was grouped under a theme.</summary>
public sealed record ViewGroupedContent(string About, string Theme, Uri Journey) : NotificationContent(NotificationKind.ViewGrouped);

/// <summary>There is an answer.</summary>
public sealed record EntryPublishedContent(string YouSaid, EntryState State, string WeDid, Uri Entry) : NotificationContent(NotificationKind.EntryPublished);

/// <summary>They are asked whether it answers them.</summary>
/// <param name="YouSaid">What families said.</param>
/// <param name="State">What kind of answer it is.</param>
/// <param name="WeDid">The answer.</param>
/// <param name="Answer">Where each of the answers is given: a page with a button, because mail servers open links too.</param>
public sealed record ConfirmationAskedContent(string YouSaid, EntryState State, string WeDid, Func<ConfirmationAnswer, Uri> Answer)
    : NotificationContent(NotificationKind.ConfirmationAsked);

/// <summary>A consultation has opened.</summary>
/// <param name="About">Its title.</param>
/// <param name="ClosesOn">Its last day.</param>
/// <param name="Page">Where it is.</param>
/// <param name="Because">What of it they had asked to hear of.</param>
public sealed record ConsultationOpenedContent(string About, DateOnly ClosesOn, Uri Page, ToldBecause Because) : NotificationContent(NotificationKind.ConsultationOpened);

/// <summary>Several at once.</summary>
public sealed record DigestContent(IReadOnlyList<DigestItem> Items) : NotificationContent(NotificationKind.Digest);

/// <summary>What is new of a week.</summary>
/// <param name="Opened">Consultations that opened.</param>
/// <param name="Answered">Answers that were published.</param>
/// <param name="Yours">What became of what they said, where something did.</param>
public sealed record WeeklyDigestContent(IReadOnlyList<DigestItem> Opened, IReadOnlyList<DigestItem> Answered, IReadOnlyList<DigestItem> Yours)
    : NotificationContent(NotificationKind.WeeklyDigest);

/// <summary>Something that somebody of the staff is reminded of.</summary>
/// <param name="Kind">What is to be done.</param>
/// <param name="About">What it is called.</param>
/// <param name="DueOn">By when.</param>
/// <param name="DaysLeft">How many days are left; negative when it is late.</param>
/// <param name="Who">Which role is to do it, or which group it was taken to; null where it is not said.</param>
/// <param name="Page">Where it is done.</param>
public sealed record ReminderContent(NotificationKind Kind, string About, DateOnly DueOn, int DaysLeft, string? Who, Uri Page) : NotificationContent(Kind);

/// <summary>Several of them.</summary>
public sealed record RemindersContent(IReadOnlyList<ReminderContent> Reminders) : NotificationContent(NotificationKind.Reminders);

/// <summary>One of them: what happened to what, and where to see it.</summary>
public sealed record DigestItem(NotificationKind Kind, string About, Uri Address)
{
    /// <summary>The language that it is named in.</summary>
    public string Language { get; init; } = NotificationLanguage.OfOfficers;
}
