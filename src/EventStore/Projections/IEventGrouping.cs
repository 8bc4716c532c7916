namespace EventStore;

/// <summary>Where a grouper puts events.</summary>
/// <typeparam name="TId">What the documents are identified by.</typeparam>
public interface IEventGrouping<in TId> where TId : notnull
{
    /// <summary>Lets an event go to a document; once, however often it is said.</summary>
    void AddEvent(TId id, IEvent e);
}
