using Engagement.Common;
using Messaging;

namespace Engagement.Operations;

/// <summary>Which messages that could not be handled; what is null does not narrow them.</summary>
/// <param name="Queue">Those of one queue.</param>
/// <param name="Type">Those of one type, by its stable name.</param>
/// <param name="Search">Those with these words, whatever their case, in what is known of them.</param>
public sealed record DeadLetterAsked(string? Queue = null, string? Type = null, string? Search = null)
{
    internal DeadLetterFilter Filter(DateTimeOffset? failedBefore = null) =>
        new() { Queue = CleanText.OrNull(Queue), MessageType = CleanText.OrNull(Type), Containing = CleanText.OrNull(Search), FailedBefore = failedBefore };
}
