using Engagement.Releases;
using GraphQL;

namespace Engagement.Api.Releases;

internal static partial class ReleaseLoaders
{
    [DataLoader]
    public static async Task<Dictionary<Guid, ReleasePage>> GetReleaseByIdAsync(
        IReadOnlyList<Guid> ids, ReleaseReads reads, CancellationToken cancellation) =>
        (await reads.ByIdsAsync(ids, cancellation)).ToDictionary(release => release.Id);

    [DataLoader]
    public static Task<ILookup<string, ReleasePage>> GetPublishedReleasesAsync(
        IReadOnlyList<string> subjectKeys, ReleaseReads reads, CancellationToken cancellation) =>
        reads.PublishedOfAsync(subjectKeys, cancellation);
}
