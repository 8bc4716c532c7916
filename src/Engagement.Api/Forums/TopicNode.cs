using Engagement.Api.Common;
using Engagement.Api.Consultations;
using Engagement.Api.Feedback;
using Engagement.Api.Journeys;
using Engagement.Common;
using Engagement.Consultations;
using Engagement.Feedback;
using Engagement.Forums;
using GraphQL;
using GraphQL.Data;

namespace Engagement.Api.Forums;

/// <summary>A question put to a forum, and what people say to it.</summary>
[ObjectType<TopicPage>, GraphQLName("Topic"), GraphQLIgnore(nameof(TopicPage.ForumId), nameof(TopicPage.ConsultationId)), Node, AllowAnonymous]
public static partial class TopicNode
{
    [NodeResolver]
    public static Task<TopicPage?> LoadAsync(Guid id, ForumReads reads, CancellationToken cancellation) => reads.FindTopicAsync(id, cancellation);

    /// <summary>The forum it was put to.</summary>
    public static Task<ForumPage?> GetForumAsync([Parent] TopicPage topic, IForumByIdDataLoader forums, CancellationToken cancellation) =>
        forums.LoadAsync(topic.ForumId, cancellation);

    /// <summary>The consultation it belongs to, if any.</summary>
    public static async Task<ConsultationPage?> GetConsultationAsync(
        [Parent] TopicPage topic, IConsultationByIdDataLoader consultations, CancellationToken cancellation) =>
        topic.ConsultationId is { } id ? await consultations.LoadAsync(id, cancellation) : null;

    /// <summary>Where it stands today, in London.</summary>
    public static TopicState GetState([Parent] TopicPage topic, TimeProvider clock) => topic.StateOn(clock.LondonToday());

    /// <summary>What came of it: the published answers to what was said in it and is still shown, last changed first.</summary>
    public static async Task<IReadOnlyList<EntryPage>> GetEntriesAsync(
        [Parent] TopicPage topic, IEntriesOfTopicDataLoader outcomes, IEntryByIdDataLoader entries, CancellationToken cancellation)
    {
        var found = await Task.WhenAll((await outcomes.LoadAsync(topic.Id, cancellation)).Select(id => entries.LoadAsync(id, cancellation)));
        return [.. found.OfType<EntryPage>()];
    }

    /// <summary>What has been said and is shown, first sent first; comments stand below their posts.</summary>
    [UsePaging(DefaultPageSize = 20)]
    public static Task<Connection<ThreadContribution>> GetPostsAsync(
        [Parent] TopicPage topic, PagingArguments paging, IPostsByTopicDataLoader first, ThreadReads reads, TimeProvider clock, CancellationToken cancellation) =>
        Keyset.PageByAsync<ThreadContribution, TimePosition>(
            paging,
            TimePosition.TryParse,
            ThreadReads.PositionOf,
            async (after, limit) => after is null
                ? await first.LoadAsync(new PageOf(topic.Id, limit), cancellation) ?? PageOf.Empty<ThreadContribution>()
                : await reads.PostsAsync(topic.Id, clock.LondonToday(), after, limit, cancellation));
}
