using Engagement.Common;
using Engagement.Metrics;
using Engagement.Releases;
using static Engagement.EvidencePacks.PackValue;

namespace Engagement.EvidencePacks.Parts;

/// <summary>Who took part: only from releases, which have been through disclosure control and were frozen. No person is counted anew for a pack.</summary>
internal static class ParticipationPart
{
    private const string NotKnown = "not-known";
    private const string NotGiven = "not given";

    public static PackSection Of(PackFacts known)
    {
        var releases = Standing(known);
        var (table, likeness) = (Releases(releases), Representative(known, releases));
        return new PackSection(
            "participation",
            "Who took part",
            [
                "Every figure about people is from a release: published under a policy of disclosure, approved by a second person, and frozen with its hash. Counts under 10 are hidden and others are rounded to 5, so parts need not add up; what would give a hidden count away is hidden too. “[c]” stands for what is hidden. Percentages of fewer than 10 people are not shown; “treat with caution” means fewer than 30.",
                "Representativeness is RI = 1 − ½ Σ |s − p| over the groups, where s is a group’s share of those who took part and p its share of the population: 1 is the same. A group is under-represented below 0.8 of its share, over-represented above 1.25. Here it is made from the rounded counts of releases; it is not given where a group is hidden, under 30 people are known, or fewer than 70% are.",
            ],
            [table, Counts(releases), likeness])
        {
            InShort = releases.Length == 0 ? table.Empty : InShort(table, likeness),
        };
    }

    private static string InShort(PackTable releases, PackTable likeness) =>
        $"{Count(releases.Rows.Count, "release", "releases")} of figures about people stood. Of {Count(likeness.Rows.Count, "group", "groups")} that could be compared with the population by district, "
        + $"{likeness.Rows.Count - likeness.Count("index", NotGiven)} had answers enough for an index of representativeness.";

    // Those that the public read at the moment, the oldest first.
    public static ReleasePage[] Standing(PackFacts known)
    {
        var evidence = known.Evidence;
        return
        [
            .. known.Releases.Values
                .Where(release => release.State == ReleaseState.Published && (known.Activity is null || (release.Subject.Id is { } id && evidence.Contains(id))))
                .OrderBy(release => release.PublishedAt)
                .ThenBy(release => release.Id),
        ];
    }

    private static PackTable Releases(ReleasePage[] releases) => new(
        "releases",
        "Releases that stood",
        [
            new("releaseId"), new("title", "Release"), new("kind", "Of"), new("asAt", "As recorded by"), new("publishedAt", "Published"), new("policy", "Policy of disclosure"), new("sha256"),
        ],
        [
            .. releases.Select(release => (IReadOnlyList<object?>)
                [release.Id, release.Title, Words(release.Subject.Kind), release.AsAt, release.PublishedAt, $"{release.Policy}, version {release.PolicyVersion}", release.Hash]),
        ])
    {
        Empty = "Nothing that belongs here was published.",
    };

    private static PackTable Counts(ReleasePage[] releases) => new(
        "released-figures",
        "Who took part, by how they answered and where they live",
        [
            new("releaseId"), new("release", "Release"), new("table"), new("of", "Who"), new("row", "Group"), new("column"), new("count", "People"), new("percentage", "Percent"),
            new("caution", "Treat with caution"), new("kind"),
        ],
        [
            .. from release in releases
               from table in ReleasedFigures.TablesOf(release.Figures!)
               from row in table.Refused is null ? CellsOf(table) : [([null, null, table.Refused, null, false])]
               select (IReadOnlyList<object?>)[release.Id, release.Title, table.Name, Who(table), Named(row[0] as string), .. row.Skip(1), Words(release.Subject.Kind)],
        ])
    {
        Shown = row => row[9] is "Consultation figures",
        Note = "Answers to questions, months of feedback points and of forums are in the file.",
        Empty = "No figures of who took part were published.",
    };

    private static IEnumerable<object?[]> CellsOf(ReleasedTable table) =>
        from row in table.Rows
        from cell in row.Cells.Select((cell, i) => (Cell: cell, Column: table.Columns[i]))
        select new object?[] { row.Key, cell.Column.Key, (object?)cell.Cell.Count ?? Hidden, (object?)cell.Cell.Percentage ?? Hidden, cell.Column.TreatWithCaution };

    private static PackTable Representative(PackFacts known, ReleasePage[] releases)
    {
        var population = known.Denominators.Values.Where(set => set.Of(DenominatorDimension.District).Count > 0).OrderBy(set => set.Set.AsAt).ThenBy(set => set.Id).LastOrDefault();
        return new PackTable(
            "representativeness",
            "How far those who took part were like the population, by district",
            [
                new("releaseId"), new("release", "Release"), new("table"), new("of", "Who"), new("index", "RI"), new("under", "Under-represented"), new("over", "Over-represented"), new("population", "Population"),
            ],
            [
                .. from release in population is null ? [] : releases
                   where release.Subject.Kind == ReleaseKind.ConsultationFigures
                   from table in ReleasedFigures.TablesOf(release.Figures!)
                   where table is { RowsBy: "District", ColumnsBy: null, Refused: null }
                   let found = IndexOf(table, population!)
                   select (IReadOnlyList<object?>)
                   [
                       release.Id, release.Title, table.Name, Who(table), found?.Index is { } index ? Math.Round((decimal)index, 3, MidpointRounding.AwayFromZero) : NotGiven,
                       Groups(found, GroupStanding.Under), Groups(found, GroupStanding.Over), $"{population!.Set.Title} ({LondonCalendar.Text(population.Set.AsAt)})",
                   ],
            ])
        {
            Empty = population is null ? "No population was loaded, so it cannot be said." : "No figures by district were published.",
        };
    }

    private static Representativeness? IndexOf(ReleasedTable table, DenominatorSheet population)
    {
        if (table.Rows.Any(row => row.Total is null))
            return null;

        var known = table.Rows.Where(row => row.Key != NotKnown).ToDictionary(row => row.Key, row => row.Total!.Value);
        return Representativeness.Of(known, table.TotalOf(NotKnown) ?? 0, population.Of(DenominatorDimension.District));
    }

    private static string? Groups(Representativeness? found, GroupStanding standing) => found is { IsReported: true }
        ? string.Join(", ", found.Groups.Where(group => group.Standing == standing).Select(group => Named(group.Key)))
        : null;

    // Of a table of one wave the name begins with the wave, which means nothing to people.
    private static string Who(ReleasedTable table)
    {
        var name = Guid.TryParseExact(table.Name.Split(' ')[0], "N", out _) ? table.Name[33..] : table.Name;
        return Enum.GetValues<Audience>().Aggregate(name, (text, audience) => text.Replace($"{audience} ", $"{Words(audience)}, ", StringComparison.Ordinal))
            .Replace("proxy", "said for them by somebody else", StringComparison.Ordinal)
            .Replace(" by Channel", ", by how answers came", StringComparison.Ordinal)
            .Replace(" by Rendition", ", by form of the questions", StringComparison.Ordinal)
            .Replace(" by District", ", by district", StringComparison.Ordinal);
    }

    private static string? Named(string? key) => key switch
    {
        NotKnown => "Not known",
        "Web" => "On the website",
        "Api" => "Other apps",
        "Paper" => "On paper",
        "EasyRead" => "Easy Read",
        _ => District.Find(key)?.Name ?? key,
    };
}
