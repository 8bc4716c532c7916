using Engagement.Common;

namespace Engagement.Surveys;

public sealed record AddQuestion(
    Guid InstrumentId, string Key, QuestionKind Kind, string Text, string? Hint, bool Optional, IReadOnlyList<QuestionOption> Options)
{
    private const int MostOptions = 50;

    public static Decision Decide(AddQuestion command, Instrument instrument)
    {
        var key = CleanText.OneLine(command.Key);
        var text = CleanText.OneLine(command.Text);
        var hint = CleanText.OrNull(command.Hint);
        QuestionOption[] options = [.. command.Options.Select(o => new QuestionOption(CleanText.OneLine(o.Key), CleanText.OneLine(o.Label)))];

        var refusal = QuestionRules.Check(instrument, key, text, hint) ?? command.Kind switch
        {
            QuestionKind.Agreement => new Refusal("STATEMENT_EXPECTED", "Add an item on the agreement scale as a statement", "kind"),
            QuestionKind.FreeText when options.Length > 0 =>
                new Refusal("OPTIONS_NOT_ALLOWED", "A question answered in people's own words has no options", "options"),
            QuestionKind.SingleChoice => CheckOptions(options),
            _ => null,
        };

        return refusal is null
            ? Decision.To(new QuestionAdded(new Question(key, command.Kind, text, hint, command.Optional, options)))
            : Decision.Refuse(refusal);
    }

    private static Refusal? CheckOptions(QuestionOption[] options)
    {
        if (options.Length is < 2 or > MostOptions)
            return new Refusal("OPTIONS_MISSING", "Add between 2 and 50 options to choose from", "options");

        if (options.FirstOrDefault(o => !QuestionRules.IsKey(o.Key)) is not null)
        {
            return new Refusal(
                "OPTION_KEY_INVALID", "Use short option keys of letters, digits and hyphens that start with a letter", "options");
        }

        if (options.DistinctBy(o => o.Key, StringComparer.OrdinalIgnoreCase).Count() < options.Length)
            return new Refusal("OPTION_KEY_TAKEN", "Give each option its own key", "options");

        return options.Any(o => o.Label.Length is 0 or > CleanText.LineLimit)
            ? new Refusal("OPTION_LABEL_MISSING", "Give each option a label of 300 characters or fewer", "options")
            : null;
    }
}
