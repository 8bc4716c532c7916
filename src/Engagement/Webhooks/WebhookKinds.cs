using Engagement.Consultations;
using Engagement.Feedback;
using Engagement.Forums;
using Engagement.Releases;
using EventStore;

namespace Engagement.Webhooks;

/// <summary>Something that programs of others can be told of. A published contract: a kind never changes its meaning, and its shape only grows.</summary>
/// <param name="Name">What it is called, in a subscription and in what is sent.</param>
/// <param name="Meaning">When it is sent.</param>
public sealed record WebhookKind(string Name, string Meaning)
{
    /// <summary>What is sent, as a JSON Schema.</summary>
    public string Schema => Published("schema");

    /// <summary>What is sent, as an example.</summary>
    public string Sample => Published("sample");

    private string Published(string what)
    {
        using var file = typeof(WebhookKind).Assembly.GetManifestResourceStream($"webhooks/{Name}.{what}.json")
            ?? throw new InvalidOperationException($"The {what} of {Name} is not published.");
        return new StreamReader(file).ReadToEnd();
    }
}

/// <summary>All kinds. Each is of something that anybody can read, and is made of the event that made it so.</summary>
public static class WebhookKinds
{
    public const string Opened = "consultation.opened";
    public const string DateChanged = "consultation.closing-date-changed";
    public const string Paused = "consultation.paused";
    public const string Resumed = "consultation.resumed";
    public const string Closed = "consultation.closed";
    public const string Report = "consultation.report-published";
    public const string Withdrawn = "consultation.withdrawn";
    public const string Entry = "entry.published";
    public const string Correction = "entry.corrected";
    public const string Loop = "loop.closed";
    public const string Release = "release.published";
    public const string Topic = "topic.published";
    public const string TopicEnd = "topic.closed";
    public const string TopicSummary = "topic.summary-published";

    /// <summary>Sent when somebody asks for a test, and to nobody else.</summary>
    public const string Test = "webhook.test";

    /// <summary>Those that can be subscribed to, in the order in which things happen.</summary>
    public static IReadOnlyList<WebhookKind> All { get; } =
    [
        new(Opened, "A consultation is announced, with the days it is open"),
        new(DateChanged, "The last day of a consultation has moved"),
        new(Paused, "A consultation takes no answers for now"),
        new(Resumed, "A consultation takes answers again, and until when"),
        new(Closed, "The last day of a consultation is over"),
        new(Report, "The report of a consultation, or a new version of it, can be read"),
        new(Withdrawn, "A consultation that was announced is given up"),
        new(Entry, "A “you said, we did” is published, or its answer has moved on"),
        new(Correction, "The words of a published “you said, we did” were put right"),
        new(Loop, "Everything promised in a “you said, we did” is done, and people were told"),
        new(Release, "Figures are published for good"),
        new(Topic, "A forum asks a question"),
        new(TopicEnd, "A question of a forum was closed before its last day"),
        new(TopicSummary, "What was heard on a question of a forum can be read"),
    ];

    internal static IReadOnlyCollection<Type> EventTypes { get; } =
    [
        typeof(ConsultationOpened), typeof(ClosingDateExtended), typeof(ClosingDateCorrected), typeof(ConsultationPaused), typeof(ConsultationResumed),
        typeof(ConsultationClosed), typeof(ReportPublished), typeof(ConsultationWithdrawn), typeof(EntryPublished), typeof(EntryCorrected),
        typeof(LoopClosed), typeof(ReleasePublished), typeof(TopicPublished), typeof(TopicClosed), typeof(TopicSummaryPublished),
    ];

    /// <summary>The kind that an event is told of as; null for one of which nobody is told.</summary>
    internal static string? Of(IEvent e) => e.Data switch
    {
        ConsultationOpened => Opened,
        ClosingDateExtended or ClosingDateCorrected => DateChanged,
        ConsultationPaused => Paused,
        ConsultationResumed => Resumed,
        ConsultationClosed => Closed,
        ReportPublished => Report,
        ConsultationWithdrawn => Withdrawn,
        EntryPublished => Entry,
        EntryCorrected => Correction,
        LoopClosed => Loop,
        ReleasePublished => Release,
        TopicPublished => Topic,
        TopicClosed => TopicEnd,
        TopicSummaryPublished => TopicSummary,
        _ => null,
    };
}
