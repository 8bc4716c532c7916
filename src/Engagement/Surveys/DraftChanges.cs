using System.Text.Json;

namespace Engagement.Surveys;

/// <summary>What a draft changes of the version before it.</summary>
public static class DraftChanges
{
    /// <summary>In the draft's order; what was removed comes last.</summary>
    public static IReadOnlyList<QuestionChange> Between(
        Questionnaire published, Questionnaire draft, IReadOnlyList<QuestionContinuity> declared)
    {
        ArgumentNullException.ThrowIfNull(published);
        ArgumentNullException.ThrowIfNull(draft);
        var changes = new List<QuestionChange>();
        foreach (var question in draft.Questions)
        {
            if (published.Find(question.Key) is not { } before)
                changes.Add(new QuestionChange(question.Key, QuestionChangeKind.Added, null));
            else if (Asked(before, published) != Asked(question, draft))
                changes.Add(new QuestionChange(question.Key, QuestionChangeKind.Changed, Declared(declared, question.Key)));
            else if (!IsWhereItWas(question.Key, published, draft) || !before.Tags.SequenceEqual(question.Tags))
                changes.Add(new QuestionChange(question.Key, QuestionChangeKind.Rearranged, null));
        }

        changes.AddRange(published.Questions
            .Where(before => draft.Find(before.Key) is null)
            .Select(before => new QuestionChange(before.Key, QuestionChangeKind.Removed, null)));
        return changes;
    }

    private static Continuity? Declared(IReadOnlyList<QuestionContinuity> declared, string key) =>
        declared.FirstOrDefault(d => d.Key == key)?.Continuity;

    /// <summary>All that bears on what an answer means: its words, what may be answered, and who is asked.</summary>
    private static string Asked(Question question, Questionnaire questionnaire) => JsonSerializer.Serialize(
        new { question.Text, question.Hint, question.Optional, question.Options, question.Range, question.AboutYou, When = questionnaire.ConditionsOf(question) });

    // Its place among the questions that both have, so that adding or removing another does not count as moving this one.
    private static bool IsWhereItWas(string key, Questionnaire published, Questionnaire draft) =>
        published.Find(key)!.Section == draft.Find(key)!.Section
        && Preceding(key, published, draft).SequenceEqual(Preceding(key, draft, published));

    private static IEnumerable<string> Preceding(string key, Questionnaire questionnaire, Questionnaire other) =>
        questionnaire.Questions.TakeWhile(q => q.Key != key).Where(q => other.Find(q.Key) is not null).Select(q => q.Key);
}
