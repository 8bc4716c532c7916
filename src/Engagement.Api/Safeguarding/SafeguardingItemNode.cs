using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Api.Forums;
using Engagement.Api.People;
using Engagement.Forums;
using GraphQL;

namespace Engagement.Api.Safeguarding;

/// <summary>Something for the safeguarding lead, without its words: to read those, open it and say why.</summary>
[ObjectType<SafeguardingEntry>, GraphQLName("SafeguardingItem"), GraphQLIgnore(nameof(SafeguardingEntry.TopicId)), Node, Authorize(Permissions.OpenSafeguarding)]
public static partial class SafeguardingItemNode
{
    [NodeResolver, Authorize(Permissions.OpenSafeguarding)]
    public static Task<SafeguardingEntry?> LoadAsync(Guid id, SafeguardingReads reads, ClaimsPrincipal user, CancellationToken cancellation) =>
        reads.FindAsync(id, user.Acting(Permissions.OpenSafeguarding), cancellation);

    /// <summary>What kind of thing raised it.</summary>
    [BindMember(nameof(SafeguardingEntry.Source))]
    public static SafeguardingSourceKind GetSource([Parent] SafeguardingEntry item) => item.Source.Kind;

    /// <summary>The topic it was written in.</summary>
    public static async Task<TopicPage?> GetTopicAsync([Parent] SafeguardingEntry item, ITopicByIdDataLoader topics, CancellationToken cancellation) =>
        item.TopicId is { } topic ? await topics.LoadAsync(topic, cancellation) : null;

    /// <summary>Who wrote it, by their pseudonym, for a hold on their record.</summary>
    [BindMember(nameof(SafeguardingEntry.SubjectId))]
    public static Person? GetSubject([Parent] SafeguardingEntry item) => Person.Of(item.SubjectId);
}

/// <summary>The words of an item, for whoever has just said why they need them.</summary>
[ObjectType<SafeguardingWords>, GraphQLIgnore(nameof(SafeguardingWords.ItemId), nameof(SafeguardingWords.Source)), Authorize(Permissions.OpenSafeguarding)]
public static partial class SafeguardingWordsNode
{
    /// <summary>The item.</summary>
    public static Task<SafeguardingEntry?> GetItemAsync(
        [Parent] SafeguardingWords words, SafeguardingReads reads, ClaimsPrincipal user, CancellationToken cancellation) =>
        reads.FindAsync(words.ItemId, user.Acting(Permissions.OpenSafeguarding), cancellation);
}

/// <summary>That somebody read an item: who, in which role, why and when.</summary>
[ObjectType<SafeguardingOpening>, Authorize(Permissions.OpenSafeguarding)]
public static partial class SafeguardingOpeningNode
{
    /// <summary>Who read it.</summary>
    [BindMember(nameof(SafeguardingOpening.Actor))]
    public static Person GetActor([Parent] SafeguardingOpening opening) => new(opening.Actor);
}
