using Engagement.Common;

namespace Engagement.Forums;

/// <summary>Asks to read the words of an item. That somebody did, and why, is recorded before they do.</summary>
/// <param name="ItemId">The item.</param>
/// <param name="Reason">Why they need to read it. It is recorded.</param>
public sealed record OpenSafeguardingItem(Guid ItemId, string Reason)
{
    public static Decision Decide(OpenSafeguardingItem command, Acting by)
    {
        var reason = CleanText.Of(command.Reason);
        return (by.CheckSafeguardingLead() ?? Reasons.Check(reason, "Enter why you need to read this", "reason")) is { } unfit
            ? Decision.Refuse(unfit)
            : Decision.To(new SafeguardingItemOpened(by.Role, by.Id, reason));
    }
}
