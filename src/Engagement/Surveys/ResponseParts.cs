using Engagement.Feedback;

namespace Engagement.Surveys;

/// <summary>What is recorded beside the counted answers: the words as views, and what is about the person sealed.</summary>
internal static class ResponseParts
{
    public static IEnumerable<AboutYouGiven> AboutYou(ReadForm read, Submission submission)
    {
        if (read.AboutYou.Count > 0)
            yield return new AboutYouGiven(submission.Seal(AboutYouAnswer.ToJson(read.AboutYou)));
    }

    public static ViewCaptured Capture(ResponseContent content, Survey survey, Submission submission, string questionKey, string words) => new(
        new ViewSource(
            ViewSourceKind.Answer,
            submission.ResponseId,
            new ViewQuestion(survey.Wave.Id, survey.Wave.InstrumentId, survey.Wave.InstrumentVersion, questionKey)),
        survey.Wave.ConsultationId,
        submission.Seal(words),
        submission.SaidAt,
        content.Audience,
        content.Proxy,
        content.District,
        content.Need,
        content.Phase);
}
