namespace Engagement.Feedback;

/// <summary>
/// What coded views say about their themes: in how many views each term occurs, in all and in each theme. Only whole numbers are kept, so it
/// is the same whichever way the same views were learnt, and a view is forgotten without a trace. No words are kept: terms are known by a
/// hash of 64 bits. Not thread safe.
/// </summary>
/// <remarks>
/// A term weighs the logarithm of how rare it is (inverse document frequency; Spärck Jones, 1972), in whole 64ths for the same reason. One that
/// is in more than a tenth of all views weighs nothing: it says little, and looking at all those views would take most of the time.
/// </remarks>
public sealed class CodingMemory
{
    private const double WeightsInOne = 64;
    private const int NeverCommon = 20;
    private const int CommonPart = 10;

    private readonly Dictionary<ulong, Term> _terms = [];
    private readonly List<Learnt?> _views = [];
    private readonly Dictionary<Guid, int> _places = [];
    private readonly List<Guid> _themes = [];
    private readonly Dictionary<Guid, int> _themeNumbers = [];
    private IReadOnlyDictionary<Guid, Guid> _today = new Dictionary<Guid, Guid>();
    private Weights? _weights;

    /// <summary>How many views it has learnt from.</summary>
    public int Count => _places.Count;

    /// <summary>Learns a view, or learns it anew when it has changed.</summary>
    public void Learn(CodedView view)
    {
        Forget(view.Id);
        Term[] terms = [.. CodingTerms.Of(view.Words).Select(TermOf)];
        var learnt = new Learnt(view.Id, terms, [.. view.ThemeIds.Distinct().Select(NumberOf)]);
        foreach (var term in terms)
            term.Learn(_views.Count, learnt.Themes);

        _places.Add(view.Id, _views.Count);
        _views.Add(learnt);
        _weights = null;
    }

    /// <summary>As if the view had never been learnt.</summary>
    public void Forget(Guid viewId)
    {
        if (!_places.Remove(viewId, out var place) || _views[place] is not { } view)
            return;

        foreach (var term in view.Terms)
            term.Forget(place, view.Themes);

        _views[place] = null;
        _weights = null;
    }

    /// <summary>Says what themes are today, after merges: the evidence of all that have become one is taken together.</summary>
    public void Follow(IReadOnlyDictionary<Guid, Guid> today)
    {
        if (_themes.Any(theme => today.GetValueOrDefault(theme, theme) != _today.GetValueOrDefault(theme, theme)))
            _weights = null;

        _today = today;
    }

    /// <summary>The terms of a text that tell something, with their weights.</summary>
    internal IReadOnlyList<KnownTerm> Known(string words) =>
    [
        .. CodingTerms.Of(words)
            .Select(text => (Text: text, Term: _terms.GetValueOrDefault(HashOf(text))))
            .Where(known => known.Term is not null)
            .Select(known => new KnownTerm(known.Text, known.Term!, Weighed.Of(known.Term!.Views)))
            .Where(known => known.Weight > 0),
    ];

    /// <summary>How alike a text is to the views of each theme: to all of them together, and to the one that is most like it.</summary>
    internal IReadOnlyList<Likeness> Compare(IReadOnlyList<KnownTerm> known, Guid except)
    {
        var weights = Weighed;
        var common = new long[weights.Themes.Count];
        var shared = weights.Buffer;
        var met = new List<int>();
        long length = 0;
        long wordsLength = 0;
        foreach (var (_, term, weight) in known)
        {
            var square = (long)weight * weight;
            length += square;
            foreach (var (theme, views) in term.Themes)
                common[weights.GroupOf[theme]] += square * views;

            if (!term.IsWord)
                continue;

            wordsLength += square;
            foreach (var place in term.Places)
            {
                if (shared[place] == 0)
                    met.Add(place);

                shared[place] += square;
            }
        }

        var nearest = new (double Alike, Guid ViewId)[common.Length];
        foreach (var place in met)
        {
            var view = _views[place]!;
            var alike = (double)shared[place] * shared[place] / weights.ViewLengths[place];
            shared[place] = 0;
            if (view.Id == except)
                continue;

            foreach (var theme in view.Themes)
            {
                ref var best = ref nearest[weights.GroupOf[theme]];
                if (alike > best.Alike || (alike == best.Alike && view.Id.CompareTo(best.ViewId) < 0))
                    best = (alike, view.Id);
            }
        }

        return
        [
            .. weights.Themes.Select((theme, group) => new Likeness(
                theme,
                common[group] == 0 ? 0 : common[group] / Math.Sqrt((double)length * weights.ThemeLengths[group]),
                nearest[group].Alike == 0 ? 0 : Math.Sqrt(nearest[group].Alike / wordsLength),
                nearest[group].Alike == 0 ? null : nearest[group].ViewId)),
        ];
    }

