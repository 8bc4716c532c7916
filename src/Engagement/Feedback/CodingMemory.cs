using System.Runtime.InteropServices;

namespace Engagement.Feedback;

/// <summary>
/// What coded views say about their themes: in how many views each term occurs, in all and in each theme. Only whole numbers are kept, so it
/// is the same whichever way the same views were learnt, and a view is forgotten without a trace. Not thread safe.
/// </summary>
/// <remarks>
/// A term weighs the logarithm of how rare it is (inverse document frequency; Spärck Jones, 1972), in whole 64ths for the same reason.
/// </remarks>
public sealed class CodingMemory
{
    private const double WeightsInOne = 64;

    private readonly Dictionary<string, int> _terms = new(StringComparer.Ordinal);
    private readonly List<int> _viewsWith = [];
    private readonly List<List<int>> _placesOf = [];
    private readonly List<Learnt?> _views = [];
    private readonly Dictionary<Guid, int> _places = [];
    private readonly Dictionary<Guid, Dictionary<int, int>> _themes = [];
    private int[] _weights = [];
    private long[] _lengths = [];
    private readonly Dictionary<Guid, ThemeEvidence> _evidence = [];
    private bool _isWeighed;

    /// <summary>How many views it has learnt from.</summary>
    public int Count => _places.Count;

    /// <summary>Learns a view, or learns it anew when it has changed.</summary>
    public void Learn(CodedView view)
    {
        Forget(view.Id);
        int[] terms = [.. CodingTerms.Of(view.Words).Select(Number)];
        var place = _views.Count;
        _views.Add(new Learnt(view.Id, terms, [.. view.ThemeIds.Distinct()]));
        _places.Add(view.Id, place);
        foreach (var term in terms)
        {
            _viewsWith[term]++;
            _placesOf[term].Add(place);
        }

        Tally(_views[place]!, +1);
    }

    /// <summary>As if the view had never been learnt.</summary>
    public void Forget(Guid viewId)
    {
        if (!_places.Remove(viewId, out var place) || _views[place] is not { } view)
            return;

        foreach (var term in view.Terms)
        {
            _viewsWith[term]--;
            _placesOf[term].Remove(place);
        }

        Tally(view, -1);
        _views[place] = null;
    }

    /// <summary>The terms of a text that occur in other views; what was only in views since forgotten is not known.</summary>
    internal (string Term, int Number, int Weight)[] Known(string words)
    {
        Weigh();
        return
        [
            .. CodingTerms.Of(words)
                .Select(term => (term, Number: _terms.GetValueOrDefault(term, -1)))
                .Where(known => known.Number >= 0 && _viewsWith[known.Number] > 0 && _weights[known.Number] > 0)
                .Select(known => (known.term, known.Number, _weights[known.Number])),
        ];
    }

    /// <summary>What the views of a theme say together, which are those that were coded to any of these.</summary>
    internal ThemeEvidence EvidenceOf(Guid theme, IReadOnlyCollection<Guid> codedThemes)
    {
        Weigh();
        // A theme gains others by merges and never loses one, so their number tells whether this is still the same.
        if (_evidence.TryGetValue(theme, out var known) && known.Themes == codedThemes.Count)
            return known;

        var views = new Dictionary<int, int>();
        foreach (var (term, count) in codedThemes.SelectMany(coded => _themes.GetValueOrDefault(coded, [])))
            CollectionsMarshal.GetValueRefOrAddDefault(views, term, out _) += count;

        // Whole numbers, so that the order in which they are added does not matter.
        long length = 0;
        foreach (var (term, count) in views)
            length += (long)_weights[term] * count * _weights[term] * count;

        return _evidence[theme] = new ThemeEvidence(codedThemes.Count, views, length);
    }

    /// <summary>The views that share terms with a text, and how alike they are: the cosine of the angle between them, squared, from 0 to 1.</summary>
    internal IEnumerable<(Learnt View, double Alike)> Like(IReadOnlyList<(string Term, int Number, int Weight)> known)
    {
        var common = new long[_views.Count];
        var met = new List<int>();
        foreach (var (_, number, weight) in known)
        {
            foreach (var place in CollectionsMarshal.AsSpan(_placesOf[number]))
            {
                if (common[place] == 0)
                    met.Add(place);

                common[place] += (long)weight * weight;
            }
        }

        var length = known.Sum(term => (long)term.Weight * term.Weight);
        foreach (var place in met)
            yield return (_views[place]!, (double)common[place] * common[place] / ((double)length * _lengths[place]));
    }

    private void Weigh()
    {
        if (_isWeighed)
            return;

        _weights = new int[_viewsWith.Count];
        for (var term = 0; term < _weights.Length; term++)
            _weights[term] = (int)Math.Round(WeightsInOne * Math.Log((Count + 1.0) / (_viewsWith[term] + 1.0)));

        _lengths = [.. _views.Select(view => view?.Terms.Sum(term => (long)_weights[term] * _weights[term]) ?? 0)];
        _evidence.Clear();
        _isWeighed = true;
    }

    private void Tally(Learnt view, int change)
    {
        _isWeighed = false;
        foreach (var theme in view.ThemeIds)
        {
            if (!_themes.TryGetValue(theme, out var counts))
                _themes.Add(theme, counts = []);

            foreach (var term in view.Terms)
            {
                ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, term, out _);
                count += change;
            }
        }
    }

    private int Number(string term)
    {
        if (_terms.TryGetValue(term, out var known))
            return known;

        _terms.Add(term, _viewsWith.Count);
        _viewsWith.Add(0);
        _placesOf.Add([]);
        return _viewsWith.Count - 1;
    }

    internal sealed record Learnt(Guid ViewId, int[] Terms, Guid[] ThemeIds);

    /// <param name="Themes">How many themes were taken together.</param>
    /// <param name="Views">In how many of their views each term is.</param>
    /// <param name="Length">The square of the length of the vector of weighted counts.</param>
    internal sealed record ThemeEvidence(int Themes, Dictionary<int, int> Views, double Length);
}
