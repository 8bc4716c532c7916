using EventStore;

namespace Engagement.LoggedFeedback;

/// <summary>One complaint, compliment or comment, from its coming to what was learnt from it.</summary>
public sealed record LogEntry : IEvolve<LogEntry>
{
    public required FeedbackKind Kind { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    public string? District { get; init; }

    public bool IsAcknowledged { get; init; }

    public bool IsAnswered { get; init; }

    public int Lessons { get; init; }

    public static LogEntry? Evolve(LogEntry? state, IEvent e) => (state, e.Data) switch
    {
        (null, FeedbackLogged logged) => new LogEntry { Kind = logged.Kind, ReceivedOn = logged.ReceivedOn, District = logged.District },
        ({ } entry, FeedbackAcknowledged) => entry with { IsAcknowledged = true },
        ({ } entry, FeedbackReclassified reclassified) => entry with { Kind = reclassified.Kind },
        ({ } entry, FeedbackAnswered) => entry with { IsAnswered = true },
        ({ } entry, LessonDrawn) => entry with { Lessons = entry.Lessons + 1 },
        _ => state,
    };
}
