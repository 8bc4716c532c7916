using Engagement.Common;

namespace Engagement.KeyActions;

/// <summary>Records why families did not shape an action.</summary>
/// <param name="ActionId">The action.</param>
/// <param name="Reason">Why not.</param>
public sealed record RecordCoproductionAbsence(Guid ActionId, string Reason)
{
    public static Decision Decide(RecordCoproductionAbsence command, KeyAction action) => action.WhileOpen(() =>
    {
        var reason = CleanText.Of(command.Reason);
        if (action.Links.Count > 0)
            return Decision.Refuse("COPRODUCTION_LINKED", "It is linked how families shaped this action, so there is nothing to explain");

        if (reason.Length == 0)
            return Decision.Refuse("REASON_MISSING", "Say why families did not shape this action", "reason");

        return CleanText.TooLong(reason, CleanText.ParagraphLimit, "reason") is { } tooLong
            ? Decision.Refuse(tooLong)
            : Decision.To(new CoproductionAbsenceRecorded(reason));
    });
}
