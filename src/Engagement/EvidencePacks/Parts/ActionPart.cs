using Engagement.KeyActions;
using static Engagement.EvidencePacks.PackValue;

namespace Engagement.EvidencePacks.Parts;

/// <summary>The key actions of the plan, with their milestones and what families had to do with them.</summary>
internal static class ActionPart
{
    private const string NoMilestone = "no milestone";

    public static PackSection Of(PackFacts known)
    {
        KeyActionPage[] actions = [.. known.Actions.Values.OrderBy(action => action.AdoptedOn).ThenBy(action => action.Id)];
        var (all, milestones) = (Actions(known, actions), Milestones(known, actions));
        return new PackSection(
            "actions",
            "Key actions",
            [
                "A milestone is Green when it is achieved, with what shows it; Amber while it is on track and its day is not over; Red in all other cases. Moving its day later does not clear a miss. An action stands as its worst milestone does. It is complete only with a link to how families shaped it, or with the reason why they did not.",
            ],
            [all, milestones])
        {
            InShort = actions.Length == 0 ? all.Empty : InShort(all, milestones),
        };
    }

    private static string InShort(PackTable actions, PackTable milestones) =>
        $"Of {Count(actions.Rows.Count, "action", "actions")}, {actions.Count("completedOn")} complete. As their milestones stand: {actions.Count("rating", "Green")} green, {actions.Count("rating", "Amber")} amber, "
        + $"{actions.Count("rating", "Red")} red, {actions.Count("rating", NoMilestone)} without a milestone. Of {Count(milestones.Rows.Count, "milestone", "milestones")}, {milestones.Count("achievedOn")} achieved.";

    private static PackTable Actions(PackFacts known, KeyActionPage[] actions) => new(
        "actions",
        "Actions",
        [
            new("actionId"), new("title", "Action"), new("source", "Asked for in"), new("owner", "Role that answers for it"), new("group", "Group"), new("adoptedOn", "Taken on"), new("rating", "Rating"),
            new("completedOn", "Complete"), new("shapedBy", "How families shaped it"), new("notShapedBecause", "Or why not"),
        ],
        [
            .. actions.Select(action => (IReadOnlyList<object?>)
            [
                action.Id, action.Title, action.Source, action.OwnerRole, action.GroupId is { } group ? known.Groups.GetValueOrDefault(group)?.Name : null, action.AdoptedOn,
                action.RatingOn(known.Day) is { } rating ? Words(rating) : NoMilestone, action.CompletedOn, string.Join("; ", action.Links.Select(link => $"{link.Title}: {link.How}")), action.NotCoproducedBecause,
            ]),
        ])
    {
        Empty = "No action had been taken on.",
    };

    private static PackTable Milestones(PackFacts known, KeyActionPage[] actions) => new(
        "milestones",
        "Milestones",
        [
            new("actionId"), new("action", "Action"), new("milestoneId"), new("milestone", "Milestone"), new("dueOn", "Due"), new("firstDueOn", "Due at first"), new("rating", "Rating"), new("achievedOn", "Achieved"),
            new("missedOn", "Missed"), new("evidence", "What shows it"), new("address"), new("progress", "Last said of it"), new("reportedOn", "On"),
        ],
        [
            .. from action in actions
               from milestone in action.Milestones
               select (IReadOnlyList<object?>)
               [
                   action.Id, action.Title, milestone.Id, milestone.Text, milestone.DueOn, milestone.FirstDueOn, Words(milestone.RatingOn(known.Day)), milestone.AchievedOn, milestone.MissedOn, milestone.Evidence,
                   milestone.EvidenceUrl, milestone.Progress, milestone.ReportedOn,
               ],
        ])
    {
        Empty = "No milestone had been set.",
    };
}
