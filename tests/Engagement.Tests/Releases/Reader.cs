namespace Engagement.Tests.Releases;

/// <summary>
/// Somebody who knows how all the tables of a release add up, and works out exactly how little and how much a hidden count can be. By another way than
/// the cells were chosen: the simplex method in fractions, once for each bound of each hidden count.
/// </summary>
internal sealed class Reader
{
    private readonly Dictionary<string, int> _exact = [];
    private readonly HashSet<string> _shown = [];
    private readonly List<(string Total, string[] Parts)> _sums = [];

    public IEnumerable<string> All => _exact.Keys;

    public IEnumerable<string> Hidden => _exact.Keys.Where(key => !_shown.Contains(key));

    /// <param name="key">Whom it counts.</param>
    /// <param name="exact">How many there are.</param>
    /// <param name="shown">What is shown of it in one of the tables; the reader is told the exact number then.</param>
    public void Sees(string key, int exact, int? shown)
    {
        if (_exact.TryGetValue(key, out var known))
            known.ShouldBe(exact, "the test counts one group in two ways");

        _exact[key] = exact;
        if (shown is not null)
            _shown.Add(key);
    }

    public int Exact(string key) => _exact[key];

    public void Adds(string total, IEnumerable<string> parts) => _sums.Add((total, [.. parts]));

    public (Fraction Least, Fraction Most) BoundsOf(string key)
    {
        string[] unknown = [.. Hidden];
        var rows = new List<Fraction[]>();
        foreach (var (total, parts) in _sums)
        {
            // The last column is what the unknown come to.
            var row = new Fraction[unknown.Length + 1];
            foreach (var (one, factor) in parts.Select(part => (part, 1)).Append((total, -1)))
            {
                if (_shown.Contains(one))
                    row[^1] -= factor * _exact[one];
                else
                    row[Array.IndexOf(unknown, one)] -= -factor;
            }

            rows.Add(row[^1].Sign < 0 ? [.. row.Select(f => 0 - f)] : row);
        }

        var place = Array.IndexOf(unknown, key);
        return (0 - Most(rows, unknown.Length, place, -1), Most(rows, unknown.Length, place, 1));
    }

    /// <summary>The most that a factor of one unknown can be, where all are nought or more.</summary>
    private static Fraction Most(List<Fraction[]> equations, int unknowns, int place, int factor)
    {
        var (rows, width) = (equations.Count, unknowns + equations.Count);
        Fraction[][] tableau =
        [
            .. equations.Select((e, i) => (Fraction[])[.. e[..unknowns], .. Enumerable.Range(0, rows).Select(j => (Fraction)(i == j ? 1 : 0)), e[^1]]),
        ];
        int[] basis = [.. Enumerable.Range(unknowns, rows)];

        var first = new Fraction[width];
        for (var j = unknowns; j < width; j++)
            first[j] = 1;

        Improve(tableau, basis, first, width).Sign.ShouldBe(0, "the exact counts fit, so there is a table that does");

        // What is left of the rows' own variables is nought; each is exchanged, or its row says nothing.
        for (var i = 0; i < rows; i++)
        {
            if (basis[i] >= unknowns && Array.FindIndex(tableau[i], 0, unknowns, f => f.Sign != 0) is var j and >= 0)
                Exchange(tableau, basis, i, j, null);
        }

        var second = new Fraction[width];
        second[place] = -factor;
        return 0 - Improve(tableau, basis, second, unknowns);
    }

    /// <summary>The least cost, by the rule of Bland.</summary>
    private static Fraction Improve(Fraction[][] tableau, int[] basis, Fraction[] costs, int columns)
    {
        Fraction[] reduced = [.. costs, 0];
        for (var i = 0; i < basis.Length; i++)
            Subtract(reduced, tableau[i], reduced[basis[i]]);

        while (Array.FindIndex(reduced, 0, columns, f => f.Sign < 0) is var column and >= 0)
        {
            int? leaving = null;
            for (var i = 0; i < basis.Length; i++)
            {
                if (tableau[i][column].Sign <= 0)
                    continue;

                var (length, least) = (tableau[i][^1] / tableau[i][column], leaving is { } l ? tableau[l][^1] / tableau[l][column] : 0);
                if (leaving is not { } other || length < least || (!(length > least) && basis[i] < basis[other]))
                    leaving = i;
            }

            Exchange(tableau, basis, leaving.ShouldNotBeNull("no count is without bounds: it has a total"), column, reduced);
        }

        return 0 - reduced[^1];
    }

    private static void Exchange(Fraction[][] tableau, int[] basis, int row, int column, Fraction[]? reduced)
    {
        var pivot = tableau[row][column];
        tableau[row] = [.. tableau[row].Select(f => f / pivot)];
        for (var i = 0; i < tableau.Length; i++)
        {
            if (i != row)
                Subtract(tableau[i], tableau[row], tableau[i][column]);
        }

        if (reduced is not null)
            Subtract(reduced, tableau[row], reduced[column]);

        basis[row] = column;
    }

    private static void Subtract(Fraction[] from, Fraction[] row, Fraction factor)
    {
        if (factor.Sign == 0)
            return;

        for (var j = 0; j < from.Length; j++)
        {
            if (row[j].Sign != 0)
                from[j] -= factor * row[j];
        }
    }
}
