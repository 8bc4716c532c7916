using Engagement.Common;

namespace Engagement.Forums;

/// <summary>The safeguarding lead has it.</summary>
/// <param name="ItemId">The item.</param>
public sealed record AcknowledgeSafeguarding(Guid ItemId)
{
    public static Decision Decide(SafeguardingItem item, Acting by) => item.State switch
    {
        _ when by.CheckSafeguardingLead() is { } refusal => Decision.Refuse(refusal),
        SafeguardingState.Raised => Decision.To(new SafeguardingAcknowledged(by.Id)),
        SafeguardingState.Acknowledged => Decision.Nothing,
        _ => Decision.Refuse("SAFEGUARDING_CLOSED", "This item has been closed"),
    };
}
