namespace Engagement.SignIn;

/// <summary>Ends one session of a person.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="PersonId">Whose it is.</param>
public sealed record EndSession(Guid SessionId, Guid PersonId);
