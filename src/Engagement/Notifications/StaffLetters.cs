using Engagement.Common;

namespace Engagement.Notifications;

/// <summary>The templates of what staff are sent, in English.</summary>
internal static class StaffLetters
{
    public static Letter Write(Place place, NotificationContent content, NotificationLinks links)
    {
        var (subject, parts) = content switch
        {
            AddressToConfirmContent asked => Confirm(asked),
            ReminderContent reminder => One(reminder),
            RemindersContent several => Several(several),
            _ => throw new ArgumentOutOfRangeException(nameof(content), content, "There is no template for staff of it."),
        };
        return new Letter(place, subject, NotificationLanguage.English, NotificationAudience.Staff, parts, Footer(place, content is AddressToConfirmContent, links));
    }

    private static LetterPart[] Footer(Place place, bool isQuestion, NotificationLinks links) =>
    [
        new OwnSentences(isQuestion
            ? "You get this because somebody asked for reminders to this address. If it was not you, you need do nothing."
            : "You get this because you asked for reminders of the work that is yours to do. What is done is not reminded of."),
        new LetterLink("Choose your reminders", links.Choices, IsMain: false),
        new LetterLink("Stop these e-mails", links.Stop, IsMain: false),
        .. LetterWriter.WhoSends(place, NotificationLanguage.English),
    ];

    private static (string, LetterPart[]) Confirm(AddressToConfirmContent content) => (
        "Confirm your address for reminders",
        [
            new OwnSentences("You asked to be reminded by e-mail of what is due. Please show that you read this mailbox."),
            new LetterLink("Yes, send me reminders here", content.Confirm),
            new OwnSentences("This opens a page with a button. Until you press it, nothing else is sent. After a week the address is forgotten."),
        ]);

    private static (string, LetterPart[]) One(ReminderContent reminder) => (
        Line(reminder),
        [
            new OwnSentences(Why(reminder.Kind)),
            new QuotedWords(null, reminder.About),
            new LetterFact("Due on", NotificationLanguage.English.Text(reminder.DueOn)),
            .. reminder.Who is { } who ? [new LetterFact(reminder.Kind is NotificationKind.LoopEscalated ? "Taken to" : "To be done by", who)] : Array.Empty<LetterPart>(),
            new LetterLink("Go to it", reminder.Page),
        ]);

    private static (string, LetterPart[]) Several(RemindersContent content)
    {
        var late = content.Reminders.Count(reminder => reminder.DaysLeft < 0);
        return (
            late == 0 ? $"{content.Reminders.Count} things are due" : $"{content.Reminders.Count} things are due, {late} of them overdue",
            [
                new OwnSentences("This is what is due, what is late first."),
                .. content.Reminders.OrderBy(reminder => reminder.DueOn).Select(reminder => new LetterItem(Line(reminder), reminder.About, reminder.Page)),
            ]);
    }

    private static string Line(ReminderContent reminder) => reminder.Kind switch
    {
        NotificationKind.LoopEscalated => "An overdue loop was taken to the next group",
        _ => $"{Name(reminder.Kind)} {When(reminder.DaysLeft)}",
    };

    private static string Name(NotificationKind kind) => kind switch
    {
        NotificationKind.ResponseDue => "The report of a consultation",
        NotificationKind.CommitmentDue => "A promise to families",
        NotificationKind.ErasureDue => "The answer to a request for erasure",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Nobody is reminded of it."),
    };

    private static string When(int daysLeft) => daysLeft switch
    {
        < -1 => $"is {-daysLeft} days overdue",
        -1 => "was due yesterday",
        0 => "is due today",
        1 => "is due tomorrow",
        _ => $"is due in {daysLeft} days",
    };

    private static string Why(NotificationKind kind) => kind switch
    {
        NotificationKind.ResponseDue => "People who took part were promised an answer within 12 weeks of the close.",
        NotificationKind.CommitmentDue => "Families were promised this. Record what was done, or move the date and say why.",
        NotificationKind.ErasureDue => "The law gives one month to answer.",
        _ => "It was not closed in time, so it went one group up the governance chain by itself.",
    };
}
