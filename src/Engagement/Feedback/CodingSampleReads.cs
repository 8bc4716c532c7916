using Engagement.Common;
using EventStore;

namespace Engagement.Feedback;

/// <summary>Samples that are coded twice, and how far the coders agree.</summary>
public sealed class CodingSampleReads(DocumentStore store, FeedbackReads feedback)
{
    public Task<CodingSampleCard?> FindAsync(Guid id, CancellationToken cancellationToken) => store.LoadAsync<CodingSampleCard>(id, cancellationToken);

    public static TimePosition PositionOf(CodingSampleCard sample) => new(sample.DrawnAt, sample.Id);

    /// <summary>Those of a consultation, or of none, newest first.</summary>
    public async Task<Slice<CodingSampleCard>> ListAsync(Guid? consultationId, TimePosition? after, int limit, CancellationToken cancellationToken)
    {
        var rows = await store.ListDocumentsAsync<CodingSampleCard>(
            """
            select data from (
                select data, id, (data ->> 'DrawnAt')::timestamptz as drawn from public.mt_doc_codingsamplecard
                where data ->> 'ConsultationId' is not distinct from $1) samples
            where $2::timestamptz is null or (drawn, id) < ($2, $3)
            order by drawn desc, id desc limit $4
            """,
            cancellationToken,
            consultationId?.ToString(),
            after?.At.UtcDateTime,
            after?.Id,
            limit + 1);
        return rows.SliceOf(limit);
    }

    /// <summary>All coded views of a consultation, or of none, in no order.</summary>
    public Task<IReadOnlyList<Guid>> CodedViewsAsync(Guid? consultationId, CancellationToken cancellationToken) => store.ListAsync(
        """
        select view_id from engagement.view_progress
        where consultation_id is not distinct from $1 and codes > 0 and not withdrawn
        """,
        row => row.GetGuid(0),
        cancellationToken,
        consultationId);

    /// <summary>The next view of the sample that this person can code a second time; null when none is left for them.</summary>
    public async Task<BlindView?> NextAsync(Guid sampleId, Guid coderId, CancellationToken cancellationToken)
    {
        if (await FindAsync(sampleId, cancellationToken) is not { } sample)
            return null;

        foreach (var id in sample.ViewIds.Except(sample.Given.Select(given => given.ViewId)))
        {
            if (await feedback.FindViewStateAsync(id, cancellationToken) is not { IsWithdrawn: false } state || state.CoderIds.Contains(coderId))
                continue;

            if (await feedback.FindViewAsync(id, cancellationToken) is { } view)
                return new BlindView(view.Id, view.Text, view.QuestionText, view.SaidAt, view.ConsultationId);
        }

        return null;
    }

    /// <summary>How far the coders agree so far; null when there is no such sample.</summary>
    public async Task<CodingAgreement?> AgreementAsync(Guid sampleId, CancellationToken cancellationToken)
    {
        if (await FindAsync(sampleId, cancellationToken) is not { } sample)
            return null;

        Guid[] themes = [.. sample.Given.SelectMany(given => given.ThemeIds.Concat(given.FirstThemeIds)).Distinct()];
        var today = await feedback.TodaysThemesAsync(themes, cancellationToken);
        return CodingAgreement.Of(sample.Given, theme => today.GetValueOrDefault(theme, theme));
    }
}
