using System.Globalization;
using Engagement.Common;

namespace Engagement.Releases;

/// <summary>
/// Which figures about people may be seen, because small numbers identify children. A version never changes: what was released under it can
/// be checked again for ever.
/// </summary>
public sealed record DisclosurePolicy
{
    private DisclosurePolicy()
    {
    }

    /// <summary>Whom it is for.</summary>
    public required string Name { get; init; }

    /// <summary>1 for the first. A version never changes.</summary>
    public required int Version { get; init; }

    /// <summary>Counts from one up to this are hidden.</summary>
    public required int HideUnder { get; init; }

    /// <summary>Counts that are shown are rounded to a multiple of this.</summary>
    public required int RoundTo { get; init; }

    /// <summary>There is no percentage of fewer people than this.</summary>
    public required int LeastBase { get; init; }

    /// <summary>Percentages of fewer people than this are to be treated with caution.</summary>
    public required int CautionUnder { get; init; }

    /// <summary>"All" or "none" of fewer people than this tells what each of them said.</summary>
    public required int LeastBaseOfAllOrNone { get; init; }

    /// <summary>How many places percentages have after the point.</summary>
    public required int PercentageDecimals { get; init; }

    /// <summary>Whether "all" is looked for among those who answered too, where others did not.</summary>
    public bool LooksAmongThoseWhoAnswered { get; private init; }

    /// <summary>For what anybody may read, as it was at first.</summary>
    public static DisclosurePolicy PublicV1 { get; } = new()
    {
        Name = "Public",
        Version = 1,
        HideUnder = 10,
        RoundTo = 5,
        LeastBase = 10,
        CautionUnder = 30,
        LeastBaseOfAllOrNone = 20,
        PercentageDecimals = 0,
    };

    /// <summary>All of a few who answered a question in one place are hidden also where there are others who left it out.</summary>
    public static DisclosurePolicy PublicV2 { get; } = PublicV1 with { Version = 2, LooksAmongThoseWhoAnswered = true };

    /// <summary>For what anybody may read, from now on.</summary>
    public static DisclosurePolicy Public => PublicV2;

    /// <summary>For cross tables that officers see: not who is alone in a cell. What is not crossed with anything they see exactly.</summary>
    public static DisclosurePolicy OfficersV1 { get; } = new()
    {
        Name = "Officers",
        Version = 1,
        HideUnder = 5,
        RoundTo = 1,
        LeastBase = 1,
        CautionUnder = 30,
        LeastBaseOfAllOrNone = 0,
        PercentageDecimals = 1,
    };

    public static IReadOnlyList<DisclosurePolicy> All { get; } = [PublicV1, PublicV2, OfficersV1];

    /// <summary>What is said instead of a table. It carries no number.</summary>
    public static Refusal CannotBeShown { get; } =
        new("DISCLOSURE_RISK", "This table cannot be shown because it could identify someone");

    public static DisclosurePolicy? Find(string name, int version) => All.FirstOrDefault(p => p.Name == name && p.Version == version);

    /// <summary>A count that stands alone; null when it may not be shown. None and few then look alike.</summary>
    public int? Lone(int count) => count < HideUnder ? null : Rounded(count);

    /// <summary>
    /// A part of a whole in percent, of two counts as they are shown, so that it tells nothing that they do not; null where either is hidden. A whole that is
    /// rounded is taken for the fewest that it can stand for.
    /// </summary>
    public decimal? Percentage(int? part, int? whole)
    {
        if (part is not { } p || whole is not { } w || w < LeastBase || w == 0)
            return null;

        return (p == 0 || p >= w) && w - RoundTo / 2 < LeastBaseOfAllOrNone
            ? null
            : Math.Round(100m * Math.Min(p, w) / w, PercentageDecimals, MidpointRounding.AwayFromZero);
    }

    public bool NeedsCaution(int whole) => whole >= LeastBase && whole < CautionUnder;

    /// <summary>The parts of a whole that is known to the reader; null where nothing of it may be shown.</summary>
    public IReadOnlyList<int?>? ShowParts(IReadOnlyList<int> counts)
    {
        string[] keys = [.. counts.Select((_, i) => i.ToString(CultureInfo.InvariantCulture))];
        return Disclosure.Show([CountTable.Line("", "", "", keys, counts)], this)[0]?.RowTotals;
    }

    /// <summary>
    /// A table of counts by row, then column, each row and column adding up to its total, as it may be shown; null where nothing of it may be.
    /// </summary>
    public ShownTable? Show(IReadOnlyList<IReadOnlyList<int>> table)
    {
        string[] rows = [.. table.Select((_, r) => r.ToString(CultureInfo.InvariantCulture))];
        string[] columns = [.. table.SelectMany(row => row.Select((_, c) => c)).Distinct().Select(c => c.ToString(CultureInfo.InvariantCulture))];
        return Disclosure.Show([CountTable.Cross("", "", "row", rows, "column", columns, table)], this)[0];
    }

    internal bool IsSmall(int count) => count > 0 && count < HideUnder;

    internal int Rounded(int count) => (int)Math.Round(count / (decimal)RoundTo, MidpointRounding.AwayFromZero) * RoundTo;
}
