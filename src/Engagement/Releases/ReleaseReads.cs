using Engagement.Common;
using Engagement.LocalOffer;
using EventStore;

namespace Engagement.Releases;

/// <summary>Releases, and their figures made again.</summary>
public sealed class ReleaseReads(DocumentStore store, IEnumerable<IReleaseFigures> sources)
{
    private readonly Dictionary<ReleaseKind, IReleaseFigures> _sources = sources.ToDictionary(source => source.Kind);

    /// <summary>What anybody may read: published releases, also those that were revised; last drafted first.</summary>
    public Task<Slice<ReleasePage>> ListPublishedAsync(TimePosition? after, int limit, CancellationToken cancellationToken) =>
        ListAsync(new ReleaseFilter(), onlyPublished: true, after, limit, cancellationToken);

    /// <summary>All of them, for officers; last drafted first.</summary>
    public Task<Slice<ReleasePage>> ListAsync(TimePosition? after, int limit, CancellationToken cancellationToken) =>
        ListAsync(new ReleaseFilter(), onlyPublished: false, after, limit, cancellationToken);

    /// <summary>Last drafted first. Releases are hundreds, so the list is read without an index of its own.</summary>
    public async Task<Slice<ReleasePage>> ListAsync(
        ReleaseFilter filter, bool onlyPublished, TimePosition? after, int limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var rows = await store.ListDocumentsAsync<ReleasePage>(
            """
            select data from public.mt_doc_releasepage
            where (not $1 or data ->> 'Hash' is not null)
              and ($2::text is null or data -> 'Subject' ->> 'Kind' = $2)
              and ($3::text is null or data ->> 'State' = $3)
              and ($4::text is null or strpos(lower(data ->> 'Title'), lower($4)) > 0)
              and ($5::timestamptz is null or ((data ->> 'DraftedAt')::timestamptz, id) < ($5, $6))
            order by (data ->> 'DraftedAt')::timestamptz desc, id desc
            limit $7
            """,
            cancellationToken,
            onlyPublished,
            filter.Kind?.ToString(),
            filter.State?.ToString(),
            CleanText.OrNull(filter.Search),
            after?.At.UtcDateTime,
            after?.Id,
            limit + 1);
        return rows.SliceOf(limit);
    }

    public Task<IReadOnlyList<ReleasePage>> ByIdsAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        store.LoadManyAsync<ReleasePage>(ids, cancellationToken);

    /// <summary>What was published of some subjects, by <see cref="ReleaseSubject.Key"/>, the newest first; also what has been revised.</summary>
    public async Task<ILookup<string, ReleasePage>> PublishedOfAsync(IReadOnlyCollection<string> subjectKeys, CancellationToken cancellationToken)
    {
        var found = await store.ListDocumentsAsync<ReleasePage>(
            """
            select data from public.mt_doc_releasepage
            where data ->> 'SubjectKey' = any($1) and data ->> 'Hash' is not null
            order by (data ->> 'Number')::int desc
            """,
            cancellationToken,
            (object)subjectKeys.ToArray());
        return found.ToLookup(release => release.SubjectKey);
    }

    /// <summary>
    /// The tables of a release as they were published; before that as they will be, made from the log, for whoever is to approve them. Null where nothing
    /// of it may be shown.
    /// </summary>
    public async Task<IReadOnlyList<ReleasedTable>?> PreviewAsync(ReleasePage release, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(release);
        if (release.Figures is { } published)
            return ReleasedFigures.TablesOf(published);

        return release.State is ReleaseState.Checked or ReleaseState.Approved
            && await FiguresAsync(release.Subject, release.Moment, PolicyOf(release), cancellationToken) is { } figures
                ? ReleasedFigures.TablesOf(figures.Json)
                : null;
    }

