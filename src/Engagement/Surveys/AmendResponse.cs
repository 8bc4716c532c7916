using System.Globalization;
using Engagement.Common;
using Engagement.Feedback;

namespace Engagement.Surveys;

/// <summary>Replaces a person's answers by what they say now. Whoever holds the receipt may, until the survey closes.</summary>
/// <param name="Reference">The reference on the receipt. Case, spaces and dashes do not matter.</param>
/// <param name="Secret">The secret on the receipt. Case, spaces and dashes do not matter.</param>
/// <param name="Form">All that they say now.</param>
public sealed record AmendResponse(string Reference, string Secret, FilledForm Form)
{
    internal static Refusal ReceiptUnknown { get; } = new(
        "RECEIPT_UNKNOWN", "There is no response with this reference and this secret. Check both on your receipt", "reference");

    /// <param name="command">What the person says now.</param>
    /// <param name="response">Their response as it is.</param>
    /// <param name="survey">What it answers.</param>
    /// <param name="words">What they had said before in words, by question: what has not changed stays the same view.</param>
    /// <param name="today">In London.</param>
    /// <param name="submission">With the identity of the response, the moment of the change, and the person's seal.</param>
    public static Decision Decide(
        AmendResponse command,
        Response response,
        Survey survey,
        IReadOnlyDictionary<string, string> words,
        DateOnly today,
        Submission submission)
    {
        if ((response.CheckStanding() ?? AnsweringRules.CheckOpen(survey.Wave, today) ?? AnswerRules.Check(command.Form, survey)) is { } refusal)
            return Decision.Refuse(refusal);

        var read = ReadForm.Of(command.Form, survey, ViewOf);
        var kept = response.ViewIds.ToHashSet();
        var aboutYou = ResponseParts.AboutYou(read, submission).ToList();
        if (aboutYou.Count == 0 && response.AboutYou is not null)
            aboutYou.Add(new AboutYouGiven(null));

        return Decision.To(
        [
            new ResponseAmended(survey.Wave.InstrumentVersion, read.Content, submission.SaidAt),
            .. aboutYou,
            .. read.Content.Answers
                .Where(a => a.ViewId is { } view && !kept.Contains(view))
                .Select(a => ResponseParts.Capture(read.Content, survey, submission, a.QuestionKey, read.Words[a.QuestionKey])),
        ]);

        Guid ViewOf(string key, string said) =>
            words.TryGetValue(key, out var before) && before == said && response.ViewOf(key) is { } view
                ? view
                : View.IdFor(submission.ResponseId, string.Create(CultureInfo.InvariantCulture, $"{key} {response.Edition + 1}"));
    }
}
