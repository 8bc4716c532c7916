namespace Engagement.Releases;

/// <summary>Every count of some tables once, however many of them show it, and which counts add up to which.</summary>
internal sealed class LinkedCounts
{
    private readonly Dictionary<string, int> _places = [];
    private readonly List<int> _values = [];
    private readonly List<CountRank> _ranks = [];
    private readonly List<Sum> _sums = [];
    private readonly HashSet<string> _parts = [];
    private readonly HashSet<int> _noAnswers = [];

    private LinkedCounts()
    {
    }

    public int Count => _values.Count;

    public IReadOnlyList<int> Values => _values;

    public IReadOnlyList<CountRank> Ranks => _ranks;

    public IReadOnlyList<Sum> Sums => _sums;

    /// <exception cref="ArgumentException">Two tables say different numbers of the same people.</exception>
    public static LinkedCounts Of(IEnumerable<CountTable> tables)
    {
        var counts = new LinkedCounts();
        foreach (var table in tables)
            counts.Add(table);

        // Whoever is a part of a larger whole can be hidden with the other parts of it.
        foreach (var (people, place) in counts._places)
        {
            if (counts._ranks[place] == CountRank.Whole && counts._parts.Contains(people))
                counts._ranks[place] = CountRank.Total;
        }

        return counts;
    }

    /// <summary>Whether these people did not answer what the others of their table did.</summary>
    public bool IsNoAnswer(int place) => _noAnswers.Contains(place);

    public int PlaceOf(string people) => _places[people];

    /// <summary>Counts that hang together by sums, apart from all others.</summary>
    public IEnumerable<(int[] Places, Sum[] Sums)> Components()
    {
        int[] parent = [.. Enumerable.Range(0, Count)];
        int Root(int place) => parent[place] == place ? place : parent[place] = Root(parent[place]);
        foreach (var sum in _sums)
        {
            foreach (var part in sum.Parts)
                parent[Root(part)] = Root(sum.Total);
        }

        var sums = _sums.ToLookup(sum => Root(sum.Total));
        return Enumerable.Range(0, Count).GroupBy(Root).Select(group => (group.ToArray(), sums[group.Key].ToArray()));
    }

    private void Add(CountTable table)
    {
        AddSums(table);
        if (table.NoAnswer is not { } noAnswer)
            return;

        var left = table.Rows.ToList().IndexOf(noAnswer);
        _noAnswers.Add(PlaceOf(table.PeopleIn(left, null)));
        _noAnswers.UnionWith(Enumerable.Range(0, table.Columns.Count).Select(c => PlaceOf(table.PeopleIn(left, c))));
    }

    private void AddSums(CountTable table)
    {
        var (rows, columns) = (table.Rows.Count, table.Columns.Count);
        var whole = Place(table.PeopleIn(null, null), table.Total, CountRank.Whole, isPart: false);
        if (table.ColumnsBy is null)
        {
            Add(whole, Enumerable.Range(0, rows).Select(r => Place(table.PeopleIn(r, null), table.Counts[r][0], CountRank.Cell, isPart: true)));
            return;
        }

        int[] rowTotals = [.. Enumerable.Range(0, rows).Select(r => Place(table.PeopleIn(r, null), table.Counts[r].Sum(), CountRank.Total, isPart: true))];
        int[] columnTotals =
            [.. Enumerable.Range(0, columns).Select(c => Place(table.PeopleIn(null, c), table.Counts.Sum(row => row[c]), CountRank.Total, isPart: true))];
        var cells = table.Counts.Select((row, r) => row.Select((count, c) => Place(table.PeopleIn(r, c), count, CountRank.Cell, isPart: true)).ToArray()).ToArray();
        for (var r = 0; r < rows; r++)
            Add(rowTotals[r], cells[r]);

        for (var c = 0; c < columns; c++)
            Add(columnTotals[c], cells.Select(row => row[c]));

        Add(whole, rowTotals);
        Add(whole, columnTotals);
    }

    private void Add(int total, IEnumerable<int> parts)
    {
        var sum = new Sum(total, [.. parts]);
        if (!_sums.Exists(known => known.Total == total && known.Parts.SequenceEqual(sum.Parts)))
            _sums.Add(sum);
    }

    private int Place(string people, int value, CountRank rank, bool isPart)
    {
        if (isPart)
            _parts.Add(people);

        if (!_places.TryGetValue(people, out var place))
        {
            _places.Add(people, place = _values.Count);
            _values.Add(value);
            _ranks.Add(rank);
        }
        else if (_values[place] != value)
        {
            throw new ArgumentException($"Two tables count {people} differently.");
        }

        if (rank > _ranks[place])
            _ranks[place] = rank;

        return place;
    }

    /// <summary>Counts that add up to another.</summary>
    public sealed record Sum(int Total, IReadOnlyList<int> Parts);
}
