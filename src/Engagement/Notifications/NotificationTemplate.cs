namespace Engagement.Notifications;

/// <summary>A kind of message, for whoever wants to know what is sent to people.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Title">What officers call it.</param>
/// <param name="SentWhen">What makes it be sent.</param>
/// <param name="SentTo">Who gets it.</param>
/// <param name="IsForStaff">Whether it is for people who work here, in English and by a template of its own.</param>
public sealed record NotificationTemplate(NotificationKind Kind, string Title, string SentWhen, string SentTo, bool IsForStaff = false)
{
    /// <summary>Every kind, in the order in which a person meets them.</summary>
    public static IReadOnlyList<NotificationTemplate> All { get; } =
    [
        new(
            NotificationKind.AddressToConfirm,
            "Is this your address?",
            "When somebody gives an address that nobody has confirmed. Nothing else is sent to it until they press the button behind its link.",
            "Whoever reads that mailbox."),
        new(
            NotificationKind.ResponseReceived,
            "Receipt",
            "As soon as somebody who sent answers has given an address and confirmed it.",
            "That person, once for what they sent."),
        new(
            NotificationKind.ViewRead,
            "Your view was read",
            "When the first of the views in what they sent has been coded or marked as not codable. Left out where the same e-mail says that it was grouped.",
            "Whoever sent it and asked to be told."),
        new(
            NotificationKind.ViewGrouped,
            "Grouped with others",
            "When the first of their views is coded to a theme.",
            "Whoever sent it and asked to be told."),
        new(
            NotificationKind.EntryPublished,
            "You said, we did",
            "When an entry is published.",
            "Everybody who asked to be told and has a view in the theme that it answers."),
        new(
            NotificationKind.ConfirmationAsked,
            "Does this answer you?",
            "When those who were told are asked whether the entry answers them.",
            "Everybody who asked to be told and has a view in the theme that it answers."),
        new(
            NotificationKind.ConsultationOpened,
            "Consultation opened",
            "On the first day of a consultation that asks the group, is about the services and is in the district that somebody wants to hear of.",
            "Whoever chose what it is for, what it is about and where it is, as far as they chose any of it: all of that has to match. They choose it in their account or by the link of an e-mail, and it says what they chose."),
        new(
            NotificationKind.Digest,
            "All that is new",
            "When several messages wait for the same person. Ten updates are one e-mail.",
            "That person, in place of the messages in it."),
        new(
            NotificationKind.WeeklyDigest,
            "The week",
            "On Monday at 8 in the morning, where something opened or was answered in the week before.",
            "Whoever chose to hear once a week. What became of theirs is in the same e-mail."),
        new(
            NotificationKind.ResponseDue,
            "Report owed",
            Reminded("12 weeks after a consultation closed", NotificationKind.ResponseDue),
            "Staff who may publish reports and asked for reminders.",
            IsForStaff: true),
        new(
            NotificationKind.CommitmentDue,
            "Promise due",
            Reminded("the day that was promised", NotificationKind.CommitmentDue),
            "Staff who may record what was done and asked for reminders. It names the role that promised it.",
            IsForStaff: true),
        new(
            NotificationKind.ErasureDue,
            "Request for erasure due",
            Reminded("a month after the request came", NotificationKind.ErasureDue),
            "Privacy officers who asked for reminders.",
            IsForStaff: true),
        new(
            NotificationKind.LoopEscalated,
            "Loop taken to the next group",
            "In the morning after an overdue loop went one group up the governance chain.",
            "Staff who may decide and asked for reminders.",
            IsForStaff: true),
        new(
            NotificationKind.Reminders,
            "Several reminders",
            "When several reminders fall on a morning: they are one e-mail.",
            "That person, in place of the reminders in it.",
            IsForStaff: true),
    ];

    /// <summary>In whose words it is written.</summary>
    public IReadOnlyList<NotificationAudience> Audiences => IsForStaff
        ? [NotificationAudience.Staff]
        : Kind is NotificationKind.AddressToConfirm
            ? [NotificationAudience.Families, NotificationAudience.YoungPeople, NotificationAudience.Staff]
            : [NotificationAudience.Families, NotificationAudience.YoungPeople];

    private static string Reminded(string day, NotificationKind kind)
    {
        var stages = DueReminders.Stages[kind];
        return $"{Days(stages.Where(stage => stage < 0))} before, on, and {Days(stages.Where(stage => stage > 0))} after {day}, until it is done.";

        static string Days(IEnumerable<int> stages)
        {
            var numbers = stages.Select(Math.Abs).ToList();
            return $"{string.Join(" and ", numbers)} {(numbers[^1] == 1 ? "day" : "days")}";
        }
    }
}
