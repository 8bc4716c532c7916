namespace Engagement.Surveys;

/// <summary>Which point of one scale counts as which point of another, so that answers on both may be added together.</summary>
public sealed record ScaleMapping(string FromScale, string ToScale, IReadOnlyList<ScalePoint> Points)
{
    public bool IsFor(ScaleMapping other) => FromScale == other.FromScale && ToScale == other.ToScale;
}
