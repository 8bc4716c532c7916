namespace Engagement.Surveys;

/// <summary>Which point of one scale counts as which point of another, so that answers on both may be added together.</summary>
/// <param name="FromScale">The key of the scale that people answered on.</param>
/// <param name="ToScale">The key of the scale on which their answers are counted too.</param>
/// <param name="Points">Which point counts as which.</param>
public sealed record ScaleMapping(string FromScale, string ToScale, IReadOnlyList<ScalePoint> Points)
{
    public bool IsFor(ScaleMapping other) => FromScale == other.FromScale && ToScale == other.ToScale;
}
