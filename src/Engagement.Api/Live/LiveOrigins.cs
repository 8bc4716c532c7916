using Engagement.Feedback;
using Engagement.Forums;
using Engagement.Surveys;
using EventStore;

namespace Engagement.Api.Live;

/// <summary>
/// What later events of a stream do not repeat, from its first. Asked by the one reader of the log and by nobody at the same time.
/// </summary>
public sealed class LiveOrigins(DocumentStore store)
{
    private const int Most = 50_000;

    private readonly Dictionary<Guid, LiveOrigin> _known = [];

    /// <summary>Where the stream of an event belongs.</summary>
    public async ValueTask<LiveOrigin> OfAsync(IEvent e, CancellationToken cancellation)
    {
        if (e.Version > 1 && _known.TryGetValue(e.StreamId, out var known))
            return known;

        // Rarely: what was begun lately is still known.
        if (_known.Count >= Most)
            _known.Clear();
        var first = e.Version == 1 ? e.Data : await FirstAsync(e.StreamId, cancellation);
        return _known[e.StreamId] = Read(first);
    }

    /// <summary>The events of the stream before one, oldest first.</summary>
    public async Task<IReadOnlyList<IEvent>> BeforeAsync(IEvent e, CancellationToken cancellation)
    {
        if (e.Version <= 1)
            return [];
        await using var session = store.QuerySession();
        return await session.Events.FetchStreamAsync(e.StreamId, version: e.Version - 1, cancellationToken: cancellation);
    }

    private async Task<object?> FirstAsync(Guid stream, CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        var events = await session.Events.FetchStreamAsync(stream, version: 1, cancellationToken: cancellation);
        return events.Count == 0 ? null : events[0].Data;
    }

    private static LiveOrigin Read(object? first) => first switch
    {
        WaveScheduled wave => new(wave.ConsultationId),
        WaveOpened wave => new(wave.ConsultationId),
        ResponseSubmitted response => new(response.ConsultationId),
        ViewCaptured view => new(view.ConsultationId, SourceId: view.Source.Id),
        ThemeOpened theme => new(theme.ConsultationId),
        LoopOpened loop => new(loop.ConsultationId, ThemeId: loop.ThemeId),
        ContributionReceived contribution => new(contribution.ConsultationId, TopicId: contribution.TopicId),
        _ => default,
    };
}

/// <summary>Where a stream belongs, as far as its first event says.</summary>
/// <param name="ConsultationId">The consultation; null where it is outside any.</param>
/// <param name="TopicId">The topic of a forum, of a contribution.</param>
/// <param name="SourceId">What a view was said in.</param>
/// <param name="ThemeId">The theme of a loop.</param>
public readonly record struct LiveOrigin(Guid? ConsultationId, Guid? TopicId = null, Guid? SourceId = null, Guid? ThemeId = null);
