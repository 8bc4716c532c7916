using Engagement.Common;
using Engagement.Governance;
using Messaging;

namespace Engagement.Measures;

public sealed class ReportMeetingsHandler(CommandRunner runner, MeasureReads reads, GovernanceReads groups, MeetingReads meetings)
{
    private const string ActorRole = "system";

    // Far more than there ever are.
    private const int MostGroups = 1_000;

    public async Task Handle(ReportMeetings message, Envelope envelope, CancellationToken cancellationToken)
    {
        if (await reads.FindByCodeAsync(MeetingActuals.Code, cancellationToken) is not { } measure)
            return;

        var context = new CommandContext(ActorRole, OccurredAt: message.At, CorrelationId: envelope.CorrelationId, CausationId: envelope.Id.ToString("N"));
        var today = LondonCalendar.DayOf(message.At);
        // No period reaches over the end of a year.
        var found = await meetings.SinceAsync(new DateOnly(message.Since.Year, 1, 1), cancellationToken);
        if (found.Count == 0)
            return;

        var since = found[0].OnDay < message.Since ? message.Since : found[0].OnDay;
        var all = (await groups.ListAsync(null, MostGroups, cancellationToken)).Items;
        var periods = measure.Record.Periods.Where(period => PeriodDates.Of(period) is { } days && days.Last >= since).Union(Quarters(since, today));
        MeetingsCounted[] counts = [.. ReportMeetings.Count(periods, all, found, today)];
        await runner.ChangeAsync<Measure>(
            measure.Id, MeasureCommands.Thing, message, context, state => ReportMeetings.Decide(counts, state), cancellationToken);
    }

    private static IEnumerable<string> Quarters(DateOnly since, DateOnly today)
    {
        for (var quarter = PeriodDates.QuarterOf(since); quarter.Last < today; quarter = PeriodDates.QuarterOf(quarter.Last.AddDays(1)))
            yield return quarter.Period;
    }
}
