using Engagement.Common;

namespace Engagement.Governance;

/// <summary>Says what stands in the way of parents and carers, or of what they asked for.</summary>
/// <param name="GroupId">The group that is to take it away.</param>
/// <param name="Title">What stands in the way.</param>
/// <param name="Detail">What has to be known of it.</param>
public sealed record RaiseBarrier(Guid GroupId, string Title, string Detail)
{
    public static Decision Decide(RaiseBarrier command, DateOnly today)
    {
        var title = CleanText.OneLine(command.Title);
        var detail = CleanText.Of(command.Detail);
        if (title.Length == 0)
            return Decision.Refuse("TITLE_MISSING", "Say what stands in the way", "title");

        if (detail.Length == 0)
            return Decision.Refuse("DETAIL_MISSING", "Say whom it holds up, and what has been tried", "detail");

        return (CleanText.TooLong(title, CleanText.LineLimit, "title") ?? CleanText.TooLong(detail, CleanText.ParagraphLimit, "detail")) is { } tooLong
            ? Decision.Refuse(tooLong)
            : Decision.To(new BarrierRaised(command.GroupId, title, detail, today));
    }
}
