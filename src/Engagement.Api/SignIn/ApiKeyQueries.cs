using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.SignIn;
using GraphQL;
using GraphQL.Data;

namespace Engagement.Api.SignIn;

[QueryType]
public static partial class ApiKeyQueries
{
    /// <summary>The keys of API clients, the newest first, and when each was last used.</summary>
    [Authorize(Permissions.ManageApiKeys), UsePaging(DefaultPageSize = 50)]
    public static Task<Connection<ApiKey>> GetApiKeysAsync(PagingArguments paging, ApiKeys keys, CancellationToken cancellation) =>
        Keyset.PageByAsync<ApiKey, Engagement.Common.TimePosition>(
            paging, Engagement.Common.TimePosition.TryParse, ApiKeys.PositionOf, (after, limit) => keys.ListAsync(after, limit, cancellation));

    /// <summary>What a key can be given: the names of permissions.</summary>
    [Authorize(Permissions.ManageApiKeys)]
    public static IReadOnlyList<string> GetApiKeyScopes() => Scopes.OfKeys;
}

/// <summary>A key of an API client, without its secret.</summary>
[ObjectType<ApiKey>, Authorize(Permissions.ManageApiKeys)]
public static partial class ApiKeyNode
{
    /// <summary>The key.</summary>
    [ID]
    public static Guid GetId([Parent] ApiKey key) => key.Id;

    /// <summary>Whether it can be used now: it has neither ended nor been revoked.</summary>
    public static bool GetIsGood([Parent] ApiKey key, TimeProvider clock) => key.IsGoodAt(clock.GetUtcNow());
}
