using Engagement.Common;

namespace Engagement.Charter;

/// <summary>Whom a service would touch. Where a list is empty, all of them.</summary>
/// <param name="Audiences">Families first: at least parents and carers, or young people.</param>
/// <param name="Districts">The codes of the districts.</param>
/// <param name="Phases">The codes of the phases of education.</param>
/// <param name="Needs">The codes of the kinds of need.</param>
public sealed record AffectedPeople(
    IReadOnlyList<Audience> Audiences, IReadOnlyList<string> Districts, IReadOnlyList<string> Phases, IReadOnlyList<string> Needs)
{
    private const int Most = 50;

    internal AffectedPeople Distinct() => new([.. Audiences.Distinct()], [.. Districts.Distinct()], [.. Phases.Distinct()], [.. Needs.Distinct()]);

    internal Refusal? Check()
    {
        if ((Lists.Check(Districts, Most, "districts", "districts") ?? Lists.Check(Phases, Most, "phases", "phases") ?? Lists.Check(Needs, Most, "needs", "needs")) is { } wrong)
            return wrong;

        if (!Audiences.Any(audience => audience is Audience.ParentsAndCarers or Audience.YoungPeople))
            return new Refusal("AFFECTED_PEOPLE_MISSING", "Say which families would be affected: parents and carers, young people, or both", "audiences");

        if (Districts.Any(code => District.Find(code) is null))
            return new Refusal("DISTRICT_UNKNOWN", "Choose one of the districts of the county", "districts");

        if (Phases.Any(code => Phase.Find(code) is null))
            return new Refusal("PHASE_UNKNOWN", "Choose one of the phases of education", "phases");

        return Needs.Any(code => Need.Find(code) is null) ? new Refusal("NEED_UNKNOWN", "Choose one of the kinds of need", "needs") : null;
    }
}
