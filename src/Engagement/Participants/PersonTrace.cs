using EventStore;

namespace Engagement.Participants;

/// <summary>A stream in which something is recorded of a person.</summary>
/// <param name="What">What it is, as a heading: "Answers to a survey".</param>
/// <param name="StreamId">The stream.</param>
public sealed record PersonTrace(string What, Guid StreamId)
{
    /// <summary>Whose key the words in it are sealed with, where that is not the person's own pseudonym.</summary>
    public Guid? Subject { get; init; }

    /// <summary>Which of its events are theirs; null: all are.</summary>
    public Func<IEvent, bool>? IsTheirs { get; init; }
}
