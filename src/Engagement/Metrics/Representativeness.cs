namespace Engagement.Metrics;

/// <summary>How a group that took part compares with its share of the population.</summary>
public enum GroupStanding
{
    /// <summary>Too few took part: their share is under 0.8 of that of the population.</summary>
    Under,

    /// <summary>From 0.8 to 1.25 of it.</summary>
    InLine,

    /// <summary>More than 1.25 of it.</summary>
    Over,
}

/// <summary>The share of a group among those who took part, and in the population.</summary>
/// <param name="Key">The group.</param>
/// <param name="Share">Of those who took part and whose group is known.</param>
/// <param name="PopulationShare">Of the population.</param>
public sealed record GroupShare(string Key, double Share, double PopulationShare)
{
    private const double LeastInLine = 0.8;
    private const double MostInLine = 1.25;

    // Shares are fractions: 0.08 of 0.1 is 0.8, also where the machine makes a hair less of it.
    private const int Digits = 9;

    /// <summary>The one by the other; null for a group that the population does not have.</summary>
    public double? Ratio => PopulationShare == 0 ? null : Share / PopulationShare;

    /// <summary>How it compares.</summary>
    public GroupStanding? Standing => Ratio is not { } ratio ? null : Math.Round(ratio, Digits) switch
    {
        < LeastInLine => GroupStanding.Under,
        > MostInLine => GroupStanding.Over,
        _ => GroupStanding.InLine,
    };
}

/// <summary>
/// How far those who took part are like the population: RI = 1 - 1/2 sum |s - p| over the known groups, so 1 is the same. Not reported where too little
/// is known: then <see cref="Index"/> is null and there are no groups.
/// </summary>
/// <param name="Index">From 0 to 1.</param>
/// <param name="Groups">In the order of their keys.</param>
/// <param name="Known">Of how many who took part the group is known: what the index rests on.</param>
/// <param name="Participants">How many took part.</param>
public sealed record Representativeness(double? Index, IReadOnlyList<GroupShare> Groups, int Known, int Participants)
{
    private const int LeastPeople = 30;
    private const int LeastKnownPercent = 70;

    /// <summary>Whether enough is known for an index.</summary>
    public bool IsReported => Index is not null;

    /// <param name="participants">How many took part, by known group.</param>
    /// <param name="notKnown">How many took part whose group is not known.</param>
    /// <param name="population">How many people there are in each group.</param>
    public static Representativeness Of(IReadOnlyDictionary<string, int> participants, int notKnown, IReadOnlyDictionary<string, int> population)
    {
        var known = participants.Values.Sum();
        var all = known + notKnown;
        var people = population.Values.Sum(count => (long)count);
        if (known < LeastPeople || known * 100L < all * LeastKnownPercent || people == 0)
            return new Representativeness(null, [], known, all);

        return Of(
            [
                .. participants.Keys.Union(population.Keys)
                    .Order(StringComparer.Ordinal)
                    .Select(key => new GroupShare(
                        key, (double)participants.GetValueOrDefault(key) / known, (double)population.GetValueOrDefault(key) / people)),
            ],
            known,
            all);
    }

    internal static Representativeness Of(IReadOnlyList<GroupShare> groups, int known, int participants) =>
        new(1 - (groups.Sum(g => Math.Abs(g.Share - g.PopulationShare)) / 2), groups, known, participants);
}
