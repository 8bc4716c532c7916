using Engagement.Activities;
using Engagement.Common;

namespace Engagement.Charter;

/// <summary>A record that something happened, with whom it reached.</summary>
/// <param name="Item">The record.</param>
/// <param name="ReachesAll">Whether it was open to everybody.</param>
/// <param name="Audiences">Whom it reached; of no use where it was open to everybody.</param>
/// <param name="Districts">The codes of their districts, where they are known; none where they are not, or where it was for the whole county.</param>
/// <param name="Phases">The codes of their phases of education, where they are known.</param>
/// <param name="Needs">The codes of their kinds of need, where they are known.</param>
/// <param name="Level">How much those who took part decided, where that is known.</param>
public sealed record Evidence(
    EvidenceItem Item,
    bool ReachesAll,
    IReadOnlyList<Audience> Audiences,
    IReadOnlyList<string> Districts,
    IReadOnlyList<string> Phases,
    IReadOnlyList<string> Needs,
    EngagementLevel? Level)
{
    /// <summary>Whether it reached people who would be affected. What is not known of those it reached does not speak against it.</summary>
    public bool Reaches(AffectedPeople people) =>
        (ReachesAll || Audiences.Intersect(people.Audiences).Any())
        && Meet(Districts, people.Districts)
        && Meet(Phases, people.Phases)
        && Meet(Needs, people.Needs);

    private static bool Meet(IReadOnlyList<string> reached, IReadOnlyList<string> affected) =>
        reached.Count == 0 || affected.Count == 0 || reached.Intersect(affected).Any();
}
