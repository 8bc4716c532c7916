using Engagement.Common;
using Engagement.Releases;
using EventStore;

namespace Engagement.LocalOffer;

/// <summary>What people said of the Local Offer and what became of it, year by year.</summary>
public sealed class LocalOfferReads(DocumentStore store, TimeProvider clock)
{
    /// <summary>A year as it stands now, or as it was known at a moment.</summary>
    public async Task<LocalOfferDraft> OfAsync(int year, DateTimeOffset? asAt, CancellationToken cancellationToken)
    {
        var asked = new LocalOfferYear(Math.Clamp(year, 1, 9_998));
        // An officer sees at once what they have just done; only what is released is of a position that nothing can appear below.
        var fold = await FoldAsync(asked, new LogMoment(asAt ?? DateTimeOffset.MaxValue, long.MaxValue), cancellationToken);
        var today = LondonCalendar.DayOf(asAt ?? clock.GetUtcNow());
        var last = LocalOfferYear.Of(today).Year;
        var first = fold.FirstDay is { } day && day <= today ? LocalOfferYear.Of(day).Year : last;
        return new LocalOfferDraft(
            asked.Year, asked.To < today, fold.Return(), fold.Missing(), [.. Enumerable.Range(first, last - first + 1).Reverse()]);
    }

    internal async Task<LocalOfferFold> FoldAsync(LocalOfferYear year, LogMoment moment, CancellationToken cancellationToken)
    {
        var fold = new LocalOfferFold(year);
        await using var session = store.QuerySession();
        await foreach (var e in moment.ReadAsync(session, LocalOfferFold.Types, cancellationToken))
            fold.Take(e);

        return fold;
    }
}
