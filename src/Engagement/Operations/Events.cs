namespace Engagement.Operations;

/// <summary>Somebody looked after messages that could not be handled. What is in them is not told.</summary>
/// <param name="Act">What was done with them.</param>
/// <param name="MessageId">The one that it was done with; null for all that fit.</param>
/// <param name="MessageType">The type that they have in common.</param>
/// <param name="Queue">The queue that they have in common.</param>
/// <param name="Count">How many.</param>
/// <param name="By">Who.</param>
public sealed record MessagesTended(MessageAct Act, Guid? MessageId, string? MessageType, string? Queue, int Count, Guid? By);

/// <summary>Somebody is about to be shown the bodies of messages that could not be handled.</summary>
/// <param name="MessageId">The one; null for several.</param>
/// <param name="MessageType">Its type.</param>
/// <param name="Queue">Its queue.</param>
/// <param name="Count">How many.</param>
/// <param name="By">Who.</param>
public sealed record MessagesLookedInto(Guid? MessageId, string? MessageType, string? Queue, int Count, Guid? By);
