using Engagement.Common;
using Engagement.Consultations;
using Engagement.Feedback;

namespace Engagement.Surveys;

public sealed record SubmitResponse(
    Guid WaveId, string IdempotencyKey, IReadOnlyList<GivenAnswer> Answers, bool Proxy, Channel Channel)
{
    public const int LongestText = AnswerRules.LongestText;

    /// <summary>Who answers; null: whom the survey asks, if that is one group.</summary>
    public Audience? Audience { get; init; }

    public RenditionKind Rendition { get; init; } = RenditionKind.Standard;

    public string Language { get; init; } = RenditionName.StandardLanguage;

    /// <summary>The pseudonym of the person, where they are known: they answer a survey once. Null for people without an account.</summary>
    public Guid? ParticipantId { get; init; }

    /// <summary>Why a response on paper is accepted after the close.</summary>
    public string? LateBecause { get; init; }

    public static Decision Decide(SubmitResponse command, Survey survey, DateOnly today, Submission submission)
    {
        var late = CleanText.OneLine(command.LateBecause);
        var isAcceptedLate = command.Channel == Channel.Paper && late.Length > 0 && survey.Wave.AcceptsLateOn(today);
        if (!isAcceptedLate && AnsweringRules.CheckOpen(survey.Wave, today) is { } notOpen)
            return Decision.Refuse(notOpen);

        var form = command.Form();
        if ((AnswerRules.Check(form, survey) ?? CleanText.TooLong(late, CleanText.LineLimit, "lateBecause")) is { } refusal)
            return Decision.Refuse(refusal);

        var read = ReadForm.Of(form, survey, (key, _) => View.IdFor(submission.ResponseId, key));
        return Decision.To(
        [
            new ResponseSubmitted(
                survey.Wave.Id,
                survey.Wave.ConsultationId,
                survey.Wave.InstrumentId,
                survey.Wave.InstrumentVersion,
                submission.SubjectId,
                submission.Reference,
                submission.SecretHash,
                command.Channel,
                read.Content,
                isAcceptedLate ? late : null,
                submission.SaidAt),
            .. ResponseParts.AboutYou(read, submission),
            .. read.Words.Select(said => ResponseParts.Capture(read.Content, survey, submission, said.Key, said.Value)),
        ]);
    }

    internal FilledForm Form() => new(Answers, Proxy) { Audience = Audience, Rendition = Rendition, Language = Language };

    internal static Refusal AlreadyAnswered(WaveSheet wave) => new(
        "ALREADY_ANSWERED", $"You have already answered. You can change your answers until {LondonCalendar.Text(wave.ClosesOn)}");
}
