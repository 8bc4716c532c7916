using Engagement.Operations;

namespace Engagement.Tests.Contracts;

internal static class OperationsSamples
{
    public static IReadOnlyList<object> All { get; } =
    [
        new MessagesLookedInto(null, null, null, 12, EventSamples.PersonId),
        new MessagesTended(MessageAct.HandedBack, Guid.Parse("0198c5a2-7d41-7c3e-9a55-0d7f3c1b2a10"), "close_consultation", "default", 1, EventSamples.PersonId),
    ];
}
