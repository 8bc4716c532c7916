using Engagement.Common;
using Engagement.Releases;

namespace Engagement.LocalOffer;

/// <summary>A year of comments and answers for a release. It is words, and counts of comments: its only counts of people were published with the answers.</summary>
internal sealed class LocalOfferReleaseFigures(LocalOfferReads reads) : IReleaseFigures
{
    public ReleaseKind Kind => ReleaseKind.LocalOfferYear;

    /// <summary>None; null where the year was not over, or nobody had said anything.</summary>
    public async Task<IReadOnlyList<CountTable>?> TablesAsync(ReleaseSubject subject, LogMoment moment, CancellationToken cancellationToken) =>
        await ReturnAsync(subject, moment, cancellationToken) is null ? null : [];

    public async Task<LocalOfferReturn?> ReturnAsync(ReleaseSubject subject, LogMoment moment, CancellationToken cancellationToken)
    {
        var year = LocalOfferYear.Of(subject.Month.GetValueOrDefault());
        if (moment.At < LondonCalendar.StartOf(year.To.AddDays(1)))
            return null;

        var found = (await reads.FoldAsync(year, moment, cancellationToken)).Return();
        return found.IsEmpty ? null : found;
    }

    // Its comments are nobody's own words.
    public Task<bool> AnyTakenBackSinceAsync(ReleaseSubject subject, LogMoment moment, CancellationToken cancellationToken) => Task.FromResult(false);
}
