namespace Engagement.Api.Live;

/// <summary>What somebody follows: one thing of a topic, or all of it.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Key">The thing; empty where the topic is about everything.</param>
/// <param name="Name">What the client calls it: the topic's name, and after a colon the thing's.</param>
public record LiveSubject(LiveTopic Topic, Guid Key, string Name);
