namespace Engagement.SignIn;

/// <summary>Asks for a key for an API client.</summary>
/// <param name="Name">Which client it is for.</param>
/// <param name="Scopes">What the client may do: names of permissions.</param>
/// <param name="Length">How long it is good.</param>
public sealed record CreateApiKey(string Name, IReadOnlyList<string> Scopes, TimeSpan Length)
{
    /// <summary>Who asks: the secret is repeated to nobody else.</summary>
    public Guid? By { get; init; }
}
