using System.Globalization;
using Engagement.Common;
using Engagement.LoggedFeedback;
using Engagement.Releases;
using EventStore;

namespace Engagement.Metrics;

/// <summary>The log of complaints, compliments and comments beside who took part, as at any moment.</summary>
public sealed class FeedbackVolumeReads(DocumentStore store, ParticipationReads participation, TimeProvider clock)
{
    /// <summary>More periods than this are not put side by side: the first ones are left out.</summary>
    public const int MostPeriods = 60;

    private static readonly DisclosurePolicy Policy = DisclosurePolicy.OfficersV1;
    private static readonly FeedbackVolumesRule Rule = FeedbackVolumesRule.V1;
    private static readonly FeedbackKind[] Kinds = [FeedbackKind.Complaint, FeedbackKind.Compliment, FeedbackKind.Comment];

    public async Task<FeedbackVolumes> OfAsync(FeedbackVolumesScope scope, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var today = LondonCalendar.DayOf(scope.AsAt ?? clock.GetUtcNow());
        var starts = Starts(scope, today);
        if (starts.Length == 0)
            return new FeedbackVolumes(scope.By, [], Policy, Rule, []);

        var (first, last) = (starts[0], scope.By.Move(starts[^1], 1).AddDays(-1));
        var logged = (await LoggedAsync(scope, first, last, cancellationToken)).ToLookup(one => scope.By.StartOf(one.ReceivedOn));
        var took = await participation.ByPeriodAsync(
            scope.By, new MetricsScope(AsAt: scope.AsAt, From: first, To: last), scope.District, cancellationToken);

        int Count(DateOnly start, FeedbackKind kind) => logged[start].Where(one => one.Kind == kind).Sum(one => one.Count);
        int Participants(DateOnly start) => took.GetValueOrDefault(start)?.Participants ?? 0;
        var shown = Policy.Show([.. starts.Select(start => (IReadOnlyList<int>)[.. Kinds.Select(kind => Count(start, kind))])]);
        PeriodVolumes[] periods =
        [
            .. starts.Select((start, i) =>
            {
                var to = scope.By.Move(start, 1).AddDays(-1);
                var cells = shown?.Cells[i];
                var reading = i > 0 && to < today && shown?.Cells[i - 1][0] is not null
                    ? Rule.Read(
                        Count(starts[i - 1], FeedbackKind.Complaint), Count(start, FeedbackKind.Complaint), Participants(starts[i - 1]), Participants(start))
                    : VolumeReading.Nothing;
                return new PeriodVolumes(
                    start,
                    to,
                    to < today,
                    cells?[0],
                    cells?[1],
                    cells?[2],
                    Few(Participants(start)),
                    Few(took.GetValueOrDefault(start)?.Contributions ?? 0),
                    ClocksOf([.. logged[start].Where(one => one.Kind == FeedbackKind.Complaint)], today),
                    reading);
            }),
        ];
        return new FeedbackVolumes(scope.By, periods, Policy, Rule, [.. periods.Reverse().Select(period => Sentence(scope.By, period)).OfType<string>()]);
    }

    /// <summary>What is to be said of a period to whoever reads the log; null where that is nothing.</summary>
    private static string? Sentence(MetricsPeriod by, PeriodVolumes period) => period.Reading switch
    {
        VolumeReading.MayBeSilence => $"{Name(by, period.From)}: fewer complaints and fewer people taking part: this may be silence, not satisfaction.",
        VolumeReading.FewerComplaints => $"{Name(by, period.From)}: fewer complaints, while as many people or more took part.",
        _ => null,
    };

    private static string Name(MetricsPeriod by, DateOnly start) => by switch
    {
        MetricsPeriod.Month => start.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
        MetricsPeriod.Quarter => string.Create(CultureInfo.InvariantCulture, $"{start:MMMM} to {start.AddMonths(2):MMMM yyyy}"),
        _ => start.ToString("yyyy", CultureInfo.InvariantCulture),
    };

