using Engagement.Common;
using Engagement.Surveys;

namespace Engagement.Paper;

/// <summary>Types in a form: the first time, or a second time by somebody else to check it.</summary>
/// <param name="WaveId">The survey.</param>
/// <param name="FormNumber">As written on the form: up to 20 letters, digits and dashes, with at least one digit.</param>
/// <param name="Sheet">What is on it.</param>
public sealed record KeyPaperForm(Guid WaveId, string FormNumber, PaperSheet Sheet)
{
    internal static Refusal ActorUnknown { get; } = new("ACTOR_UNKNOWN", "Sign in to type in forms: we record who typed and who checked");

    internal static Refusal AlreadyChecked { get; } = new(
        "PAPER_ALREADY_CHECKED", "This form has been typed in and checked already", "formNumber");

    /// <param name="command">The form as it was read now.</param>
    /// <param name="form">The form as it is known; null the first time.</param>
    /// <param name="first">What the first person read on it; null the first time.</param>
    /// <param name="survey">What it answers.</param>
    /// <param name="actor">Who types now.</param>
    /// <param name="today">In London.</param>
    /// <param name="submission">The response that it becomes.</param>
    public static Decision Decide(
        KeyPaperForm command, PaperForm? form, PaperSheet? first, Survey survey, Guid actor, DateOnly today, Submission submission)
    {
        // A form that was begun under another number can still be checked.
        if (form is null && PaperForm.CheckNumber(command.FormNumber) is { } numberRefusal)
            return Decision.Refuse(numberRefusal);

        if (form is { IsChecked: true })
            return Decision.Refuse(AlreadyChecked);

        var response = Submit(command.WaveId, command.FormNumber, command.Sheet, survey, today, submission);
        if (response.Refusal is not null)
            return response;

        // The first person may put right what they typed; only another person checks it.
        if (form is null || first is null || form.KeyedBy == actor)
        {
            return Decision.To(new PaperFormKeyed(
                command.WaveId, PaperForm.Normalise(command.FormNumber), actor, submission.Seal(command.Sheet.ToJson())));
        }

        var differences = PaperSheet.Differences(first, command.Sheet);
        return differences.Count > 0
            ? Decision.To(new PaperFormDiffered(actor, differences))
            : Decision.To([new PaperFormChecked(actor, submission.ResponseId), .. Checked(response.Events, form.KeyedBy, actor)]);
    }

    /// <summary>The response that a form becomes, judged by the day it was received.</summary>
    internal static Decision Submit(Guid waveId, string formNumber, PaperSheet sheet, Survey survey, DateOnly today, Submission submission)
    {
        if (sheet.ReceivedOn > today)
            return Decision.Refuse("DATE_IN_FUTURE", "Enter the day the form reached us, which cannot be in the future", "receivedOn");

        var form = sheet.Form;
        return SubmitResponse.Decide(
            new SubmitResponse(waveId, PaperForm.SubmissionKey(formNumber), form.Answers, form.Proxy, Channel.Paper)
            {
                Audience = form.Audience,
                Rendition = form.Rendition,
                Language = form.Language,
                LateBecause = sheet.LateBecause,
            },
            survey,
            sheet.ReceivedOn,
            submission);
    }

    /// <summary>What is recorded of a response, and who typed and checked it.</summary>
    internal static IEnumerable<object> Checked(IReadOnlyList<object> events, Guid by, Guid checkedBy) =>
        [events[0], new PaperResponseKeyed(by, checkedBy), .. events.Skip(1)];
}
