using EventStore;
using GraphQL;

namespace Engagement.Api.Live;

/// <summary>A kind of thing that clients may follow: which events concern it, and who may. Add one to the services and it can be followed.</summary>
public abstract class LiveTopic
{
    /// <summary>What clients call it.</summary>
    public abstract string Name { get; }

    /// <summary>For how long changes are gathered into one update; zero: each is told at once.</summary>
    public virtual TimeSpan GatheredFor => TimeSpan.Zero;

    /// <summary>The one that a client names after the topic's name and a colon.</summary>
    /// <param name="which">What it names; null when it names the topic alone.</param>
    /// <exception cref="GraphQLException">It names none.</exception>
    public abstract LiveSubject Subject(string? which);

    /// <summary>What an event says to whom. The same for the same log, whenever it is asked.</summary>
    public abstract ValueTask<IReadOnlyList<LiveNote>> NotesOfAsync(IEvent e, LiveOrigins origins, CancellationToken cancellation);

    /// <summary>Who may follow a subject, as things are now.</summary>
    public abstract ValueTask<LiveAccess> AccessAsync(LiveSubject subject, CancellationToken cancellation);

    /// <summary>The things whose notes reach whoever follows a subject, as it is now: the subject itself, and what it is made of.</summary>
    public virtual ValueTask<IReadOnlyCollection<Guid>> PartsAsync(LiveSubject subject, CancellationToken cancellation) => new([subject.Key]);

    /// <summary>What is told of a note to whoever follows a subject.</summary>
    internal virtual LiveUpdate UpdateOf(LiveSubject subject, LiveEntry entry) =>
        new(subject.Name, entry.Note.IsGone ? entry.Note.Kind + "Removed" : entry.Note.Kind, entry.Note.Id, entry.Position);

    /// <summary>Whether all who follow the subject of a note are told the same words, which are then written once.</summary>
    internal virtual bool TellsAllTheSame => true;

    /// <summary>Of a topic that is about everything.</summary>
    protected LiveSubject Whole(string? which) => which is null
        ? new LiveSubject(this, Guid.Empty, Name)
        : throw new GraphQLException($"The topic {Name} is followed without an id.", LiveCodes.TopicUnknown);

    /// <summary>Of a topic that is about one thing.</summary>
    /// <param name="which">The global id of the thing.</param>
    /// <param name="type">What the schema calls things of its kind.</param>
    protected LiveSubject OneOf(string? which, string type) => which is null
        ? throw new GraphQLException($"Say which: {Name}: and the id of a {type}.", LiveCodes.TopicUnknown)
        : Of(GraphQL.Data.NodeId.Decode<Guid>(which, type), type);

    /// <summary>The subject that is about one thing.</summary>
    protected LiveSubject Of(Guid key, string type) => new(this, key, $"{Name}:{GraphQL.Data.NodeId.Encode(type, key)}");

    protected static ValueTask<IReadOnlyList<LiveNote>> Nothing => new([]);

    protected static ValueTask<IReadOnlyList<LiveNote>> One(LiveNote note) => new([note]);
}
