namespace Engagement.Releases;

/// <summary>
/// Finds the x with <c>rows · x = right</c> and <c>0 ≤ x ≤ upper</c> for which <c>costs · x</c> is least: the two-phase simplex method with bounded
/// variables, in a dense tableau (G. B. Dantzig, "Upper bounds, secondary constraints, and block triangularity in linear programming", 1955).
/// </summary>
/// <remarks>
/// For a few hundred variables with coefficients of one, which keeps doubles exact enough: an answer is checked by putting it into the rows again.
/// </remarks>
internal sealed class Simplex
{
    private const double Epsilon = 1e-9;
    private const double Accuracy = 1e-6;

    // After this many steps the rule that cannot go round in circles is taken (R. G. Bland, 1977); after the last, the program counts as unsolved.
    private const int QuickSteps = 2_000;
    private const int MostSteps = 10_000;

    private long _work;

    private readonly int _variables;
    private readonly int _rows;
    private readonly double[][] _tableau;
    private readonly double[] _right;
    private readonly double[] _upper;
    private readonly int[] _basis;
    private readonly bool[] _isBasic;
    private readonly bool[] _isFlipped;

    private Simplex(double[] upper, double[][] rows, double[] right)
    {
        (_variables, _rows) = (upper.Length, rows.Length);
        _upper = [.. upper, .. Enumerable.Repeat(double.PositiveInfinity, _rows)];
        _isFlipped = new bool[_upper.Length];
        _isBasic = new bool[_upper.Length];
        _basis = new int[_rows];
        _right = [.. right];
        _tableau = new double[_rows][];
        for (var i = 0; i < _rows; i++)
        {
            // Each row begins with a variable of its own, which the first phase brings to nothing.
            _tableau[i] = [.. rows[i], .. new double[_rows]];
            _tableau[i][_variables + i] = 1;
            _basis[i] = _variables + i;
            _isBasic[_variables + i] = true;
        }
    }

    /// <param name="costs">Of each variable; none is negative.</param>
    /// <param name="upper">Of each variable; may be infinite.</param>
    /// <param name="rows">The factors of each equation.</param>
    /// <param name="right">What each comes to; none is negative.</param>
    /// <param name="work">How much arithmetic may be spent, of which what was is taken. Not time: the same question always gets the same answer.</param>
    /// <returns>Null where there is no such x, or it was not found with certainty.</returns>
    public static double[]? Minimise(double[] costs, double[] upper, double[][] rows, double[] right, ref long work)
    {
        var simplex = new Simplex(upper, rows, right) { _work = work };
        var solution = simplex.Minimise(costs, upper, rows, right);
        work = simplex._work;
        return solution;
    }

    private double[]? Minimise(double[] costs, double[] upper, double[][] rows, double[] right)
    {
        double[] penalties = [.. new double[upper.Length], .. Enumerable.Repeat(1d, rows.Length)];
        if (!Solve(penalties) || Artificial() > Accuracy)
            return null;

        Array.Fill(_upper, 0, upper.Length, rows.Length);
        if (!Solve([.. costs, .. new double[rows.Length]]))
            return null;

        var solution = Values();
        return Holds(solution, upper, rows, right) ? solution : null;
    }

    private static bool Holds(double[] solution, double[] upper, double[][] rows, double[] right)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            var sum = 0d;
            for (var j = 0; j < solution.Length; j++)
                sum += rows[i][j] * solution[j];

