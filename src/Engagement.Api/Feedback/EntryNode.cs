using Engagement.Api.Authorization;
using Engagement.Api.Consultations;
using Engagement.Api.Forums;
using Engagement.Api.Journeys;
using Engagement.Consultations;
using Engagement.Feedback;
using Engagement.Forums;
using Engagement.Journeys;
using GraphQL;

namespace Engagement.Api.Feedback;

/// <summary>The public "you said, we did" face of a feedback loop.</summary>
[ObjectType<EntryPage>, GraphQLName("Entry"), GraphQLIgnore(nameof(EntryPage.ConsultationId))]
[Node, AllowAnonymous]
public static partial class EntryNode
{
    [NodeResolver]
    public static Task<EntryPage?> LoadAsync(Guid id, EntryReads reads, CancellationToken cancellation) => reads.FindAsync(id, cancellation);

    /// <summary>The consultation in which people said it; null when they said it outside any.</summary>
    public static async Task<ConsultationPage?> GetConsultationAsync(
        [Parent] EntryPage entry, IConsultationByIdDataLoader consultations, CancellationToken cancellation) =>
        entry.ConsultationId is { } id ? await consultations.LoadAsync(id, cancellation) : null;

    /// <summary>The topics of forums in which it was said, as far as it is still shown there.</summary>
    public static async Task<IReadOnlyList<TopicPage>> GetTopicsAsync(
        [Parent] EntryPage entry, ITopicsOfEntryDataLoader origins, ITopicByIdDataLoader topics, CancellationToken cancellation)
    {
        var found = await Task.WhenAll((await origins.LoadAsync(entry.Id, cancellation)).Select(id => topics.LoadAsync(id, cancellation)));
        return [.. found.OfType<TopicPage>()];
    }

    /// <summary>What people permitted to be quoted, in their own words. A quote goes when they take it back.</summary>
    public static async Task<IReadOnlyList<string>> GetQuotesAsync(
        [Parent] EntryPage entry, IQuotesByEntryDataLoader quotes, CancellationToken cancellation) =>
        await quotes.LoadAsync(entry.Id, cancellation);

    /// <summary>The theme it answers, for staff.</summary>
    [BindMember(nameof(EntryPage.ThemeId)), GraphQLName("theme")]
    public static Task<ThemeCard?> GetThemeAsync([Parent] EntryPage entry, IThemeByIdDataLoader themes, CancellationToken cancellation) =>
        themes.LoadAsync(entry.ThemeId, cancellation);

    /// <summary>The feedback loop that it is the face of, for staff.</summary>
    [Authorize(Permissions.ReadLoops)]
    public static Task<LoopCard?> GetLoopAsync([Parent] EntryPage entry, ILoopByIdDataLoader loops, CancellationToken cancellation) =>
        loops.LoadAsync(entry.Id, cancellation);

    /// <summary>How many views it answers, and since when. Exact, so for staff.</summary>
    [Authorize(Permissions.ReadLoops)]
    public static Task<EntryOrigin?> GetOriginAsync([Parent] EntryPage entry, IOriginByEntryDataLoader origins, CancellationToken cancellation) =>
        origins.LoadAsync(entry.Id, cancellation);
}

[ObjectType<EntryOrigin>, GraphQLIgnore(nameof(EntryOrigin.EntryId), nameof(EntryOrigin.ThemeId)), Authorize(Permissions.ReadLoops)]
public static partial class EntryOriginNode;
