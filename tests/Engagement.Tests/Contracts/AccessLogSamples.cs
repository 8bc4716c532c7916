using Engagement.AccessLog;
using static Engagement.Tests.Contracts.EventSamples;

namespace Engagement.Tests.Contracts;

internal static class AccessLogSamples
{
    public static IReadOnlyList<object> All { get; } =
    [
        new CommandUsed("messages replay --type", "anna, by sudo as root"),
        new ViewsRead(PersonId, "analyst", ConsultationId, 20, "views", "/staff/consultations/support-at-school"),
    ];
}
