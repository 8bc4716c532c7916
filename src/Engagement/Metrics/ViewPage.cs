using Engagement.Feedback;
using EventStore;

namespace Engagement.Metrics;

/// <summary>What a page of events comes to for views: as <see cref="ActPage"/> does for acts.</summary>
internal sealed class ViewPage
{
    private readonly Dictionary<Guid, int> _latest = [];
    private readonly Dictionary<(Guid ViewId, Guid ThemeId), int> _carried = [];
    private readonly Dictionary<Guid, DateTime> _ends = [];

    public static IReadOnlyCollection<Type> EventTypes { get; } =
    [
        typeof(ViewCaptured), typeof(ViewCoded), typeof(ViewUncoded), typeof(ViewMoved), typeof(ViewNotCodable), typeof(ViewWithdrawn), typeof(ThemesMerged),
        typeof(ThemeUnmerged),
    ];

    public List<ViewVersion> Versions { get; } = [];

    /// <summary>What ended the versions from before the page, each view once.</summary>
    public IReadOnlyCollection<KeyValuePair<Guid, DateTime>> Ends => _ends;

    public List<ViewCoding> Codings { get; } = [];

    public List<(Guid ViewId, Guid ThemeId, DateTime At)> CodingEnds { get; } = [];

    public List<(Guid From, Guid Into, DateTime At)> Merges { get; } = [];

    /// <summary>Themes that were taken out again of what they had gone into.</summary>
    public List<(Guid From, DateTime At)> MergeEnds { get; } = [];

    public static ViewPage Of(IEnumerable<IEvent> events)
    {
        var page = new ViewPage();
        foreach (var e in events)
            page.Take(e);

        return page;
    }

    private void Take(IEvent e)
    {
        switch (e.Data)
        {
            case ViewCaptured captured:
                Add(new ViewVersion(e.StreamId, (int)e.Version, e.RecordedAt()) { Captured = captured });
                break;
            case ThemesMerged merged:
                Merges.AddRange(merged.From.Select(from => (from, merged.Into, e.RecordedAt())));
                break;
            case ThemeUnmerged unmerged:
                MergeEnds.Add((unmerged.From, e.RecordedAt()));
                break;
            default:
                Change(e);
                Code(e);
                break;
        }
    }

    // What an event means for a view's state is said in one place.
    private void Change(IEvent e)
    {
        var change = ViewChange.Of([e])[0];
        var before = new ViewVersion(e.StreamId, (int)e.Version, e.RecordedAt());
        if (_latest.TryGetValue(e.StreamId, out var i))
        {
            before = Versions[i];
            Versions[i] = before with { EndedAt = e.RecordedAt() };
        }
        else
        {
            _ends.Add(e.StreamId, e.RecordedAt());
        }

        Add(before with
        {
            Version = (int)e.Version,
            RecordedAt = e.RecordedAt(),
            MoreCodes = before.MoreCodes + change.MoreCodes,
            NotCodable = change.NotCodable ?? before.NotCodable,
            Withdrawn = before.Withdrawn || change.Withdrawn,
        });
    }

    private void Code(IEvent e)
    {
        switch (e.Data)
        {
            case ViewCoded coded:
                Carry(e, coded.ThemeId);
                break;
            case ViewUncoded uncoded:
                Drop(e, uncoded.ThemeId);
                break;
            case ViewMoved moved:
                foreach (var from in moved.From)
                    Drop(e, from);

                Carry(e, moved.Into);
                break;
        }
    }

    private void Carry(IEvent e, Guid themeId)
    {
        _carried[(e.StreamId, themeId)] = Codings.Count;
        Codings.Add(new ViewCoding(e.StreamId, themeId, (int)e.Version, e.RecordedAt()));
    }

    private void Drop(IEvent e, Guid themeId)
    {
        if (_carried.Remove((e.StreamId, themeId), out var i))
            Codings[i] = Codings[i] with { EndedAt = e.RecordedAt() };
        else
            CodingEnds.Add((e.StreamId, themeId, e.RecordedAt()));
    }

    private void Add(ViewVersion version)
    {
        _latest[version.ViewId] = Versions.Count;
        Versions.Add(version);
    }
}
