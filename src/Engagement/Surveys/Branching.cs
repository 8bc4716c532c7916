namespace Engagement.Surveys;

/// <summary>Which questions are asked, given the answers to those before them.</summary>
public static class Branching
{
    /// <summary>
    /// The questions shown, in their order. An answer to a question that is hidden counts as not given, so what depends on it is hidden too.
    /// </summary>
    /// <param name="questions">In the order they are asked.</param>
    /// <param name="sections">The sections they are in.</param>
    /// <param name="chosen">The keys of the options chosen in a question.</param>
    public static IReadOnlyList<Question> Shown(
        IReadOnlyList<Question> questions, IReadOnlyList<Section> sections, Func<string, IEnumerable<string>> chosen)
    {
        var shown = new List<Question>();
        foreach (var question in questions)
        {
            var section = sections.FirstOrDefault(s => s.Key == question.Section);
            if ((section?.ShownWhen ?? []).Concat(question.ShownWhen).All(Holds))
                shown.Add(question);
        }

        return shown;

        bool Holds(Condition condition) =>
            shown.Any(earlier => earlier.Key == condition.QuestionKey) && chosen(condition.QuestionKey).Any(condition.AnyOf.Contains);
    }
}
