using Engagement.Common;

namespace Engagement.Feedback;

/// <summary>Says that a view makes no point that could be answered.</summary>
/// <param name="ViewId">The view.</param>
/// <param name="Reason">Why it cannot be coded.</param>
public sealed record MarkViewNotCodable(Guid ViewId, string Reason)
{
    public static Decision Decide(MarkViewNotCodable command, View view)
    {
        switch (view.State)
        {
            case ViewState.Withdrawn:
                return Decision.Refuse(ViewRules.NotWithdrawn(view)!);
            case ViewState.NotCodable:
                return Decision.Refuse("VIEW_ALREADY_NOT_CODABLE", "This view has already been marked as not codable");
            case ViewState.Coded:
                return Decision.Refuse("VIEW_ALREADY_CODED", "This view has a theme, so it cannot be marked as not codable");
        }

        var reason = CleanText.Of(command.Reason);
        if (reason.Length == 0)
            return Decision.Refuse("REASON_REQUIRED", "Enter the reason why this view cannot be coded", "reason");

        return CleanText.TooLong(reason, CleanText.ParagraphLimit, "reason") is { } tooLong
            ? Decision.Refuse(tooLong)
            : Decision.To(new ViewNotCodable(reason));
    }
}
