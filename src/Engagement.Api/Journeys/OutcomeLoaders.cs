using Engagement.Journeys;
using GraphQL;

namespace Engagement.Api.Journeys;

internal static partial class OutcomeLoaders
{
    [DataLoader]
    public static Task<ILookup<Guid, Guid>> GetEntriesOfTopicAsync(IReadOnlyList<Guid> topics, OutcomeReads reads, CancellationToken cancellation) =>
        reads.OfTopicsAsync(topics, cancellation);

    [DataLoader]
    public static Task<ILookup<Guid, Guid>> GetEntriesOfActivityAsync(IReadOnlyList<Guid> activities, OutcomeReads reads, CancellationToken cancellation) =>
        reads.OfActivitiesAsync(activities, cancellation);

    [DataLoader]
    public static Task<ILookup<Guid, Guid>> GetTopicsOfEntryAsync(IReadOnlyList<Guid> entries, OutcomeReads reads, CancellationToken cancellation) =>
        reads.TopicsOfEntriesAsync(entries, cancellation);
}
