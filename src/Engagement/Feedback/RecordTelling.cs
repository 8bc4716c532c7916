using Engagement.Common;

namespace Engagement.Feedback;

/// <summary>Those behind the entry were told by another way than their tracking page: a letter, a meeting, a forum.</summary>
/// <param name="LoopId">The feedback loop.</param>
/// <param name="Route">How they were told.</param>
/// <param name="Count">How many people that was, at least 1.</param>
public sealed record RecordTelling(Guid LoopId, string Route, int Count)
{
    public static Decision Decide(RecordTelling command, Loop loop)
    {
        if (loop.Published is null)
            return Decision.Refuse("ENTRY_NOT_PUBLISHED", "Publish the entry before you tell people about it");

        var route = CleanText.OneLine(command.Route);
        if (route.Length == 0)
            return Decision.Refuse("ROUTE_MISSING", "Enter how families were told", "route");

        if (command.Count < 1)
            return Decision.Refuse("COUNT_INVALID", "Enter how many people were told, at least 1", "count");

        return CleanText.TooLong(route, CleanText.LineLimit, "route") is { } tooLong
            ? Decision.Refuse(tooLong)
            : TellContributors.Telling(loop, new ContributorsTold(route, command.Count));
    }
}
