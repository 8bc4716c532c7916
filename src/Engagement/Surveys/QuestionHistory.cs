namespace Engagement.Surveys;

/// <summary>What became of a question from version to version.</summary>
public static class QuestionHistory
{
    /// <summary>
    /// How a question's figures of two versions hang together, in either order: as the weakest of what was said at each publication between them.
    /// </summary>
    /// <param name="versions">All published versions, oldest first.</param>
    /// <param name="key">The question.</param>
    /// <param name="version">A version.</param>
    /// <param name="other">Another, or the same.</param>
    public static TrendLink Between(IReadOnlyList<InstrumentVersion> versions, string key, int version, int other)
    {
        ArgumentNullException.ThrowIfNull(versions);
        var (from, to) = version <= other ? (version, other) : (other, version);
        InstrumentVersion[] passed = [.. versions.Where(v => v.Number >= from && v.Number <= to)];

        // Both ends have to be there, and it has to be asked throughout: what was left out and taken up again is not one series.
        if (passed.Length != to - from + 1 || passed.Any(v => v.Questions.All(q => q.Key != key)))
            return TrendLink.Breaks;

        return passed.Skip(1).SelectMany(v => v.Continuity).Where(c => c.Key == key).Select(c => LinkOf(c.Continuity)).DefaultIfEmpty().Max();
    }

    private static TrendLink LinkOf(Continuity continuity) => continuity switch
    {
        Continuity.SameMeaning => TrendLink.Joins,
        Continuity.Changed => TrendLink.JoinsWithMark,
        _ => TrendLink.Breaks,
    };
}
