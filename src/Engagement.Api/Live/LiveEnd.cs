namespace Engagement.Api.Live;

/// <summary>That a topic is not followed any more.</summary>
/// <param name="Topic">The topic, as the client named it.</param>
/// <param name="Code">Why, for programs. A code never changes its meaning.</param>
/// <param name="Message">Why, for people.</param>
public sealed record LiveEnd(string Topic, string Code, string Message);
