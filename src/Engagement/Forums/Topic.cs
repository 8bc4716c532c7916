using Engagement.Common;
using EventStore;

namespace Engagement.Forums;

/// <summary>A published question in a forum. It opens and closes by itself at its dates.</summary>
public sealed record Topic : IEvolve<Topic>
{
    public required Guid ForumId { get; init; }

    public required DateOnly OpensOn { get; init; }

    /// <summary>The last day on which it takes contributions.</summary>
    public required DateOnly ClosesOn { get; init; }

    public Guid? ConsultationId { get; init; }

    public DateOnly? ClosedEarlyOn { get; init; }

    public bool IsPinned { get; init; }

    /// <summary>What was heard; null until its body has said so.</summary>
    public string? Summary { get; init; }

    public static Topic? Evolve(Topic? state, IEvent e) => (state, e.Data) switch
    {
        (null, TopicPublished published) => new Topic
        {
            ForumId = published.ForumId,
            OpensOn = published.OpensOn,
            ClosesOn = published.ClosesOn,
            ConsultationId = published.ConsultationId,
        },
        ({ } topic, TopicPinned pinned) => topic with { IsPinned = pinned.Pinned },
        ({ } topic, TopicSummaryPublished summary) => topic with { Summary = summary.Text },
        ({ } topic, TopicClosed closed) => topic with { ClosedEarlyOn = closed.ClosedOn },
        _ => state,
    };

    public TopicState StateOn(DateOnly today) => StateOn(today, OpensOn, ClosesOn, ClosedEarlyOn);

    internal static TopicState StateOn(DateOnly today, DateOnly opensOn, DateOnly closesOn, DateOnly? closedEarlyOn)
    {
        if (closedEarlyOn is not null || today > closesOn)
            return TopicState.Closed;

        return today < opensOn ? TopicState.Coming : TopicState.Open;
    }

    /// <summary>Why nothing can be said here today; null when it can.</summary>
    public Refusal? CheckOpen(DateOnly today) => StateOn(today) switch
    {
        TopicState.Open => null,
        TopicState.Coming => new Refusal(
            "TOPIC_NOT_OPEN_YET", $"This topic has not opened yet. You can take part from {LondonCalendar.Text(OpensOn)}"),
        _ => new Refusal(
            "TOPIC_CLOSED",
            $"This topic closed on {LondonCalendar.Text(ClosedEarlyOn ?? ClosesOn)}. You can read what was said, take part in "
            + "another topic, or tell us by e-mail or post, shown on the forum's page"),
    };
}
