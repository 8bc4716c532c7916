namespace Engagement.Api.Live;

/// <summary>That a topic is not followed any more because the client may not: what it held was taken away, or its session has ended.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Code">AUTH_NOT_AUTHORIZED, or AUTH_NOT_AUTHENTICATED.</param>
/// <param name="Message">The same for people.</param>
public sealed record LiveRefusal(string Topic, string Code, string Message);
