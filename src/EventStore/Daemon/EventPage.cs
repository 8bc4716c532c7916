namespace EventStore;

/// <summary>Some events of the settled part of the log, in order.</summary>
/// <param name="Events">The events.</param>
/// <param name="Reached">The log position up to which there are no others that were asked for; where the page was asked for when there is nothing more.</param>
internal sealed record EventPage(List<IEvent> Events, long Reached)
{
    /// <summary>What comes before the first event that cannot be read; that event alone, where the page begins with it.</summary>
    public EventPage UpToUnreadable() => Events.FindIndex(e => e is UnreadableEvent) switch
    {
        < 0 => this,
        0 => new EventPage([Events[0]], Events[0].Sequence),
        var index => new EventPage(Events[..index], Events[index].Sequence - 1),
    };
}
