using Engagement.Surveys;
using EventStore;

namespace Engagement.Tests.Surveys;

internal static class Instruments
{
    public static Instrument After(params object[] events)
    {
        Instrument? state = null;
        foreach (var e in events)
            state = Instrument.Evolve(state, Event.For(e));

        return state.ShouldNotBeNull();
    }
}
