using EventStore;

namespace Engagement.Operations;

/// <summary>Messages that were looked after together.</summary>
public sealed record TendedMessages : IEvolve<TendedMessages>
{
    public int Count { get; init; }

    public static TendedMessages? Evolve(TendedMessages? state, IEvent e) => e.Data switch
    {
        MessagesTended tended => new TendedMessages { Count = tended.Count },
        MessagesLookedInto looked => new TendedMessages { Count = looked.Count },
        _ => state,
    };
}
