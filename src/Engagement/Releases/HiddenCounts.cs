namespace Engagement.Releases;

/// <summary>
/// Counts that add up to others, some of them hidden: whether what is shown leaves the hidden ones open. A count is open when two sets of counts, all nought or
/// more, fit everything that is shown and lie the threshold apart in it; both are found by one linear program.
/// </summary>
/// <remarks>As in <see cref="Suppression"/> the reader is taken to know what is shown to the unit; here nothing more is hidden.</remarks>
internal sealed class HiddenCounts
{
    // Some seconds.
    private const long MostWork = 500_000_000;

    private const double Accuracy = 1e-6;

    private readonly List<(int Value, bool IsShown, bool IsGuarded)> _counts = [];
    private readonly List<(int Total, int[] Parts)> _sums = [];
    private long _work = MostWork;

    /// <param name="value">How many there are.</param>
    /// <param name="isShown">Whether the reader knows it.</param>
    /// <param name="isGuarded">Whether it has to stay open where it is hidden.</param>
    public int Add(int value, bool isShown, bool isGuarded)
    {
        _counts.Add((value, isShown, isGuarded));
        return _counts.Count - 1;
    }

    public void AddUp(int total, IEnumerable<int> parts) => _sums.Add((total, [.. parts]));

    /// <summary>Whether every hidden count that has to can be the threshold more or less than another value it can have; false also where that is not certain.</summary>
    public bool AreOpenBy(int threshold) => Components().All(component => IsOpen(component.Hidden, component.Sums, threshold));

    // What is shown ties nothing together: it is a number.
    private IEnumerable<(int[] Hidden, (int Total, int[] Parts)[] Sums)> Components()
    {
        int[] parent = [.. Enumerable.Range(0, _counts.Count)];
        int Root(int place) => parent[place] == place ? place : parent[place] = Root(parent[place]);
        int[] HiddenOf((int Total, int[] Parts) sum) => [.. sum.Parts.Append(sum.Total).Where(place => !_counts[place].IsShown)];
        foreach (var sum in _sums)
        {
            var hidden = HiddenOf(sum);
            foreach (var other in hidden.Skip(1))
                parent[Root(other)] = Root(hidden[0]);
        }

        var sums = _sums.Where(sum => HiddenOf(sum).Length > 0).ToLookup(sum => Root(HiddenOf(sum)[0]));
        return Enumerable.Range(0, _counts.Count)
            .Where(place => !_counts[place].IsShown)
            .GroupBy(Root)
            .Select(group => (group.ToArray(), sums[group.Key].ToArray()));
    }

    private bool IsOpen(int[] hidden, (int Total, int[] Parts)[] sums, int threshold)
    {
        if (!Array.Exists(hidden, place => _counts[place].IsGuarded))
            return true;

        if (hidden.Length > Suppression.MostCounts || sums.Length > Suppression.MostCounts)
            return false;

        var columns = hidden.Select((place, column) => (place, column)).ToDictionary(p => p.place, p => p.column);
        double[] least = [.. hidden.Select(place => (double)_counts[place].Value)];
        double[] most = [.. least];
        for (var column = 0; column < hidden.Length; column++)
        {
            if (!_counts[hidden[column]].IsGuarded || most[column] - least[column] >= threshold - Accuracy)
                continue;

            if (TwoApart(column, columns, sums, threshold) is not { } found)
                return false;

            // What was found for one is often enough for others.
            for (var i = 0; i < hidden.Length; i++)
            {
                least[i] = Math.Min(least[i], Math.Min(found[i], found[hidden.Length + i]));
                most[i] = Math.Max(most[i], Math.Max(found[i], found[hidden.Length + i]));
            }
        }

        return true;
    }

    /// <summary>Two sets of hidden counts, one after the other, of which the first has the threshold more in a column; null where there are none.</summary>
    private double[]? TwoApart(int column, Dictionary<int, int> columns, (int Total, int[] Parts)[] sums, int threshold)
    {
        var n = columns.Count;
        var (rows, right) = (new List<double[]>(), new List<double>());
        foreach (var first in new[] { 0, n })
        {
            foreach (var (total, parts) in sums)
            {
                var (row, known) = (new double[2 * n], 0d);
                foreach (var (place, factor) in parts.Select(part => (part, 1)).Append((total, -1)))
                {
                    if (columns.TryGetValue(place, out var unknown))
                        row[first + unknown] += factor;
                    else
                        known -= factor * _counts[place].Value;
                }

                rows.Add(known < 0 ? [.. row.Select(factor => -factor)] : row);
                right.Add(Math.Abs(known));
            }
        }

        var apart = new double[2 * n];
        (apart[column], apart[n + column]) = (1, -1);
        rows.Add(apart);
        right.Add(threshold);
        double[] upper = [.. Enumerable.Repeat(double.PositiveInfinity, 2 * n)];
        return Simplex.Minimise(new double[2 * n], upper, [.. rows], [.. right], ref _work);
    }
}
