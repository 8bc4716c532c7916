using EventStore;

namespace Engagement.LoggedFeedback;

public sealed class LogEntrySheetProjection : SingleStreamProjection<LogEntrySheet>
{
    public override IReadOnlyCollection<Type> EventTypes { get; } = LoggedFeedbackModule.Types;

    public override LogEntrySheet? Evolve(LogEntrySheet? snapshot, Guid id, IEvent e)
    {
        var sheet = Show(snapshot, id, e);
        return sheet is null ? null : sheet with { Version = (int)e.Version };
    }

    private static LogEntrySheet? Show(LogEntrySheet? sheet, Guid id, IEvent e) => (sheet, e.Data) switch
    {
        (null, FeedbackLogged logged) => new LogEntrySheet
        {
            Id = id,
            Kind = logged.Kind,
            Service = logged.Service,
            ReceivedOn = logged.ReceivedOn,
            District = logged.District,
        },
        ({ }, FeedbackAcknowledged acknowledged) => sheet with { AcknowledgedOn = acknowledged.AcknowledgedOn },
        ({ }, FeedbackReclassified reclassified) => sheet with { Kind = reclassified.Kind },
        ({ }, FeedbackAnswered answered) => sheet with { AnsweredOn = answered.AnsweredOn },
        ({ }, LessonDrawn) => sheet with { Lessons = sheet.Lessons + 1 },
        _ => sheet,
    };
}