    /// <summary>In how many views of what the theme is today each of the terms is.</summary>
    internal IEnumerable<(KnownTerm Term, int Views)> EvidenceFor(Guid theme, IReadOnlyList<KnownTerm> known)
    {
        var group = Weighed.Themes.IndexOf(theme);
        return known.Select(term => (term, term.Term.Themes.Where(t => Weighed.GroupOf[t.Theme] == group).Sum(t => t.Views)));
    }

    private Weights Weighed => _weights ??= Weigh();

    private Weights Weigh()
    {
        List<Guid> themes = [.. _themes.Select(theme => _today.GetValueOrDefault(theme, theme)).Distinct()];
        int[] groupOf = [.. _themes.Select(theme => themes.IndexOf(_today.GetValueOrDefault(theme, theme)))];
        int[] byViews =
        [
            .. Enumerable.Range(0, Count + 1).Select(views => views == 0 || views > Math.Max(NeverCommon, Count / CommonPart)
                ? 0
                : (int)Math.Round(WeightsInOne * Math.Log((Count + 1.0) / (views + 1.0)))),
        ];

        // The squares of lengths are sums of whole numbers, so that the order in which they are added does not matter.
        var themeLengths = new long[themes.Count];
        var counts = new long[themes.Count];
        foreach (var term in _terms.Values)
        {
            var weight = byViews[term.Views];
            if (weight == 0)
                continue;

            foreach (var (theme, views) in term.Themes)
                counts[groupOf[theme]] += (long)weight * views;

            foreach (var (theme, _) in term.Themes)
            {
                ref var count = ref counts[groupOf[theme]];
                themeLengths[groupOf[theme]] += count * count;
                count = 0;
            }
        }

        var viewLengths = new long[_views.Count];
        for (var place = 0; place < viewLengths.Length; place++)
        {
            foreach (var term in _views[place]?.Terms ?? [])
            {
                if (term.IsWord)
                    viewLengths[place] += (long)byViews[term.Views] * byViews[term.Views];
            }
        }

        return new Weights(byViews, themes, groupOf, themeLengths, viewLengths, new long[_views.Count]);
    }

    private int NumberOf(Guid theme)
    {
        if (_themeNumbers.TryGetValue(theme, out var known))
            return known;

        _themes.Add(theme);
        _themeNumbers.Add(theme, _themes.Count - 1);
        return _themes.Count - 1;
    }

    private Term TermOf(string text)
    {
        var hash = HashOf(text);
        if (!_terms.TryGetValue(hash, out var term))
            _terms.Add(hash, term = new Term(isWord: !text.Contains(' ')));

        return term;
    }

    // FNV-1a: the same in every process, unlike string.GetHashCode.
    private static ulong HashOf(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in text)
            hash = (hash ^ c) * 1099511628211UL;

        return hash;
    }

    /// <summary>A term that occurs in views which have been learnt.</summary>
    internal sealed class Term(bool isWord)
    {
        private readonly List<int> _places = [];
        private readonly List<(int Theme, int Views)> _themes = new(1);

        /// <summary>Whether it is a single word, not a pair.</summary>
        public bool IsWord { get; } = isWord;

        public int Views { get; private set; }

        /// <summary>The views it is in; known for words only, since views are compared by their words.</summary>
        public IReadOnlyList<int> Places => _places;

        public IReadOnlyList<(int Theme, int Views)> Themes => _themes;

        public void Learn(int place, int[] themes)
        {
            Views++;
            if (IsWord)
                _places.Add(place);

            foreach (var theme in themes)
                Tally(theme, 1);
        }

        public void Forget(int place, int[] themes)
        {
            Views--;
            _places.Remove(place);
            foreach (var theme in themes)
                Tally(theme, -1);
        }

        private void Tally(int theme, int change)
        {
            var at = _themes.FindIndex(t => t.Theme == theme);
            if (at < 0)
                _themes.Add((theme, change));
            else
                _themes[at] = (theme, _themes[at].Views + change);
        }
    }

    internal sealed record KnownTerm(string Text, Term Term, int Weight);

    /// <param name="ThemeId">The theme, as it is today.</param>
    /// <param name="ToAll">The cosine of the angle between the text and all of the theme's views together, from 0 to 1.</param>
    /// <param name="ToNearest">The same between its words and those of the view most like it.</param>
    /// <param name="NearestViewId">That view; null where none shares a word.</param>
    internal sealed record Likeness(Guid ThemeId, double ToAll, double ToNearest, Guid? NearestViewId);

    private sealed record Learnt(Guid Id, Term[] Terms, int[] Themes);

    /// <summary>What follows from all views together, worked out when it is first needed after a change.</summary>
    private sealed record Weights(int[] ByViews, List<Guid> Themes, int[] GroupOf, long[] ThemeLengths, long[] ViewLengths, long[] Buffer)
    {
        public int Of(int views) => ByViews[views];
    }
}
