using Engagement.Web.Forms;

namespace Engagement.Web.HaveYourSay;

/// <summary>What a person answered to one question: an option of it, or words of their own.</summary>
public sealed record Answer(string? OptionKey, string? Text)
{
    /// <summary>The most characters that one answer may have.</summary>
    public const int LongestText = 5_000;

    /// <summary>The input on a question's page that holds the answer.</summary>
    public const string Field = "answer";

    public bool IsEmpty => OptionKey is null && Text is null;

    public static Answer To(Question question, string written)
    {
        ArgumentNullException.ThrowIfNull(question);
        var given = string.IsNullOrEmpty(written) ? null : written;
        return question.Kind is QuestionKind.FreeText ? new Answer(null, given) : new Answer(given, null);
    }

    /// <summary>What stops this answer from being taken, in words for the person who gave it.</summary>
    public static FieldError? Check(Question question, Answer? answer, string field = Field)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (answer is null or { IsEmpty: true })
            return question.Optional ? null : new FieldError(WhenMissing(question), field, "ANSWER_REQUIRED");
        if (answer.Text is { Length: > LongestText } text)
        {
            return new FieldError(
                $"Your answer must be {LongestText:N0} characters or fewer. It has {text.Length:N0}", field, "ANSWER_TOO_LONG");
        }

        if (answer.OptionKey is { } key && question.Options.All(o => o.Key != key))
            return new FieldError("Choose one of the answers on the page", field, "ANSWER_UNKNOWN_OPTION");
        return null;
    }

    /// <summary>The answer in the words of the question's page.</summary>
    public string Words(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return Text ?? question.Options.FirstOrDefault(o => o.Key == OptionKey)?.Label ?? "";
    }

    private static string WhenMissing(Question question) => question.Kind switch
    {
        QuestionKind.FreeText => "Write your answer",
        QuestionKind.Agreement => "Choose how much you agree. If you are not sure, choose “I’m not sure”",
        _ => "Choose an answer",
    };
}
