using System.Globalization;
using Engagement.Common;
using Engagement.Feedback;

namespace Engagement.Surveys;

public sealed record SubmitResponse(
    Guid WaveId, string IdempotencyKey, IReadOnlyList<GivenAnswer> Answers, bool Proxy, Channel Channel)
{
    public const int LongestText = 5_000;

    public static Decision Decide(SubmitResponse command, Survey survey, DateOnly today, Submission submission)
    {
        if (survey.Wave.StateOn(today) == WaveState.Closed)
        {
            return Decision.Refuse(
                "WAVE_CLOSED", "This survey has closed. You can still tell us by e-mail or post, shown on the consultation's page.");
        }

        if (survey.Wave.StateOn(today) == WaveState.Coming)
        {
            var opens = survey.Wave.OpensOn.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"));
            return Decision.Refuse("WAVE_NOT_OPEN_YET", $"This survey has not opened yet. You can answer from {opens}.");
        }

        if (Check(command.Answers, survey.Questions) is { } refusal)
            return Decision.Refuse(refusal);

        return Decision.To([.. Record(command, survey, submission)]);
    }

    private static Refusal? Check(IReadOnlyList<GivenAnswer> answers, IReadOnlyList<Question> questions)
    {
        if (answers.FirstOrDefault(a => questions.All(q => q.Key != a.QuestionKey)) is { } stray)
            return new Refusal("ANSWER_UNKNOWN_QUESTION", "This survey has no such question. Load the survey again", stray.QuestionKey);

        foreach (var question in questions)
        {
            GivenAnswer[] given = [.. answers.Where(a => a.QuestionKey == question.Key)];
            if (given.Length > 1)
                return new Refusal("ANSWER_GIVEN_TWICE", "Give one answer to this question", question.Key);

            if (Check(question, given.SingleOrDefault()) is { } refusal)
                return refusal;
        }

        return null;
    }

    private static Refusal? Check(Question question, GivenAnswer? answer)
    {
        var text = CleanText.Of(answer?.Text);
        var option = answer?.OptionKey ?? "";
        var isFreeText = question.Kind == QuestionKind.FreeText;

        if (isFreeText ? option.Length > 0 : text.Length > 0)
        {
            return isFreeText
                ? new Refusal("ANSWER_UNKNOWN_OPTION", "Answer this question in your own words", question.Key)
                : new Refusal("ANSWER_UNKNOWN_OPTION", "Answer this question with one of its options", question.Key);
        }

        if (text.Length == 0 && option.Length == 0)
        {
            if (question.Optional)
                return null;

            return isFreeText
                ? new Refusal("ANSWER_REQUIRED", "Enter your answer", question.Key)
                : new Refusal("ANSWER_REQUIRED", "Select an answer", question.Key);
        }

        if (text.Length > LongestText)
            return new Refusal("ANSWER_TOO_LONG", "Your answer must be 5,000 characters or fewer", question.Key);

        return isFreeText || question.Options.Any(o => o.Key == option)
            ? null
            : new Refusal("ANSWER_UNKNOWN_OPTION", "Select one of the answers shown", question.Key);
    }

    private static ViewCaptured Capture(SubmitResponse command, Survey survey, Submission submission, string questionKey, string words) => new(
        new ViewSource(
            ViewSourceKind.Answer,
            submission.ResponseId,
            new ViewQuestion(survey.Wave.Id, survey.Wave.InstrumentId, survey.Wave.InstrumentVersion, questionKey)),
        survey.Wave.ConsultationId,
        submission.Seal(words),
        submission.SaidAt,
        Audience: null,
        command.Proxy,
        District: null,
        Need: null,
        Phase: null);

    private static IEnumerable<object> Record(SubmitResponse command, Survey survey, Submission submission)
    {
        var answers = new List<Version1.Answer>();
        var views = new List<ViewCaptured>();
        foreach (var question in survey.Questions)
        {
            if (command.Answers.FirstOrDefault(a => a.QuestionKey == question.Key) is not { } given)
                continue;

            if (question.Kind != QuestionKind.FreeText)
            {
                if (!string.IsNullOrEmpty(given.OptionKey))
                    answers.Add(new Version1.Answer(question.Key, given.OptionKey, null));
            }
            else if (CleanText.OrNull(given.Text) is { } words)
            {
                answers.Add(new Version1.Answer(question.Key, null, View.IdFor(submission.ResponseId, question.Key)));
                views.Add(Capture(command, survey, submission, question.Key, words));
            }
        }

        yield return new ResponseSubmitted(
            survey.Wave.Id,
            survey.Wave.ConsultationId.GetValueOrDefault(),
            survey.Wave.InstrumentId,
            survey.Wave.InstrumentVersion,
            submission.SubjectId,
            submission.Reference,
            submission.SecretHash,
            command.Channel,
            command.Proxy,
            answers,
            submission.SaidAt);

        foreach (var view in views)
            yield return view;
    }
}
