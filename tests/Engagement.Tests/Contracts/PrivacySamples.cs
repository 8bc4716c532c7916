using Engagement.Privacy;
using static Engagement.Tests.Contracts.EventSamples;

namespace Engagement.Tests.Contracts;

internal static class PrivacySamples
{
    private static readonly Guid Subject = Guid.Parse("5b1f8e5e-93b1-4a7a-9d52-6a5b6f0c7d11");
    private static readonly Guid Person = Guid.Parse("0d6b5c1c-2f1e-4f0a-8f5b-3b1c9a7e2d44");
    private static readonly DateOnly Day = new(2026, 11, 22);

    public static IReadOnlyList<object> All { get; } =
    [
        new ErasureRequested(Subject, SubjectKind.Response, Guid.Parse("7c0a3f64-6f0e-4c1b-9a55-0a8d1e2f3b66"), Day, Day.AddMonths(1)),
        new ErasureDecided(ErasureOutcome.Partly, ErasureGround.ArchivingOrStatistics, Person),
        new SafeguardingHoldSet(Subject, Day.AddMonths(3), Words, Person),
        new SafeguardingHoldLifted(Person),
        new RetentionExpired(Subject, RecordClasses.WordsOfAnswers, 1, Day),
        new SubjectKeyDestroyed(Subject, new string('a', 64), Person),
        new RecordsExpired(RecordClasses.UnsentAnswers, 1, Day, 12),
    ];
}
