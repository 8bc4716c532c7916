using Engagement.Common;
using Engagement.Consultations;
using Engagement.Feedback;
using Engagement.Metrics;
using EventStore;

namespace Engagement.Workbench;

public sealed class ConsultationOverviewReads(
    DocumentStore store, ConsultationReads consultations, FeedbackReads feedback, LoopReads loops, MetricsReads metrics)
{
    /// <summary>Null where there is no such consultation.</summary>
    public async Task<ConsultationOverview?> FindAsync(Guid consultationId, DateOnly today, CancellationToken cancellationToken)
    {
        if (await consultations.FindAsync(consultationId, cancellationToken) is not { } page)
            return null;

        var figures = await metrics.ForConsultationAsync(consultationId, null, cancellationToken);
        var readiness = await feedback.ReportReadinessAsync(consultationId, cancellationToken);
        var themes = (int)await store.CountAsync(
            "select count(*) from public.mt_doc_themecard where data ->> 'ConsultationId' = $1 and data ->> 'MergedInto' is null",
            cancellationToken,
            consultationId.ToString());
        var audiences = await store.ListAsync(
            """
            select audience, count(*) filter (where not proxy), count(*) filter (where proxy) from engagement.views
            where consultation_id = $1 and state <> 'Withdrawn' group by audience order by audience
            """,
            row => new AudienceCount(CodingBoardReads.AudienceOf(row, 0), (int)row.GetInt64(1), (int)row.GetInt64(2)),
            cancellationToken,
            consultationId);

        var state = page.StateOn(today);
        return new ConsultationOverview(
            consultationId,
            state,
            figures.Responses,
            figures.ResponsesByChannel,
            audiences,
            figures.Views,
            readiness.UnfinishedViews,
            themes,
            readiness.ThemesWithoutResponse,
            await loops.CountsAsync(consultationId, today, cancellationToken),
            [.. readiness.Blocks(state).Select(block => block.Message)],
            page is { OpensOn: { } opensOn, ClosesOn: { } closesOn } ? ConsultationDates.Warnings(opensOn, closesOn) : [],
            state == ConsultationState.Open ? page.ClosesOn?.DayNumber - today.DayNumber + 1 : null,
            state == ConsultationState.Closed && page.Report is null ? page.ResponseDueOn()?.DayNumber - today.DayNumber : null,
            figures.AsAtPosition);
    }
}
