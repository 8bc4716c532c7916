using Engagement.LocalOffer;

namespace Engagement.Releases;

/// <summary>Figures of one kind for releases. Each module makes its own, from the log alone, so that they can be made again.</summary>
public interface IReleaseFigures
{
    ReleaseKind Kind { get; }

    /// <summary>The exact figures as recorded by a moment; null where there was no such thing, or it was not over.</summary>
    Task<IReadOnlyList<CountTable>?> TablesAsync(ReleaseSubject subject, LogMoment moment, CancellationToken cancellationToken);

    /// <summary>What is released in words beside the tables; null where there is no such thing.</summary>
    Task<LocalOfferReturn?> ReturnAsync(ReleaseSubject subject, LogMoment moment, CancellationToken cancellationToken) => Task.FromResult<LocalOfferReturn?>(null);

    /// <summary>Whether somebody who is counted at the moment has taken back what they said since, and was told that they no longer count.</summary>
    Task<bool> AnyTakenBackSinceAsync(ReleaseSubject subject, LogMoment moment, CancellationToken cancellationToken);
}
