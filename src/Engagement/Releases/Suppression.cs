namespace Engagement.Releases;

/// <summary>
/// Which counts of linked tables to hide. Small ones are hidden first; then others with them, until none of the hidden can be worked out.
/// </summary>
/// <remarks>
/// What is published leaves a hidden count anywhere between two bounds: the least and the most it can be when all counts are nought or more, add up as
/// they do, and are what is shown. A count is protected when these bounds lie at least as far apart as the policy's threshold, so that it is neither
/// known exactly nor known to be under it. The reader is taken to know what is shown to the unit; where it is rounded they know less.
/// The bounds are never computed: it is enough to find two tables that fit all that is shown and differ by the threshold in that count. Both are found
/// by one linear program, which may also change what is shown so far, at a cost that is higher for larger counts and for totals; whatever it does
/// change is hidden too (J. P. Kelly, B. L. Golden and A. A. Assad, "Cell suppression: disclosure protection for sensitive tabular data", 1992).
/// What was found for one hidden count often serves the others, and goes on serving when more is hidden.
/// </remarks>
internal sealed class Suppression
{
    /// <summary>More counts than this that hang together are not shown at all: the program would take too long.</summary>
    public const int MostCounts = 400;

    public const int MostSums = 150;

    // Some seconds.
    private const long MostWork = 500_000_000;

    private const double Accuracy = 1e-6;

    private readonly LinkedCounts _counts;
    private readonly int[] _places;
    private readonly LinkedCounts.Sum[] _sums;
    private readonly DisclosurePolicy _policy;
    private readonly bool[] _hidden;
    private readonly Dictionary<int, int> _columns;
    private readonly double[] _least;
    private readonly double[] _most;
    private long _work = MostWork;

    private Suppression(LinkedCounts counts, int[] places, LinkedCounts.Sum[] sums, DisclosurePolicy policy)
    {
        (_counts, _places, _sums, _policy) = (counts, places, sums, policy);
        _hidden = new bool[places.Length];
        _columns = places.Select((place, column) => (place, column)).ToDictionary(p => p.place, p => p.column);
        _least = [.. places.Select(place => (double)counts.Values[place])];
        _most = [.. _least];
    }

    /// <summary>For each count whether it is hidden; null where it cannot be shown with all that hangs together with it.</summary>
    public static bool?[] Of(LinkedCounts counts, DisclosurePolicy policy)
    {
        var hidden = new bool?[counts.Count];
        foreach (var (places, sums) in counts.Components())
        {
            var component = new Suppression(counts, places, sums, policy);
            var isShown = component.HideUntilProtected();
            for (var i = 0; i < places.Length; i++)
                hidden[places[i]] = isShown ? component._hidden[i] : null;
        }

        return hidden;
    }

    private int Threshold => _policy.HideUnder;

    private bool HideUntilProtected()
    {
        HideByThemselves();
        if (!_hidden.Contains(true))
            return true;

        if (_places.Length > MostCounts || _sums.Length > MostSums || _places.Any(place => IsWhole(place) && _hidden[_columns[place]]))
            return false;

        while (Unprotected() is { } column)
        {
            if (!Protect(column))
                return false;
        }

        return true;
    }

    private void HideByThemselves()
    {
        for (var i = 0; i < _places.Length; i++)
            _hidden[i] = _policy.IsSmall(_counts.Values[_places[i]]);

        // All of a few people in one place: that tells what each of them said.
        foreach (var sum in _sums.Where(sum => sum.Parts.Count > 1))
        {
            HideAllOfAFew(sum.Parts);
            if (_policy.LooksAmongThoseWhoAnswered)
                HideAllOfAFew(sum.Parts.Where(part => !_counts.IsNoAnswer(part)));
        }
    }

    private void HideAllOfAFew(IEnumerable<int> parts)
    {
        var some = parts.Where(part => _counts.Values[part] > 0).ToList();
        if (some is [var all] && _counts.Values[all] < _policy.LeastBaseOfAllOrNone)
            _hidden[_columns[all]] = true;
    }

    private bool IsWhole(int place) => _counts.Ranks[place] == CountRank.Whole;

    private int? Unprotected()
    {
        for (var i = 0; i < _places.Length; i++)
        {
            if (_hidden[i] && _most[i] - _least[i] < Threshold - Accuracy)
                return i;
        }

        return null;
    }

    /// <summary>Finds one table with more and one with less in this place, the threshold apart, and hides what differs in them.</summary>
    private bool Protect(int column)
    {
        // Of every count: more and less in the first table, more and less in the second.
        var n = _places.Length;
        var (costs, upper) = (new double[4 * n], new double[4 * n]);
        var largest = 1d + _places.Max(place => _counts.Values[place]);
        for (var i = 0; i < n; i++)
        {
            var value = _counts.Values[_places[i]];
            var cost = CostOf(i, largest);
            for (var kind = 0; kind < 4; kind++)
            {
                costs[kind * n + i] = cost;
                upper[kind * n + i] = IsWhole(_places[i]) ? 0 : kind is 1 or 3 ? value : double.PositiveInfinity;
            }
        }

        // The place itself has more in the first and less in the second.
        upper[n + column] = upper[2 * n + column] = 0;
        var rows = new List<double[]>();
        foreach (var first in new[] { 0, 2 * n })
        {
            foreach (var sum in _sums)
            {
                var row = new double[4 * n];
                foreach (var part in sum.Parts)
                    Add(row, first, n, _columns[part], 1);

                Add(row, first, n, _columns[sum.Total], -1);
                rows.Add(row);
            }
        }

        var apart = new double[4 * n];
        apart[column] = apart[3 * n + column] = 1;
        rows.Add(apart);
        var right = new double[rows.Count];
        right[^1] = Threshold;
        if (Simplex.Minimise(costs, upper, [.. rows], right, ref _work) is not { } changes)
            return false;

        for (var i = 0; i < n; i++)
        {
            foreach (var change in new[] { changes[i] - changes[n + i], changes[2 * n + i] - changes[3 * n + i] })
            {
                _hidden[i] |= Math.Abs(change) > Accuracy;
                _least[i] = Math.Min(_least[i], _counts.Values[_places[i]] + change);
                _most[i] = Math.Max(_most[i], _counts.Values[_places[i]] + change);
            }
        }

        return _most[column] - _least[column] >= Threshold - Accuracy;

        static void Add(double[] row, int first, int n, int column, double factor)
        {
            row[first + column] += factor;
            row[first + n + column] -= factor;
        }
    }

    // A none is worth showing, and a total more so: either goes only when nothing else will do.
    private double CostOf(int column, double largest)
    {
        const double OfNone = 50;
        const double OfTotal = 1_000;
        if (_hidden[column])
            return 0;

        var value = _counts.Values[_places[column]];
        return (_counts.Ranks[_places[column]] == CountRank.Cell ? 0 : OfTotal) + (value == 0 ? OfNone : 1 + value / largest);
    }
}
