using Engagement.Common;

namespace Engagement.Surveys;

/// <summary>What holds for the conditions of a whole questionnaire. Because they look backwards only, they cannot go round in a circle.</summary>
public static class Conditions
{
    private const int Most = 20;

    /// <summary>The first condition that could not be judged; null when all can.</summary>
    public static Refusal? Check(Questionnaire questionnaire)
    {
        ArgumentNullException.ThrowIfNull(questionnaire);
        foreach (var section in questionnaire.Sections)
        {
            var first = IndexWhere(questionnaire.Questions, q => q.Section == section.Key);
            if (Check(section.ShownWhen, questionnaire, first < 0 ? EndOf(questionnaire, section) : first) is { } refusal)
                return refusal;
        }

        for (var i = 0; i < questionnaire.Questions.Count; i++)
        {
            if (Check(questionnaire.Questions[i].ShownWhen, questionnaire, i) is { } refusal)
                return refusal;
        }

        return null;
    }

    private static Refusal? Check(IReadOnlyList<Condition> conditions, Questionnaire questionnaire, int before)
    {
        if (Lists.Check(conditions, Most, "conditions", "shownWhen") is { } tooMany)
            return tooMany;

        foreach (var condition in conditions)
        {
            var index = IndexWhere(questionnaire.Questions, q => q.Key == condition.QuestionKey);
            if (index < 0)
            {
                return new Refusal(
                    "CONDITION_QUESTION_MISSING",
                    $"Something is shown only after an answer to “{condition.QuestionKey}”. Keep that question, or change what depends on it first",
                    "shownWhen");
            }

            if (index >= before)
            {
                return new Refusal(
                    "CONDITION_LOOKS_FORWARD",
                    $"What is shown after an answer to “{condition.QuestionKey}” must come after that question",
                    "shownWhen");
            }

            var question = questionnaire.Questions[index];
            if (!question.HasOptions || question.Kind == QuestionKind.Ranking)
            {
                return new Refusal(
                    "CONDITION_WITHOUT_OPTIONS", $"“{condition.QuestionKey}” has no options that something else could depend on", "shownWhen");
            }

            if (condition.AnyOf.Count == 0 || !condition.AnyOf.All(question.HasOption))
            {
                return new Refusal(
                    "CONDITION_OPTION_MISSING",
                    $"Something is shown only after an answer that “{condition.QuestionKey}” does not offer. Choose from its answers",
                    "shownWhen");
            }
        }

        return null;
    }

    /// <summary>Where an empty section's questions would begin.</summary>
    private static int EndOf(Questionnaire questionnaire, Section section)
    {
        string?[] upToIt = [null, .. questionnaire.Sections.TakeWhile(s => s.Key != section.Key).Select(s => s.Key)];
        return questionnaire.Questions.Count(q => upToIt.Contains(q.Section));
    }

    private static int IndexWhere(IReadOnlyList<Question> questions, Func<Question, bool> isIt)
    {
        for (var i = 0; i < questions.Count; i++)
        {
            if (isIt(questions[i]))
                return i;
        }

        return -1;
    }
}
