namespace Engagement.SignIn;

/// <summary>Ends a key at once and for good.</summary>
/// <param name="Id">The key.</param>
public sealed record RevokeApiKey(Guid Id);
