using Engagement.Common;

namespace Engagement.Activities;

/// <summary>Offers something that makes it possible to take part.</summary>
/// <param name="ActivityId">The activity.</param>
/// <param name="Kind">What is offered.</param>
/// <param name="Detail">What it is exactly, and how to ask for it.</param>
public sealed record OfferSupport(Guid ActivityId, SupportKind Kind, string Detail)
{
    public static Decision Decide(OfferSupport command, Activity activity)
    {
        if (ActivityRules.IsStillPlanned(activity) is { } refusal)
            return Decision.Refuse(refusal);

        if (activity.Support.Contains(command.Kind) && command.Kind != SupportKind.Other)
            return Decision.Refuse("SUPPORT_ALREADY_OFFERED", "This support is already offered", "kind");

        var detail = CleanText.Of(command.Detail);
        if (detail.Length == 0)
            return Decision.Refuse("DETAIL_MISSING", "Say what is offered and how to ask for it", "detail");

        return CleanText.TooLong(detail, CleanText.ParagraphLimit, "detail") is { } tooLong
            ? Decision.Refuse(tooLong)
            : Decision.To(new SupportOffered(command.Kind, detail));
    }
}
