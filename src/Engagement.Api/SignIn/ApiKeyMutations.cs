using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Api.Errors;
using Engagement.Common;
using Engagement.SignIn;
using GraphQL;

namespace Engagement.Api.SignIn;

/// <summary>Giving keys to programs, and taking them back.</summary>
[MutationType]
[Error<RuleRefused>, Error<IdempotencyKeyReused>]
public static partial class ApiKeyMutations
{
    private const int UsualDays = 90;
    private const int LongestName = 200;

    /// <summary>
    /// Make a key for an API client. Its secret is in this answer and is kept nowhere: asked again, another key is made. Only a repeat by you, with the same
    /// <c>idempotencyKey</c> and the same input, gives the same key and secret, for an answer that was lost; send none where nobody may see the secret twice.
    /// </summary>
    /// <param name="name">Which client it is for.</param>
    /// <param name="scopes">What the client may do: some of <c>apiKeyScopes</c>.</param>
    /// <param name="days">How many days it is good for, 1 to 365; 90 when nothing is said.</param>
    [Authorize(Permissions.ManageApiKeys)]
    public static async Task<CreatedApiKey> CreateApiKeyAsync(
        string name,
        IReadOnlyList<string> scopes,
        int? days,
        [Spread] Repeatable repeatable,
        SignInCommands commands,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        var (client, length) = (name.Trim(), days ?? UsualDays);
        if (Check(client, scopes, length) is { } refusal)
            throw new RuleRefusedException(refusal);
        var (key, text) = await commands.CreateApiKeyAsync(
            new CreateApiKey(client, [.. scopes.Distinct()], TimeSpan.FromDays(length)), user.Context(Permissions.ManageApiKeys, repeatable), cancellation);
        return new CreatedApiKey(key, text);
    }

    /// <summary>End a key at once and for good. What is open with it is closed within seconds. One that is revoked already stays so.</summary>
    /// <param name="id">The key.</param>
    [Authorize(Permissions.ManageApiKeys), Error<NotFound>]
    public static async Task<ApiKey?> RevokeApiKeyAsync(
        [ID<ApiKey>] Guid id, [Spread] Repeatable repeatable, SignInCommands commands, ApiKeys keys, ClaimsPrincipal user, CancellationToken cancellation)
    {
        await commands.RevokeApiKeyAsync(new RevokeApiKey(id), user.Context(Permissions.ManageApiKeys, repeatable), cancellation);
        return await keys.FindAsync(id, cancellation);
    }

    private static Engagement.Common.Refusal? Check(string name, IReadOnlyList<string> scopes, int days) => true switch
    {
        _ when name.Length == 0 || name.Any(char.IsControl) => new("NAME_MISSING", "Say which client this key is for", "name"),
        _ when name.Length > LongestName => new("TEXT_TOO_LONG", $"Enter {LongestName} characters or fewer", "name"),
        _ when scopes.Count == 0 => new("SCOPES_MISSING", "Choose at least one thing that this client may do", "scopes"),
        _ when scopes.Except(Scopes.OfKeys).Any() => new("SCOPE_UNKNOWN", $"Choose some of: {string.Join(", ", Scopes.OfKeys)}", "scopes"),
        _ when days is < 1 or > ApiKeys.MostDays => new("DAYS_INVALID", $"A key is good for 1 to {ApiKeys.MostDays} days", "days"),
        _ => null,
    };
}

/// <summary>A key that has just been made.</summary>
/// <param name="Key">The key, without its secret.</param>
/// <param name="Secret">What its client sends, as <c>Authorization: Bearer ...</c>. It is shown in answer to this request only.</param>
public sealed record CreatedApiKey(ApiKey Key, string Secret);

[ObjectType<CreatedApiKey>, Authorize(Permissions.ManageApiKeys)]
public static partial class CreatedApiKeyNode;
