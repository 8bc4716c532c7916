using System.Text.RegularExpressions;
using Engagement.Common;

namespace Engagement.Surveys;

/// <summary>What holds for every item of an instrument, whatever its kind.</summary>
internal static partial class QuestionRules
{
    public static Refusal? Check(Instrument instrument, string key, string text, string? hint)
    {
        if (instrument.PublishedVersion is not null)
            return new Refusal("INSTRUMENT_VERSION_FROZEN", "This survey is open. Make a new version for the next wave");

        if (!IsKey(key))
            return new Refusal("QUESTION_KEY_INVALID", "Use a short key of letters, digits and hyphens that starts with a letter", "key");

        if (instrument.HasQuestion(key))
            return new Refusal("QUESTION_KEY_TAKEN", "This survey already has a question with this key", "key");

        if (text.Length == 0)
            return new Refusal("QUESTION_TEXT_MISSING", "Enter the words of the question", "text");

        return CleanText.TooLong(text, 1_000, "text") ?? CleanText.TooLong(hint, 1_000, "hint");
    }

    public static bool IsKey(string key) => Key().IsMatch(key);

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9-]{0,39}$", RegexOptions.CultureInvariant)]
    private static partial Regex Key();
}
