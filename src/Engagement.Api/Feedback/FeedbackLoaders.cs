using Engagement.Feedback;
using GraphQL;

namespace Engagement.Api.Feedback;

internal static partial class FeedbackLoaders
{
    [DataLoader]
    public static async Task<Dictionary<Guid, ThemeCard>> GetThemeByIdAsync(
        IReadOnlyList<Guid> ids, FeedbackReads reads, CancellationToken cancellation) =>
        (await reads.ThemesByIdsAsync(ids, cancellation)).ToDictionary(theme => theme.Id);

    [DataLoader]
    public static Task<Dictionary<Guid, LoopCard>> GetLoopByThemeAsync(
        IReadOnlyList<Guid> themeIds, FeedbackReads reads, CancellationToken cancellation) =>
        reads.LoopsByThemeAsync(themeIds, cancellation);

    [DataLoader]
    public static async Task<Dictionary<Guid, int?>> GetViewCountByThemeAsync(
        IReadOnlyList<Guid> themeIds, FeedbackReads reads, CancellationToken cancellation) =>
        (await reads.ViewCountsByThemeAsync(themeIds, cancellation)).ToDictionary(count => count.Key, count => (int?)count.Value);

    [DataLoader]
    public static async Task<Dictionary<Guid, EntryPage>> GetEntryByIdAsync(
        IReadOnlyList<Guid> ids, EntryReads reads, CancellationToken cancellation) =>
        (await reads.ByIdsAsync(ids, cancellation)).ToDictionary(entry => entry.Id);
}
