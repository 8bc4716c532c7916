using Engagement.KeyActions;
using static Engagement.Tests.Contracts.EventSamples;

namespace Engagement.Tests.Contracts;

internal static class KeyActionSamples
{
    private static readonly Guid MilestoneId = Guid.Parse("0192d5e4-7b00-7c01-8d02-9e03af04b0a1");
    private static readonly Guid GroupId = Guid.Parse("0192d5e4-7b00-7c01-8d02-9e03af04b0a2");

    public static IReadOnlyList<object> All { get; } =
    [
        new ActionAdopted("One survey for parents", "Parents are asked twice a year", "Written Statement of Action, 1.1", "Head of SEND", GroupId, new DateOnly(2019, 6, 3)),
        new MilestoneSet(MilestoneId, "The first survey is analysed", new DateOnly(2019, 9, 30)),
        new MilestoneProgressReported(MilestoneId, false, "Few answers so far", new DateOnly(2019, 9, 2)),
        new MilestoneMissed(MilestoneId, new DateOnly(2019, 9, 30)),
        new MilestoneDueDateChanged(MilestoneId, new DateOnly(2019, 10, 31), "More schools were asked"),
        new MilestoneAchieved(MilestoneId, new DateOnly(2019, 10, 25), "The report of the survey", "https://example.test/report"),
        new CoproductionLinked(CoproductionKind.Theme, ThemeId, "Letters are too long", "Parents chose the questions"),
        new CoproductionAbsenceRecorded("The law left no choice"),
        new ActionCompleted(new DateOnly(2019, 11, 4)),
    ];
}
