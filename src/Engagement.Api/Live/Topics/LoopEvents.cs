using System.Collections.Frozen;
using Engagement.Feedback;
using EventStore;

namespace Engagement.Api.Live.Topics;

internal static class LoopEvents
{
    private static readonly FrozenSet<Type> Types = new LoopCardProjection().EventTypes.ToFrozenSet();

    /// <summary>Whether an event changes a loop.</summary>
    public static bool Has(IEvent e) => Types.Contains(e.Data.GetType());
}
