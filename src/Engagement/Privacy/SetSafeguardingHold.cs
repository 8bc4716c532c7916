using Engagement.Common;
using Engagement.Participants;

namespace Engagement.Privacy;

/// <summary>Keeps a record from being erased, by request or by rule, until the safeguarding lead lifts the hold. Set again, the newer day counts.</summary>
/// <param name="SubjectId">Whose record it is.</param>
/// <param name="ReviewOn">The day to look at the hold again, after today.</param>
/// <param name="Reason">Why the record is needed. It is sealed.</param>
public sealed record SetSafeguardingHold(Guid SubjectId, DateOnly ReviewOn, string Reason)
{
    public static Decision Decide(SetSafeguardingHold command, SubjectRecord? record, Acting by, DateOnly today, Func<string, PersonalText> seal)
    {
        if (by.CheckSafeguardingLead() is { } refusal)
            return Decision.Refuse(refusal);

        if (record is { Destroyed: not null })
            return Decision.Refuse(SubjectKeys.Erased);

        if (command.ReviewOn <= today)
            return Decision.Refuse("REVIEW_IN_THE_PAST", "Choose a day after today to review this hold on", "reviewOn");

        var reason = CleanText.Of(command.Reason);
        if (reason.Length == 0)
            return Decision.Refuse("REASON_REQUIRED", "Enter why this record is needed", "reason");

        return CleanText.TooLong(reason, CleanText.ParagraphLimit, "reason") is { } tooLong
            ? Decision.Refuse(tooLong)
            : Decision.To(new SafeguardingHoldSet(command.SubjectId, command.ReviewOn, seal(reason), by.Id));
    }
}
