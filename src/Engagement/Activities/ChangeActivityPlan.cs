using Engagement.Common;

namespace Engagement.Activities;

/// <summary>
/// Plans an activity anew, as long as it has not been held. Its day moves by itself, with a reason of its own, and it stays with its consultation.
/// </summary>
/// <param name="ActivityId">The activity.</param>
/// <param name="Title">What it is called in public.</param>
/// <param name="Kind">What kind of occasion.</param>
/// <param name="Level">How much those who take part will decide; null is refused, because people must know before they come.</param>
/// <param name="Audience">Whom it is for.</param>
/// <param name="IncludesUnder18s">Whether anybody under 18 takes part.</param>
/// <param name="District">The code of the district it is in; null for online or the whole county.</param>
/// <param name="Stage">Where in the commissioning cycle it has influence.</param>
/// <param name="Lundy">How it gives people a say.</param>
/// <param name="SafeguardingPlan">How those under 18 are kept safe.</param>
/// <param name="Reason">Why, for those who signed up by the plan as it was; needed where somebody has.</param>
public sealed record ChangeActivityPlan(
    Guid ActivityId,
    string Title,
    ActivityKind Kind,
    EngagementLevel? Level,
    Audience Audience,
    bool IncludesUnder18s,
    string? District,
    CycleStage Stage,
    LundyPlan Lundy,
    string? SafeguardingPlan,
    string? Reason)
{
    public static Decision Decide(ChangeActivityPlan command, Activity activity)
    {
        if (ActivityRules.IsStillPlanned(activity) is { } refusal)
            return Decision.Refuse(refusal);

        // What holds for a plan holds for a changed one, except that its day may have come.
        var planned = PlanActivity.Decide(command.On(activity), activity.OnDay);
        if (planned.Refusal is not null)
            return planned;

        var plan = (ActivityPlanned)planned.Events[0];
        if (plan.Kind == ActivityKind.OneToOne && activity.Places is not null)
        {
            return Decision.Refuse(
                "PLACES_OPEN", "People can sign up for this activity, and a talk with one person is arranged with them. Plan the talk as one of its own", "kind");
        }

        if (plan == activity.Plan with { OnDay = activity.OnDay })
            return Decision.Nothing;

        var reason = CleanText.OrNull(command.Reason);
        if (reason is null && activity.Coming.Count > 0)
            return Decision.Refuse("REASON_REQUIRED", "Enter the reason, for those who planned to come", "reason");

        return CleanText.TooLong(reason, CleanText.ParagraphLimit, "reason") is { } tooLong
            ? Decision.Refuse(tooLong)
            : Decision.To(new ActivityPlanChanged(
                plan.Title,
                plan.Kind,
                plan.Level,
                plan.Audience,
                plan.IncludesUnder18s,
                plan.District,
                plan.Stage,
                plan.Lundy,
                plan.SafeguardingPlan,
                reason));
    }

    private PlanActivity On(Activity activity) => new(
        Title, Kind, Level, Audience, IncludesUnder18s, activity.ConsultationId, activity.OnDay, District, Stage, Lundy, SafeguardingPlan);
}
