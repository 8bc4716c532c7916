using System.Collections.Frozen;

namespace Engagement.Api.Authorization;

/// <summary>A row of the table: what may be done, and each role that may, with how far.</summary>
public sealed record PermissionRow(string Permission, string Description, FrozenDictionary<string, Reach> Holders)
{
    internal static PermissionRow Of(string permission, string description, params (Reach Reach, string[] Roles)[] holders) => new(
        permission,
        description,
        holders.SelectMany(some => some.Roles.Select(role => KeyValuePair.Create(role, some.Reach))).ToFrozenDictionary());
}
