using System.Collections.Immutable;
using Engagement.Common;
using EventStore;

namespace Engagement.FeedbackPoints;

/// <summary>One child's way through the statutory assessment, as far as families are asked about it.</summary>
public sealed record AssessmentCase : IEvolve<AssessmentCase>
{
    public ImmutableDictionary<int, DateOnly> ReachedOn { get; init; } = ImmutableDictionary<int, DateOnly>.Empty;

    public ImmutableDictionary<int, Satisfaction> Given { get; init; } = ImmutableDictionary<int, Satisfaction>.Empty;

    public static AssessmentCase? Evolve(AssessmentCase? state, IEvent e) => (state, e.Data) switch
    {
        (_, CaseReachedPoint reached) => (state ?? new AssessmentCase()) with
        {
            ReachedOn = (state?.ReachedOn ?? ImmutableDictionary<int, DateOnly>.Empty).SetItem(reached.Point, reached.ReachedOn),
        },
        ({ } known, SatisfactionGiven given) => known with { Given = known.Given.SetItem(given.Point, given.Satisfaction) },
        _ => state,
    };

    public static Guid IdFor(string caseRefHash) => DeterministicId.From("assessment case", caseRefHash);
}
