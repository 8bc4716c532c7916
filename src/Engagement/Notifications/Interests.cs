using Engagement.Common;
using Engagement.Consultations;

namespace Engagement.Notifications;

/// <summary>
/// What somebody wants to hear of when a consultation opens: whom it asks, what it is about, and where. Whoever names nothing of a kind hears of all of that kind, and
/// a consultation that names nothing of it concerns all of it; where both name something, something has to be the same. Whoever names nothing at all is told of none.
/// </summary>
internal sealed record Interests(IReadOnlyList<string> Audiences, IReadOnlyList<string> About, IReadOnlyList<string> Districts)
{
    /// <summary>The rule in the database, for the rows of those who are written to; the parameters are what the consultation names.</summary>
    public static string Match(string audiences, string about, string districts) =>
        $"""
        cardinality(interests) + cardinality(about) + cardinality(districts) > 0
        and {Overlap("interests", audiences)} and {Overlap("about", about)} and {Overlap("districts", districts)}
        """;

    /// <summary>The same rule, for one person.</summary>
    public bool Include(ConsultationPage consultation) =>
        Audiences.Count + About.Count + Districts.Count > 0
        && Overlap(Audiences, consultation.Audiences.Select(audience => $"{audience}"))
        && Overlap(About, consultation.About.Select(area => $"{area}"))
        && Overlap(Districts, consultation.Districts);

    /// <summary>What they named and the consultation is; of whom it asks only where nothing closer is among it.</summary>
    public ToldBecause In(ConsultationPage consultation)
    {
        var because = new ToldBecause(
            [],
            [.. consultation.About.Where(area => About.Contains($"{area}"))],
            [.. consultation.Districts.Where(Districts.Contains)]);
        return because.IsAnything ? because : because with { Audiences = [.. consultation.Audiences.Where(audience => Audiences.Contains($"{audience}"))] };
    }

    private static bool Overlap(IReadOnlyList<string> theirs, IEnumerable<string> its) => theirs.Count == 0 || !its.Any() || its.Any(theirs.Contains);

    private static string Overlap(string theirs, string its) => $"(cardinality({theirs}) = 0 or cardinality({its}) = 0 or {theirs} && {its})";
}

/// <summary>Why somebody is told of a consultation.</summary>
/// <param name="Audiences">Whom it asks, of those they named.</param>
/// <param name="About">What it is about, of what they named.</param>
/// <param name="Districts">Where, of the districts they named, by their codes.</param>
public sealed record ToldBecause(IReadOnlyList<Audience> Audiences, IReadOnlyList<SubjectArea> About, IReadOnlyList<string> Districts)
{
    internal bool IsAnything => Audiences.Count + About.Count + Districts.Count > 0;
}
