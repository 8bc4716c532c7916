namespace Engagement.Web.Staff.Consultations;

/// <summary>One thing that happened to a consultation, or will.</summary>
public sealed record HistoryStep(DateOnly On, string What, string? Why = null, string? Address = null, bool IsToCome = false);

internal static class ConsultationHistory
{
    /// <summary>What happened, oldest first, and then what is to come by its dates.</summary>
    public static IReadOnlyList<HistoryStep> Of(ConsultationFile file) =>
    [
        .. Past(file).OrderBy(step => step.On),
        .. ToCome(file),
    ];

    private static IEnumerable<HistoryStep> Past(ConsultationFile file)
    {
        yield return new HistoryStep(Dates.Day(file.DraftedAt), "Drafted");
        if (file.Proposal is { } proposal)
            yield return new HistoryStep(Dates.Day(proposal.PublishedAt), "The proposal was written as it is now");
        if (file is { OpensOn: { } first, State: not ConsultationState.Coming })
            yield return new HistoryStep(first, "Opened", file.ShorterThanSixWeeksBecause is { Length: > 0 } because ? $"Shorter than 6 weeks: {because}" : null);
        foreach (var change in file.ClosingDateChanges)
        {
            yield return new HistoryStep(
                Dates.Day(change.At),
                $"{(change.Source is null ? "Last day moved" : "Last day corrected")} from {Dates.Text(change.Was)} to {Dates.Text(change.ClosesOn)}",
                change.Source is null ? change.Reason : $"{change.Reason} Written in: {change.Source}");
        }

        if (file is { PausedOn: { } paused, State: ConsultationState.Paused })
            yield return new HistoryStep(paused, "Paused", file.PausedBecause);
        if (file is { State: ConsultationState.Closed, ClosesOn: { } last })
            yield return new HistoryStep(last, "Closed", file.Late is { } late ? $"Late answers count up to {Dates.Text(late.Until)}, for {late.ForWhom}: {late.Reason}" : null);
        if (file.Report is { } report)
            yield return new HistoryStep(Dates.Day(report.PublishedAt), $"Report published, version {report.Version}", Address: report.Url);
        if (file.WithdrawnOn is { } withdrawn)
            yield return new HistoryStep(withdrawn, "Withdrawn", file.WithdrawnBecause);
    }

    private static IEnumerable<HistoryStep> ToCome(ConsultationFile file)
    {
        if (file is { State: ConsultationState.Coming, OpensOn: { } first })
            yield return new HistoryStep(first, "Opens", IsToCome: true);
        if (file is { State: ConsultationState.Coming or ConsultationState.Open, ClosesOn: { } last })
            yield return new HistoryStep(last, "Closes", IsToCome: true);
        if (file is { IsOpened: true, Report: null, State: not ConsultationState.Withdrawn, ResponseDueOn: { } due })
            yield return new HistoryStep(due, "The response is due", IsToCome: true);
    }
}