    private static ComplaintClocks? ClocksOf(IReadOnlyList<LoggedCount> complaints, DateOnly today)
    {
        if (complaints.Sum(one => one.Count) < Policy.HideUnder)
            return null;

        var toAcknowledge = DueOf(one => one.AcknowledgedOn, Rule.DaysToAcknowledge);
        var toAnswer = DueOf(one => one.AnsweredOn, Rule.DaysToAnswer);
        var median = KaplanMeier.Median(complaints.Select(one =>
            (Math.Max(0, (one.AnsweredOn ?? today).DayNumber - one.ReceivedOn.DayNumber), one.AnsweredOn is not null, one.Count)));
        return new ComplaintClocks(toAcknowledge.Due, toAcknowledge.InTime, toAnswer.Due, toAnswer.InTime, median);

        // What was done before its day is due too: it was done in time.
        (int Due, int InTime) DueOf(Func<LoggedCount, DateOnly?> done, int days)
        {
            var due = complaints.Where(one => done(one) is not null || one.ReceivedOn.AddDays(days) < today).ToList();
            return (due.Sum(one => one.Count), due.Where(one => done(one) <= one.ReceivedOn.AddDays(days)).Sum(one => one.Count));
        }
    }

    private static int? Few(int count) => Policy.IsSmall(count) ? null : count;

    private static DateOnly[] Starts(FeedbackVolumesScope scope, DateOnly today)
    {
        var last = scope.By.StartOf(scope.To is { } to && to < today ? to : today);
        var usual = scope.By switch { MetricsPeriod.Month => 24, MetricsPeriod.Quarter => 12, _ => 6 };
        var first = scope.From is { } from ? scope.By.StartOf(from) : scope.By.Move(last, 1 - usual);
        var count = (((last.Year - first.Year) * 12) + last.Month - first.Month) / scope.By.Months() + 1;
        count = Math.Clamp(count, 0, MostPeriods);
        return [.. Enumerable.Range(0, count).Select(i => scope.By.Move(last, i + 1 - count))];
    }

    private Task<IReadOnlyList<LoggedCount>> LoggedAsync(FeedbackVolumesScope scope, DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        store.ListAsync(
            """
            select s ->> 'Kind', (s ->> 'ReceivedOn')::date, (s ->> 'AcknowledgedOn')::date, (s ->> 'AnsweredOn')::date, count(*)
            from public.mt_doc_loghistory h
            cross join lateral (
                select e as s from jsonb_array_elements(h.data -> 'Standings') with ordinality as standings(e, n)
                where (e ->> 'RecordedAt')::timestamptz <= $1
                order by n desc limit 1) latest
            where s ->> 'ReceivedOn' between $2 and $3
              and ($4::text is null or s ->> 'Service' = $4)
              and ($5::text is null or s ->> 'District' = $5)
            group by 1, 2, 3, 4
            """,
            row => new LoggedCount(
                Enum.Parse<FeedbackKind>(row.GetString(0)),
                row.GetFieldValue<DateOnly>(1),
                row.IsDBNull(2) ? null : row.GetFieldValue<DateOnly>(2),
                row.IsDBNull(3) ? null : row.GetFieldValue<DateOnly>(3),
                (int)row.GetInt64(4)),
            cancellationToken,
            FactFilter.Moment(scope.AsAt),
            IsoDay.Of(from),
            IsoDay.Of(to),
            scope.Service,
            scope.District);
}

/// <summary>Which volumes are asked for. What is null does not narrow them.</summary>
/// <param name="By">How long each period is.</param>
/// <param name="From">A day of the first period; null: some years back.</param>
/// <param name="To">A day of the last period; null: today.</param>
/// <param name="Service">The code of the service that complaints are about. Who took part is then still of all: nobody takes part in a service.</param>
/// <param name="District">The code of a district, of complaints and of those who took part.</param>
/// <param name="AsAt">What was known at this moment; null: all that is known.</param>
public sealed record FeedbackVolumesScope(
    MetricsPeriod By, DateOnly? From = null, DateOnly? To = null, string? Service = null, string? District = null, DateTimeOffset? AsAt = null);
