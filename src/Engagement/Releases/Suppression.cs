namespace Engagement.Releases;

/// <summary>
/// Which cells to hide so that no small count can be read or worked out from the totals beside it. Small cells are hidden first; then others
/// with them, the smallest that will do.
/// </summary>
/// <remarks>
/// In a table with totals, hidden cells are edges between their row and their column, and a cell can be worked out exactly when its edge is on
/// no cycle (D. Gusfield, "A graph theoretic approach to statistical data security", 1988): so each is put on one. That also leaves no row or
/// column with one hidden cell. And what is hidden in a line whose total is shown is together never a small count itself.
/// The grand total is always shown: a table with a small one is not shown at all.
/// </remarks>
internal static class Suppression
{
    // A none is worth showing, and a total more so: either goes only when nothing else will do.
    private const long CostOfNone = 1_000_000_000;
    private const long CostOfTotal = 1_000_000_000_000;

    public static bool[] OfLine(IReadOnlyList<int> counts, int under)
    {
        var hidden = new bool[counts.Count];
        for (var i = 0; i < counts.Count; i++)
            hidden[i] = IsSmall(counts[i], under);

        while (IsSmall(counts.Where((_, i) => hidden[i]).Sum(), under))
            hidden[Enumerable.Range(0, counts.Count).Where(i => !hidden[i] && counts[i] > 0).MinBy(i => counts[i])] = true;

        return hidden;
    }

    public static bool[,] OfTable(TableWithTotals table, int under)
    {
        var hidden = new bool[table.Rows + 1, table.Columns + 1];

        // A single row or column is a line: what stands beside it repeats it.
        if (table.Rows == 1 || table.Columns == 1)
        {
            HideLine(table, under, hidden);
            return hidden;
        }

        for (var r = 0; r <= table.Rows; r++)
        {
            for (var c = 0; c <= table.Columns; c++)
                hidden[r, c] = IsSmall(table[r, c], under);
        }

        while (HideMoreInALine(table, under, hidden) || CloseACycle(table, hidden))
        {
        }

        return hidden;
    }

    private static bool IsSmall(int count, int under) => count > 0 && count < under;

    private static void HideLine(TableWithTotals table, int under, bool[,] hidden)
    {
        var isRow = table.Rows == 1;
        var line = OfLine([.. Enumerable.Range(0, isRow ? table.Columns : table.Rows).Select(i => isRow ? table[0, i] : table[i, 0])], under);
        for (var i = 0; i < line.Length; i++)
        {
            if (isRow)
                hidden[0, i] = hidden[1, i] = line[i];
            else
                hidden[i, 0] = hidden[i, 1] = line[i];
        }
    }

    /// <summary>Hides one more cell of a line whose hidden cells together are a small count, which its total would tell.</summary>
    private static bool HideMoreInALine(TableWithTotals table, int under, bool[,] hidden)
    {
        foreach (var (cells, total) in Lines(table))
        {
            if (hidden[total.Row, total.Column] || !IsSmall(cells.Where(c => hidden[c.Row, c.Column]).Sum(c => table[c.Row, c.Column]), under))
                continue;

            // There is one: the total is not small, what is hidden is.
            var next = cells.Where(c => !hidden[c.Row, c.Column] && table[c.Row, c.Column] > 0).MinBy(c => table[c.Row, c.Column]);
            hidden[next.Row, next.Column] = true;
            return true;
        }

        return false;
    }

    private static IEnumerable<(Cell[] Cells, Cell Total)> Lines(TableWithTotals table)
    {
        for (var r = 0; r <= table.Rows; r++)
            yield return ([.. Enumerable.Range(0, table.Columns).Select(c => new Cell(r, c))], new Cell(r, table.Columns));

        for (var c = 0; c <= table.Columns; c++)
            yield return ([.. Enumerable.Range(0, table.Rows).Select(r => new Cell(r, c))], new Cell(table.Rows, c));
    }

    /// <summary>Hides the cells that put a hidden cell on a cycle, if there is one that is on none.</summary>
    private static bool CloseACycle(TableWithTotals table, bool[,] hidden)
    {
        for (var r = 0; r <= table.Rows; r++)
        {
            for (var c = 0; c <= table.Columns; c++)
            {
                if (!hidden[r, c])
                    continue;

                var path = CheapestPathBeside(new Cell(r, c), table, hidden);
                var isOnACycle = true;
                foreach (var cell in path)
                {
                    isOnACycle &= hidden[cell.Row, cell.Column];
                    hidden[cell.Row, cell.Column] = true;
                }

                if (!isOnACycle)
                    return true;
            }
        }

        return false;
    }

    /// <summary>From a cell's row to its column by other cells, hiding as little as can be (Dijkstra).</summary>
    private static List<Cell> CheapestPathBeside(Cell edge, TableWithTotals table, bool[,] hidden)
    {
        // Nodes are the rows, then the columns, each with the one of the totals.
        var rows = table.Rows + 1;
        var nodes = rows + table.Columns + 1;
        var cost = new long[nodes];
        var before = new int[nodes];
        var isDone = new bool[nodes];
        Array.Fill(cost, long.MaxValue);
        cost[edge.Row] = 0;

        while (true)
        {
            var node = Enumerable.Range(0, nodes).Where(n => !isDone[n] && cost[n] < long.MaxValue).MinBy(n => cost[n]);
            if (node == rows + edge.Column)
                break;

            isDone[node] = true;
            for (var next = 0; next < nodes; next++)
            {
                if (next < rows == node < rows || isDone[next])
                    continue;

                var cell = Between(node, next, rows);
                if (cell == edge || cell == new Cell(table.Rows, table.Columns))
                    continue;

                var reached = cost[node] + CostOf(cell, table, hidden);
                if (reached < cost[next])
                    (cost[next], before[next]) = (reached, node);
            }
        }

        var path = new List<Cell>();
        for (var node = rows + edge.Column; node != edge.Row; node = before[node])
            path.Add(Between(before[node], node, rows));

        return path;
    }

    private static Cell Between(int node, int other, int rows) => node < rows ? new Cell(node, other - rows) : new Cell(other, node - rows);

    private static long CostOf(Cell cell, TableWithTotals table, bool[,] hidden)
    {
        var count = table[cell.Row, cell.Column];
        if (hidden[cell.Row, cell.Column])
            return 0;

        return (cell.Row == table.Rows || cell.Column == table.Columns ? CostOfTotal : 0) + (count == 0 ? CostOfNone : count);
    }

    private readonly record struct Cell(int Row, int Column);
}
