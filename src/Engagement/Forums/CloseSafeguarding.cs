using Engagement.Common;

namespace Engagement.Forums;

/// <summary>The safeguarding lead has dealt with an item they have read.</summary>
/// <param name="ItemId">The item.</param>
/// <param name="Outcome">How it ended.</param>
public sealed record CloseSafeguarding(Guid ItemId, SafeguardingOutcome Outcome)
{
    public static Decision Decide(CloseSafeguarding command, SafeguardingItem item, Acting by) => item switch
    {
        _ when by.CheckSafeguardingLead() is { } refusal => Decision.Refuse(refusal),
        { State: SafeguardingState.Closed } => Decision.Refuse("SAFEGUARDING_CLOSED", "This item has already been closed"),
        { TimesOpened: 0 } => Decision.Refuse("SAFEGUARDING_UNREAD", "Open this item and read it before you close it"),
        { State: SafeguardingState.Raised } => Decision.To(new SafeguardingAcknowledged(by.Id), new SafeguardingClosed(command.Outcome, by.Id)),
        _ => Decision.To(new SafeguardingClosed(command.Outcome, by.Id)),
    };
}
