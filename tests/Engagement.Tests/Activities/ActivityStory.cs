using Engagement.Activities;
using Engagement.Common;

namespace Engagement.Tests.Activities;

/// <summary>A focus group of young people in October, which the specs begin from.</summary>
internal static class ActivityStory
{
    public static readonly DateOnly Day = new(2024, 10, 9);

    public static readonly LundyPlan Lundy = new("A room they chose", "Cards and drawing", "The head of the service", "They write the new form");

    public static readonly PlanActivity Plan = new(
        "What makes a good review meeting?",
        ActivityKind.FocusGroup,
        EngagementLevel.CoDesigning,
        Audience.YoungPeople,
        true,
        null,
        Day,
        "E07000114",
        CycleStage.Plan,
        Lundy,
        "Two vetted facilitators");

    public static readonly ActivityPlanned Planned = new(
        Plan.Title, Plan.Kind, EngagementLevel.CoDesigning, Audience.YoungPeople, true, null, Day, "E07000114", CycleStage.Plan, Lundy, "Two vetted facilitators");

    public static readonly ActivityHeld Held = new(Day);

    public static readonly ActivityCancelled Cancelled = new("The building was flooded");
}
