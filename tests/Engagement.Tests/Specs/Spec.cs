using System.Text.Json;
using Engagement.Common;
using EventStore;

namespace Engagement.Tests.Specs;

/// <summary>A rule as a sentence: given what has happened, when this is asked, then this happens, or is refused with these words.</summary>
public abstract class Spec<TState> where TState : class, IEvolve<TState>
{
    protected static readonly DateOnly Today = new(2024, 9, 23);

    protected static Guid Id { get; } = Guid.Parse("11111111-1111-4111-8111-111111111111");

    protected static GivenEvents Given(params object[] events) => new(events);

    protected sealed class GivenEvents(object[] events)
    {
        public Outcome When(Func<TState, Decision> decide)
        {
            TState? state = null;
            for (var i = 0; i < events.Length; i++)
                state = TState.Evolve(state, Event.For(events[i], Id, i + 1));

            return new Outcome(decide(state.ShouldNotBeNull("the given events should leave a state to decide on")));
        }
    }
}

public sealed class Outcome(Decision decision)
{
    /// <summary>Compared as JSON, because that is what is kept of an event.</summary>
    public void Then(params object[] events)
    {
        decision.Refusal.ShouldBeNull();
        decision.Events.Select(Describe).ShouldBe(events.Select(Describe));
    }

    public void ThenNothing()
    {
        decision.Refusal.ShouldBeNull();
        decision.Events.ShouldBeEmpty();
    }

    public void ThenRefused(string code, string message, string? field = null)
    {
        decision.Refusal.ShouldBe(new Refusal(code, message, field));
        decision.Events.ShouldBeEmpty();
    }

    public void ThenRefused(string code)
    {
        decision.Refusal.ShouldNotBeNull().Code.ShouldBe(code);
        decision.Events.ShouldBeEmpty();
    }

    private static string Describe(object e) => $"{e.GetType().Name} {JsonSerializer.Serialize(e, e.GetType())}";
}
