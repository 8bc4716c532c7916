using System.Globalization;
using Engagement.LoggedFeedback;
using Engagement.Releases;
using static Engagement.EvidencePacks.PackValue;

namespace Engagement.EvidencePacks.Parts;

/// <summary>How much people told of their own accord, in quarters that were over.</summary>
internal static class LogPart
{
    // Enough for trends, and for paper.
    private const int MostQuarters = 12;

    private static readonly FeedbackKind[] Kinds = Enum.GetValues<FeedbackKind>();

    public static PackSection Of(PackFacts known)
    {
        var thisQuarter = QuarterOf(known.Day);
        var entries = known.Log.Values.Where(entry => QuarterOf(entry.ReceivedOn) < thisQuarter).ToLookup(entry => (QuarterOf(entry.ReceivedOn), entry.Kind));
        var first = entries.Count == 0 ? thisQuarter : Math.Max(entries.Min(group => group.Key.Item1), thisQuarter - MostQuarters);
        int[] quarters = [.. Enumerable.Range(first, thisQuarter - first)];
        int[][] counts = [.. quarters.Select(quarter => Kinds.Select(kind => entries[(quarter, kind)].Count()).ToArray())];
        var shown = counts.Length == 0 ? null : DisclosurePolicy.Public.Show(counts);
        var table = Table(quarters, shown);
        return new PackSection(
            "complaints",
            "Complaints, compliments and comments",
            [
                $"How many were received in each quarter that was over, under the policy of disclosure “{DisclosurePolicy.Public.Name}”, version {DisclosurePolicy.Public.Version}: counts under 10 are hidden as {Hidden}, with what would give them away, and others are rounded to 5. Read it beside who took part: a fall can mean silence.",
            ],
            [table])
        {
            InShort = table.Rows is [.., var last] ? InShort(last) : table.Empty,
        };
    }

    private static string InShort(IReadOnlyList<object?> quarter) =>
        $"From {quarter[0]}: {string.Join(", ", Kinds.Select((kind, k) => $"{kind.ToString().ToLowerInvariant()}s {(quarter[k + 1] is Hidden ? "hidden" : ForPeople(quarter[k + 1]))}"))}.";

    private static PackTable Table(int[] quarters, ShownTable? shown) => new(
        "complaints",
        "Received in each quarter",
        [new("quarter", "Quarter"), .. Kinds.Select(kind => new PackColumn($"{char.ToLowerInvariant(kind.ToString()[0])}{kind.ToString()[1..]}s", $"{kind}s")), new("all", "All")],
        [
            .. quarters.Select((quarter, q) => (IReadOnlyList<object?>)
            [
                NameOf(quarter), .. Kinds.Select((_, k) => (object?)shown?.Cells[q][k] ?? Hidden), (object?)shown?.RowTotals[q] ?? Hidden,
            ]),
        ])
    {
        Empty = "Nothing had been received in a quarter that was over.",
    };

    private static int QuarterOf(DateOnly day) => (4 * day.Year) + ((day.Month - 1) / 3);

    private static string NameOf(int quarter)
    {
        var first = new DateOnly(quarter / 4, (3 * (quarter % 4)) + 1, 1);
        return string.Create(CultureInfo.InvariantCulture, $"{first:MMMM} to {first.AddMonths(2):MMMM yyyy}");
    }
}
