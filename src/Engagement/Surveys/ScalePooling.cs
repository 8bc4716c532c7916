namespace Engagement.Surveys;

/// <summary>Whether answers on different scales may be added together: never without a recorded mapping.</summary>
public static class ScalePooling
{
    /// <summary>
    /// An answer as a point of another scale; null: it may not be counted there. Answers that are no opinion are the same on every scale.
    /// </summary>
    public static string? PointOn(string toScale, string fromScale, string optionKey, IReadOnlyList<ScaleMapping> recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        if (toScale == fromScale)
            return optionKey;

        var mapping = recorded.FirstOrDefault(m => m.FromScale == fromScale && m.ToScale == toScale);
        if (mapping is null)
            return null;

        return OtherAnswers.Include(optionKey) ? optionKey : mapping.Points.FirstOrDefault(p => p.From == optionKey)?.To;
    }
}
