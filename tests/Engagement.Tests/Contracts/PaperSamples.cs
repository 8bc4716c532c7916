using Engagement.Paper;
using static Engagement.Tests.Contracts.EventSamples;

namespace Engagement.Tests.Contracts;

internal static class PaperSamples
{
    private static readonly Guid OtherId = Guid.Parse("0192d5e4-7b00-7c01-8d02-9e03af04b006");

    public static IReadOnlyList<object> All { get; } =
    [
        new PaperFormKeyed(WaveId, "A-17", SubjectId, Words),
        new PaperFormDiffered(OtherId, ["P1", "proxy"]),
        new PaperFormChecked(OtherId, ResponseId),
        new PaperBatchImported(WaveId, "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", 45, SubjectId, OtherId),
    ];
}
