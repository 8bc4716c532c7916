using Engagement.Common;
using EventStore;

namespace Engagement.KeyActions;

/// <summary>An action of the plan, with its milestones and what families had to do with it.</summary>
public sealed record KeyAction : IEvolve<KeyAction>
{
    private static readonly Refusal MilestoneUnknown = new("MILESTONE_UNKNOWN", "This action has no such milestone", "milestoneId");

    private static readonly Refusal AlreadyComplete = new("ACTION_COMPLETE", "This action is complete. What is recorded of it stays as it is");

    public IReadOnlyList<Milestone> Milestones { get; init; } = [];

    public IReadOnlyList<CoproductionLink> Links { get; init; } = [];

    /// <summary>Whether it is on record why families did not shape it.</summary>
    public bool SaysWhyNot { get; init; }

    public bool IsComplete { get; init; }

    public static KeyAction? Evolve(KeyAction? state, IEvent e) => (state, e.Data) switch
    {
        (null, ActionAdopted) => new KeyAction(),
        ({ } action, CoproductionLinked linked) => action with { Links = [.. action.Links, new(linked.Kind, linked.ThingId, linked.Title, linked.How)] },
        ({ } action, CoproductionAbsenceRecorded) => action with { SaysWhyNot = true },
        ({ } action, ActionCompleted) => action with { IsComplete = true },
        ({ } action, var happened) => action.Milestones.After(happened) is { } milestones ? action with { Milestones = milestones } : action,
        _ => state,
    };

    /// <summary>Decides while it is open.</summary>
    internal Decision WhileOpen(Func<Decision> decide) => IsComplete ? Decision.Refuse(AlreadyComplete) : decide();

    /// <summary>Decides on one of its milestones that is not achieved.</summary>
    internal Decision With(Guid milestoneId, Func<Milestone, Decision> decide) => WhileOpen(() => Milestones.FirstOrDefault(one => one.Id == milestoneId) switch
    {
        null => Decision.Refuse(MilestoneUnknown),
        { AchievedOn: not null } => Decision.Refuse("MILESTONE_ACHIEVED", "This milestone is achieved. What is recorded of it stays as it is"),
        { } milestone => decide(milestone),
    });
}
