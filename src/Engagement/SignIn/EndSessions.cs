namespace Engagement.SignIn;

/// <summary>Ends all sessions of a person.</summary>
/// <param name="PersonId">Who it is, by their pseudonym.</param>
public sealed record EndSessions(Guid PersonId);