            if (Math.Abs(sum - right[i]) > Accuracy)
                return false;
        }

        return solution.Zip(upper).All(pair => pair.First >= -Accuracy && pair.First <= pair.Second + Accuracy);
    }

    private double Artificial()
    {
        var sum = 0d;
        for (var i = 0; i < _rows; i++)
            sum += _basis[i] >= _variables ? Math.Abs(_right[i]) : 0;

        return sum;
    }

    private double[] Values()
    {
        var values = new double[_variables];
        for (var j = 0; j < _variables; j++)
            values[j] = _isFlipped[j] ? _upper[j] : 0;

        for (var i = 0; i < _rows; i++)
        {
            if (_basis[i] is var j && j < _variables)
                values[j] = _isFlipped[j] ? _upper[j] - _right[i] : _right[i];
        }

        return values;
    }

    private bool Solve(double[] costs)
    {
        var reduced = ReducedCosts(costs);
        for (var step = 0; step < MostSteps && _work > 0; step++)
        {
            if (Entering(reduced, isCareful: step >= QuickSteps) is not { } column)
                return true;

            var (row, length, reachesUpper) = Leaving(column);
            if (double.IsPositiveInfinity(length))
                return false;

            if (row < 0)
            {
                Flip(column, reduced);
                continue;
            }

            if (reachesUpper)
                FlipBasic(row);

            Pivot(row, column, reduced);
        }

        return false;
    }

    private double[] ReducedCosts(double[] costs)
    {
        double[] reduced = [.. costs.Select((cost, j) => _isFlipped[j] ? -cost : cost)];
        for (var i = 0; i < _rows; i++)
        {
            if (reduced[_basis[i]] is var factor && factor != 0)
                Subtract(reduced, _tableau[i], Filled(_tableau[i]), factor);
        }

        return reduced;
    }

    // What begins outside never comes back in as one of the rows' own variables.
    private int? Entering(double[] reduced, bool isCareful)
    {
        int? best = null;
        for (var j = 0; j < _variables; j++)
        {
            if (_isBasic[j] || _upper[j] <= 0 || reduced[j] >= -Epsilon || (best is { } other && reduced[j] >= reduced[other]))
                continue;

            best = j;
            if (isCareful)
                break;
        }

        return best;
    }

    private (int Row, double Length, bool ReachesUpper) Leaving(int column)
    {
        (int Row, double Length, bool ReachesUpper) first = (-1, _upper[column], false);
        for (var i = 0; i < _rows; i++)
        {
            var (factor, upper) = (_tableau[i][column], _upper[_basis[i]]);
            var isRising = factor < -Epsilon;
            if ((!isRising && factor <= Epsilon) || (isRising && double.IsPositiveInfinity(upper)))
                continue;

            var length = Math.Max(0, isRising ? (upper - _right[i]) / -factor : _right[i] / factor);
            if (length < first.Length - Epsilon || (length <= first.Length + Epsilon && first.Row >= 0 && _basis[i] < _basis[first.Row]))
                first = (i, Math.Min(length, first.Length), isRising);
        }

        return first;
    }

    private void Flip(int column, double[] reduced)
    {
        for (var i = 0; i < _rows; i++)
        {
            _right[i] -= _tableau[i][column] * _upper[column];
            _tableau[i][column] = -_tableau[i][column];
        }

        reduced[column] = -reduced[column];
        _isFlipped[column] = !_isFlipped[column];
    }

    private void FlipBasic(int row)
    {
        var basic = _basis[row];
        for (var j = 0; j < _tableau[row].Length; j++)
        {
            if (j != basic)
                _tableau[row][j] = -_tableau[row][j];
        }

        _right[row] = _upper[basic] - _right[row];
        _isFlipped[basic] = !_isFlipped[basic];
    }

    private void Pivot(int row, int column, double[] reduced)
    {
        var pivot = _tableau[row];
        var scale = pivot[column];
        var filled = Filled(pivot);
        foreach (var j in filled)
            pivot[j] /= scale;

        _work -= pivot.Length;
        _right[row] /= scale;
        for (var i = 0; i < _rows; i++)
        {
            if (i == row || _tableau[i][column] is var factor && factor == 0)
                continue;

            Subtract(_tableau[i], pivot, filled, factor);
            _right[i] -= factor * _right[row];
        }

        Subtract(reduced, pivot, filled, reduced[column]);
        _isBasic[_basis[row]] = false;
        _isBasic[column] = true;
        _basis[row] = column;
    }

    // Most of a row is nought.
    private static int[] Filled(double[] row) => [.. Enumerable.Range(0, row.Length).Where(j => row[j] != 0)];

    private void Subtract(double[] from, double[] row, int[] filled, double factor)
    {
        foreach (var j in filled)
            from[j] -= factor * row[j];

        _work -= filled.Length;
    }
}
