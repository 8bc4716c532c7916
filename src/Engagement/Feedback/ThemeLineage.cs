namespace Engagement.Feedback;

/// <summary>What themes have become, and what they have come from.</summary>
public sealed class ThemeLineage
{
    private readonly ThemeChange[] _changes;
    private readonly Dictionary<Guid, Guid> _mergedInto = [];

    public ThemeLineage(IEnumerable<ThemeChange> changes)
    {
        _changes = [.. changes.OrderBy(change => change.Position)];
        foreach (var change in _changes)
        {
            if (change.Kind == ThemeChangeKind.Merged)
                _mergedInto[change.From] = change.Into;
            else if (change.Kind == ThemeChangeKind.Unmerged)
                _mergedInto.Remove(change.From);
        }
    }

    /// <summary>The theme that counts its views now: itself, unless it was merged.</summary>
    public Guid TodayOf(Guid themeId)
    {
        // A merged theme is never merged into, so this cannot go round in a circle.
        while (_mergedInto.TryGetValue(themeId, out var into))
            themeId = into;

        return themeId;
    }

    /// <summary>Where all that the theme ever meant is found now: what it is today first, then its parts, in the order they were split off.</summary>
    public IReadOnlyList<Guid> TodaysThemesOf(Guid themeId)
    {
        var found = new List<Guid>();
        var seen = new HashSet<Guid>();
        var open = new Queue<Guid>([themeId]);
        while (open.TryDequeue(out var next))
        {
            if (!seen.Add(next))
                continue;

            var today = TodayOf(next);
            if (!found.Contains(today))
                found.Add(today);

            foreach (var part in _changes.Where(change => change.Kind == ThemeChangeKind.Split && change.From == next))
                open.Enqueue(part.Into);

            if (_mergedInto.TryGetValue(next, out var into))
                open.Enqueue(into);
        }

        return found;
    }

    /// <summary>Itself and every theme that has gone into it or that it was split from, as far back as there are any.</summary>
    public IReadOnlySet<Guid> AncestryOf(Guid themeId)
    {
        var found = new HashSet<Guid> { themeId };
        bool grew;
        do
        {
            grew = false;
            foreach (var change in _changes)
                grew |= Holds(change) && found.Contains(change.Into) && found.Add(change.From);
        }
        while (grew);

        return found;
    }

    // A merge that was undone is no origin; it stays in the history of both.
    private bool Holds(ThemeChange change) => change.Kind switch
    {
        ThemeChangeKind.Merged => _mergedInto.TryGetValue(change.From, out var into) && into == change.Into,
        ThemeChangeKind.Split => true,
        _ => false,
    };

    /// <summary>Everything that happened between the theme, those it has come from and others, oldest first.</summary>
    public IReadOnlyList<ThemeChange> HistoryOf(Guid themeId)
    {
        var ancestry = AncestryOf(themeId);
        return [.. _changes.Where(change => ancestry.Contains(change.From) || ancestry.Contains(change.Into))];
    }
}
