namespace Engagement.SignIn;

/// <summary>A key of an API client, without its secret.</summary>
/// <param name="Id">Names the key, and the client as the actor of what is done with it.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Scopes">What it may do: names of permissions, or of roles for all that a role may do.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ExpiresAt">When it ends by itself.</param>
/// <param name="RevokedAt">When it was revoked, if it was.</param>
/// <param name="LastUsedAt">When it was last used, give or take a minute; null when it never was.</param>
public sealed record ApiKey(
    Guid Id,
    string Name,
    IReadOnlyList<string> Scopes,
    DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? RevokedAt,
    DateTimeOffset? LastUsedAt)
{
    public bool IsGoodAt(DateTimeOffset moment) => RevokedAt is null && moment < ExpiresAt;
}
