namespace Engagement.Tests.Releases;

/// <summary>
/// What somebody with pencil and paper can do: every row and column of a table adds up to its total, and what is hidden is an unknown.
/// Another way than the graphs by which the cells were chosen.
/// </summary>
internal static class LinearAlgebra
{
    /// <summary>Whether the equations leave any unknown only one value.</summary>
    public static bool FixesAny(bool[][] hidden)
    {
        var (rows, columns) = (hidden.Length, hidden[0].Length);
        var unknowns = (from r in Enumerable.Range(0, rows) from c in Enumerable.Range(0, columns) where hidden[r][c] select (r, c)).ToList();
        var equations = new List<double[]>();
        for (var r = 0; r < rows; r++)
            equations.Add([.. unknowns.Select(u => u.r != r ? 0d : u.c == columns - 1 ? -1 : 1)]);

        for (var c = 0; c < columns; c++)
            equations.Add([.. unknowns.Select(u => u.c != c ? 0d : u.r == rows - 1 ? -1 : 1)]);

        var reduced = Reduce(equations, unknowns.Count);

        // In reduced form an unknown has one value when its equation holds no other.
        return reduced.Any(equation => equation.Count(factor => Math.Abs(factor) > 1e-9) == 1);
    }

    private static List<double[]> Reduce(List<double[]> equations, int unknowns)
    {
        var next = 0;
        for (var u = 0; u < unknowns && next < equations.Count; u++)
        {
            var pivot = equations.FindIndex(next, equation => Math.Abs(equation[u]) > 1e-9);
            if (pivot < 0)
                continue;

            (equations[next], equations[pivot]) = (equations[pivot], equations[next]);
            var scale = equations[next][u];
            equations[next] = [.. equations[next].Select(factor => factor / scale)];
            for (var other = 0; other < equations.Count; other++)
            {
                var factor = equations[other][u];
                if (other != next && factor != 0)
                    equations[other] = [.. equations[other].Zip(equations[next], (a, b) => a - factor * b)];
            }

            next++;
        }

        return equations;
    }
}
