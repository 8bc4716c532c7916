namespace Engagement.Api.Live;

/// <summary>What an event says to those who follow a topic.</summary>
/// <param name="About">Which of the topic's followers it is for: those of this thing. Empty where the topic is about everything.</param>
/// <param name="Kind">What kind of thing changed.</param>
/// <param name="Id">The thing, as clients know it.</param>
/// <param name="IsGone">Whether it is not shown any more: it was taken back, refused or erased. Whoever never saw it does not hear of it.</param>
public readonly record struct LiveNote(Guid About, string Kind, string Id, bool IsGone = false);