    /// <summary>What a release says in words, as it was published; before that as it will be. Null of releases that are figures only.</summary>
    public async Task<LocalOfferReturn?> LocalOfferAsync(ReleasePage release, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(release);
        if (release.Subject.Kind != ReleaseKind.LocalOfferYear)
            return null;

        return release.Figures is { } published
            ? ReleasedFigures.LocalOfferOf(published)
            : await _sources[release.Subject.Kind].ReturnAsync(release.Subject, release.Moment, cancellationToken);
    }

    public static TimePosition PositionOf(ReleasePage page) => new(page.DraftedAt, page.Id);

    public Task<ReleasePage?> FindAsync(Guid id, CancellationToken cancellationToken) => store.LoadAsync<ReleasePage>(id, cancellationToken);

    /// <summary>All of one subject, in the order in which they were drafted.</summary>
    public Task<IReadOnlyList<ReleasePage>> OfAsync(ReleaseSubject subject, CancellationToken cancellationToken) =>
        store.ListDocumentsAsync<ReleasePage>(
            "select data from public.mt_doc_releasepage where data ->> 'SubjectKey' = $1 order by (data ->> 'Number')::int", cancellationToken, subject.Key);

    /// <summary>
    /// Of each subject the release that the public reads; where nothing of it is published, the last that was drafted. Those that have none are left out.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, ReleasePage>> StandingAsync(IReadOnlyCollection<ReleaseSubject> subjects, CancellationToken cancellationToken)
    {
        var pages = await store.ListDocumentsAsync<ReleasePage>(
            """
            select distinct on (data ->> 'SubjectKey') data from public.mt_doc_releasepage where data ->> 'SubjectKey' = any($1)
            order by data ->> 'SubjectKey', data ->> 'State' <> 'Published', (data ->> 'Number')::int desc
            """,
            cancellationToken,
            [subjects.Select(subject => subject.Key).ToArray()]);
        return pages.ToDictionary(page => page.SubjectKey);
    }

    /// <summary>Makes a published release again from the log, and compares.</summary>
    /// <exception cref="ThingNotFoundException">There is no such release, or it is not published.</exception>
    public async Task<ReleaseVerification> VerifyAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { Figures: { } published, Hash: { } hash } release)
            throw new ThingNotFoundException("published release", id);

        var again = await FiguresAsync(release.Subject, release.Moment, PolicyOf(release), cancellationToken);
        return new ReleaseVerification(id, FrozenFigures.HashOf(published) == hash, again?.Json == published);
    }

    /// <summary>Figures of a subject as recorded by a moment; null where there is no such thing, or it is not over.</summary>
    internal async Task<FrozenFigures?> FiguresAsync(ReleaseSubject subject, LogMoment moment, DisclosurePolicy policy, CancellationToken cancellationToken) =>
        await _sources[subject.Kind].TablesAsync(subject, moment, cancellationToken) is { } tables
            ? FrozenFigures.Of(subject, moment.At, tables, policy, await _sources[subject.Kind].ReturnAsync(subject, moment, cancellationToken))
            : null;

    internal Task<bool> AnyTakenBackSinceAsync(ReleaseSubject subject, LogMoment moment, CancellationToken cancellationToken) =>
        _sources[subject.Kind].AnyTakenBackSinceAsync(subject, moment, cancellationToken);

    /// <summary>Whether figures show too much beside any that were published of the same subject, also those that have been revised since.</summary>
    internal async Task<bool> ShowsDifferenceAsync(
        FrozenFigures figures, IEnumerable<ReleasePage> published, DisclosurePolicy policy, CancellationToken cancellationToken)
    {
        foreach (var earlier in published)
        {
            if (await FiguresAsync(earlier.Subject, earlier.Moment, PolicyOf(earlier), cancellationToken) is not { } before
                || Differences.ShowTooMuch(before.Tables, figures.Tables, policy))
            {
                return true;
            }
        }

        return false;
    }

    private static DisclosurePolicy PolicyOf(ReleasePage release) =>
        release is { Policy: { } name, PolicyVersion: { } version } && DisclosurePolicy.Find(name, version) is { } policy
            ? policy
            : throw new InvalidOperationException($"Release {release.Id} was published under a policy that is not there any more.");
}
