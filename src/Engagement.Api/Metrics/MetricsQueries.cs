using Engagement.Api.Authorization;
using Engagement.Common;
using Engagement.Consultations;
using Engagement.Metrics;
using Engagement.Surveys;
using GraphQL;
using Reach = Engagement.Metrics.Reach;

namespace Engagement.Api.Metrics;

[QueryType]
public static partial class MetricsQueries
{
    /// <summary>How a consultation, or the whole platform, is being answered. Exact figures, so for staff only.</summary>
    [Authorize(Permissions.ReadMetrics)]
    public static Task<EngagementMetrics> GetEngagementMetricsAsync(
        [Spread, ID<ConsultationPage>(nameof(MetricsScope.ConsultationId))] MetricsScope scope, MetricsReads reads, CancellationToken cancellation) =>
        reads.OfAsync(scope, cancellation);

    /// <summary>Who took part, group by group: in the order of the groups, those of unknown group last. Exact figures, so for staff only.</summary>
    /// <param name="by">What it is broken down by.</param>
    [Authorize(Permissions.ReadMetrics)]
    public static Task<IReadOnlyList<ParticipationGroup>> GetParticipationAsync(
        MetricsDimension by,
        [Spread, ID<ConsultationPage>(nameof(MetricsScope.ConsultationId))] MetricsScope scope,
        ParticipationReads reads,
        CancellationToken cancellation) =>
        reads.ByAsync(by, scope, cancellation);

    /// <summary>How far views are, group by group: in the order of the groups, those of unknown group last. Exact figures, so for staff only.</summary>
    /// <param name="by">What it is broken down by.</param>
    [Authorize(Permissions.ReadMetrics)]
    public static Task<IReadOnlyList<ViewGroup>> GetViewFiguresAsync(
        MetricsDimension by,
        [Spread, ID<ConsultationPage>(nameof(MetricsScope.ConsultationId))] MetricsScope scope,
        MetricsReads reads,
        CancellationToken cancellation) =>
        reads.ViewsByAsync(by, scope, cancellation);

    /// <summary>Responses for each 1,000 people who could have given one, in all and by group; null where there is no such denominator set.</summary>
    /// <param name="denominatorSetId">The set that counts these people.</param>
    /// <param name="by">What it is broken down by.</param>
    [Authorize(Permissions.ReadMetrics)]
    public static Task<Reach?> GetReachAsync(
        [ID<DenominatorSheet>] Guid denominatorSetId,
        DenominatorDimension by,
        [Spread, ID<ConsultationPage>(nameof(MetricsScope.ConsultationId))] MetricsScope scope,
        ParticipationReads reads,
        CancellationToken cancellation) =>
        OrNullAsync(() => reads.ReachAsync(scope, denominatorSetId, by, cancellation));

    /// <summary>How far those who took part are like the people whom a denominator set counts; null where there is no such set.</summary>
    /// <param name="denominatorSetId">The set that counts these people.</param>
    /// <param name="by">What it is broken down by.</param>
    [Authorize(Permissions.ReadMetrics)]
    public static Task<Representativeness?> GetRepresentativenessAsync(
        [ID<DenominatorSheet>] Guid denominatorSetId,
        DenominatorDimension by,
        [Spread, ID<ConsultationPage>(nameof(MetricsScope.ConsultationId))] MetricsScope scope,
        ParticipationReads reads,
        CancellationToken cancellation) =>
        OrNullAsync(() => reads.RepresentativenessAsync(scope, denominatorSetId, by, cancellation));

    /// <summary>How many of those asked have answered, wave by wave. A wave with an open link has no rate: ask for its reach.</summary>
    /// <param name="consultationId">Only waves of this consultation; left out: all.</param>
    /// <param name="asAt">What was known at this moment; left out: all that is known.</param>
    [Authorize(Permissions.ReadMetrics)]
    public static Task<IReadOnlyList<WaveRate>> GetResponseRatesAsync(
        [ID<ConsultationPage>] Guid? consultationId, DateTimeOffset? asAt, ParticipationReads reads, CancellationToken cancellation) =>
        reads.ResponseRatesAsync(consultationId, asAt, cancellation);

    /// <summary>How loops stand: closed of those that were due, and what people say of the answers. Exact figures, so for staff only.</summary>
    /// <param name="consultationId">Only this consultation; left out: the whole platform.</param>
    /// <param name="asAt">What was known at this moment; left out: all that is known. A moment to come says what will be due by then.</param>
    [Authorize(Permissions.ReadMetrics)]
    public static Task<LoopFigures> GetLoopFiguresAsync(
        [ID<ConsultationPage>] Guid? consultationId, DateTimeOffset? asAt, LoopFigureReads reads, CancellationToken cancellation) =>
        reads.OfAsync(consultationId, asAt, cancellation);

    /// <summary>How long people have waited for a published decision on what they said, those who still wait counted in.</summary>
    [Authorize(Permissions.ReadMetrics)]
    public static Task<TimeToDecision> GetTimeToDecisionAsync(
        [Spread, ID<ConsultationPage>(nameof(MetricsScope.ConsultationId))] MetricsScope scope, LoopFigureReads reads, CancellationToken cancellation) =>
        reads.TimeToDecisionAsync(scope, cancellation);

    /// <summary>How many families were asked and answered at each step of the assessment. Exact figures, so for staff only.</summary>
    /// <param name="from">The first day on which cases came to a step.</param>
    /// <param name="to">The last such day.</param>
    /// <param name="asAt">What was known at this moment; left out: all that is known.</param>
    [Authorize(Permissions.ReadMetrics)]
    public static Task<FeedbackPointFigures> GetFeedbackPointFiguresAsync(
        DateOnly from, DateOnly to, DateTimeOffset? asAt, FeedbackPointFigureReads reads, CancellationToken cancellation) =>
        reads.OfAsync(from, to, asAt, cancellation);

    /// <summary>
    /// Complaints, compliments and comments beside who took part, period by period: fewer complaints may mean silence. Counts of few people are hidden.
    /// </summary>
    [Authorize(Permissions.ReadMetrics)]
    public static Task<FeedbackVolumes> GetFeedbackVolumesAsync(
        [Spread] FeedbackVolumesScope scope, FeedbackVolumeReads reads, CancellationToken cancellation) =>
        reads.OfAsync(scope, cancellation);

    private static async Task<T?> OrNullAsync<T>(Func<Task<T>> read)
        where T : class
    {
        try
        {
            return await read();
        }
        catch (ThingNotFoundException)
        {
            return null;
        }
    }
}

[ObjectType<WaveRate>, Authorize(Permissions.ReadMetrics)]
public static partial class WaveRateNode
{
    /// <summary>The wave.</summary>
    [BindMember(nameof(WaveRate.WaveId))]
    [ID<WaveSheet>]
    public static Guid GetWaveId([Parent] WaveRate rate) => rate.WaveId;

    /// <summary>The population it could have reached; null where none was named.</summary>
    [BindMember(nameof(WaveRate.DenominatorSetId))]
    [ID<DenominatorSheet>]
    public static Guid? GetDenominatorSetId([Parent] WaveRate rate) => rate.DenominatorSetId;
}

[ObjectType<Reach>, Authorize(Permissions.ReadMetrics)]
public static partial class ReachNode
{
    /// <summary>The set that counts these people: its source, its day and its reading.</summary>
    [BindMember(nameof(Reach.Of)), GraphQLName("denominatorSet")]
    public static DenominatorSheet GetDenominatorSet([Parent] Reach reach) => reach.Of;
}
