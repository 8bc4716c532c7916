using Engagement.Api.Authorization;
using Engagement.Charter;
using GraphQL;

namespace Engagement.Api.Charter;

/// <summary>An edition of a charter: what it promises, from when on, and the groups that keep to it.</summary>
[ObjectType<CharterEdition>, GraphQLIgnore(nameof(CharterEdition.EditionBeforeId)), Node, Authorize(Permissions.ReadCharter)]
public static partial class CharterEditionNode
{
    [NodeResolver, Authorize(Permissions.ReadCharter)]
    public static Task<CharterEdition?> LoadAsync(Guid id, CharterReads reads, CancellationToken cancellation) => reads.FindEditionAsync(id, cancellation);

    /// <summary>The edition whose principles it continues; null of the first.</summary>
    public static async Task<CharterEdition?> GetEditionBeforeAsync(
        [Parent] CharterEdition edition, ICharterEditionByIdDataLoader editions, CancellationToken cancellation) =>
        edition.EditionBeforeId is { } id ? await editions.LoadAsync(id, cancellation) : null;
}

/// <summary>One of the things that a charter promises.</summary>
[ObjectType<Principle>, GraphQLName("CharterPrinciple"), Authorize(Permissions.ReadCharter)]
public static partial class PrincipleNode;

/// <summary>Something by which it is seen whether a principle is kept.</summary>
[ObjectType<Criterion>, GraphQLName("CharterCriterion"), Authorize(Permissions.ReadCharter)]
public static partial class CriterionNode;
