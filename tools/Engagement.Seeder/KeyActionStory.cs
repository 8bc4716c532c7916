using Engagement.KeyActions;
using Engagement.Seeder.Texts;

namespace Engagement.Seeder;

/// <summary>Key actions of the Written Statement, made up: complete, late, moved, and two that are due around the day of the story.</summary>
internal static class KeyActionStory
{
    private const string Name = "key-actions";

    private static readonly DateOnly Adopted = new(2019, 6, 3);

    private static readonly PlannedAction[] Actions =
    [
        new("survey", "Ask parents twice a year how confident they are", "Parents say twice a year how things are for their child, and see what came of it.", "1.1", "Head of SEND",
            new PlannedMilestone("The first survey is analysed", new DateOnly(2019, 9, 30)) { AchievedOn = new DateOnly(2019, 9, 24), Evidence = "The report of the first survey" },
            new PlannedMilestone("Results of the second survey are published", new DateOnly(2020, 2, 28)) { AchievedOn = new DateOnly(2020, 3, 9), Evidence = "The page of results" })
        {
            How = "Parents of the forum chose the questions and tried them out.",
            IsComplete = true,
        },
        new("offer", "Make the Local Offer easy to find and to read", "Families find in a few steps what there is for their child.", "2.1", "Commissioning manager",
            new PlannedMilestone("Families have tried the new pages", new DateOnly(2019, 11, 29)) { AchievedOn = new DateOnly(2019, 11, 22), Evidence = "The notes of the trial" },
            new PlannedMilestone("The new pages are open to everybody", new DateOnly(2020, 3, 31)) { MovedTo = new DateOnly(2020, 9, 30), MovedOn = new DateOnly(2020, 5, 4), Why = "The work stopped in the first lockdown" })
        {
            How = "Young people and parents drew the first page.",
        },
        new("boards", "Invite parents’ representatives to every meeting", "No group decides without parents in the room.", "2.3", "Chair of the board",
            new PlannedMilestone("Every group has named its seats for parents", new DateOnly(2019, 9, 30)) { Progress = "Two boards have not answered yet" }),
        new("training", "Train every school in the code of practice", "Teachers know what the law asks of them.", "3.2", "Principal of the teaching school")
        {
            NotShapedBecause = "What has to be taught is set by law. Families help to say how.",
        },
    ];

    public static async Task TellAsync(Storyteller teller)
    {
        foreach (var action in Actions)
            await TellAsync(teller, action);

        // Around the day of the story, so that there is something to do.
        await CurrentAsync(teller, "waiting", "Tell families each month how long an assessment takes", "Nobody has to ask how long it will take.", 9);
        await CurrentAsync(teller, "letters", "Write letters about assessments in plain words", "A letter is understood at the first reading.", 40);
    }

    private static async Task TellAsync(Storyteller teller, PlannedAction action)
    {
        var name = $"{Name}:{action.Key}";
        var id = await AdoptAsync(teller, name, action.Title, action.Description, action.Number, action.Owner, Adopted);
        for (var i = 0; i < action.Milestones.Length; i++)
        {
            var planned = action.Milestones[i];
            var of = $"{name}:milestone-{i + 1}";
            var milestone = await teller.KeyActions.SetMilestoneAsync(
                new SetMilestone(id, planned.Text, planned.DueOn), Storyteller.OfficerOn(Adopted.AddDays(7), of), teller.CancellationToken);
            if (planned.Progress is { } progress)
            {
                await teller.KeyActions.ReportProgressAsync(
                    new ReportMilestoneProgress(id, milestone, false, progress), Storyteller.OfficerOn(planned.DueOn.AddDays(-20), $"{of}:progress"), teller.CancellationToken);
            }

            if (planned is { MovedTo: { } to, MovedOn: { } movedOn, Why: { } why })
            {
                await teller.KeyActions.ChangeDueDateAsync(
                    new ChangeMilestoneDueDate(id, milestone, to, why), Storyteller.OfficerOn(movedOn, $"{of}:move"), teller.CancellationToken);
            }

            if (planned is { AchievedOn: { } achieved, Evidence: { } evidence })
            {
                await teller.KeyActions.AchieveAsync(
                    new AchieveMilestone(id, milestone, achieved, evidence, null), Storyteller.OfficerOn(achieved.AddDays(2), $"{of}:achieve"), teller.CancellationToken);
            }
        }

        if (action.How is { } how)
        {
            var theme = Storyteller.IdOf("theme", WrittenStatementStory.ThemeName(TextBank.Instance.Points[0]));
            await teller.KeyActions.LinkCoproductionAsync(
                new LinkCoproduction(id, theme, how), Storyteller.OfficerOn(new DateOnly(2020, 3, 16), $"{name}:link"), teller.CancellationToken);
        }

        if (action.NotShapedBecause is { } because)
        {
            await teller.KeyActions.RecordAbsenceAsync(
                new RecordCoproductionAbsence(id, because), Storyteller.OfficerOn(new DateOnly(2019, 9, 2), $"{name}:absence"), teller.CancellationToken);
        }

        if (action.IsComplete)
            await teller.KeyActions.CompleteAsync(new CompleteAction(id), Storyteller.OfficerOn(new DateOnly(2020, 3, 20), $"{name}:complete"), teller.CancellationToken);
    }

    private static async Task CurrentAsync(Storyteller teller, string key, string title, string description, int dueIn)
    {
        var name = $"{Name}:{key}";
        var id = await AdoptAsync(teller, name, title, description, "6.1", "Head of SEND", teller.Day(-60));
        await teller.KeyActions.SetMilestoneAsync(
            new SetMilestone(id, "The first of them has gone out", teller.Day(dueIn)), teller.OfficerOn(-59, $"{name}:milestone-1"), teller.CancellationToken);
    }

    private static Task<Guid> AdoptAsync(Storyteller teller, string name, string title, string description, string number, string owner, DateOnly day) => teller.KeyActions.AdoptAsync(
        new AdoptAction($"{title} (demonstration)", description, $"Written Statement of Action, {number}", owner, GovernanceStory.BoardId),
        Storyteller.OfficerOn(day, name),
        teller.CancellationToken);

    private sealed record PlannedAction(string Key, string Title, string Description, string Number, string Owner, params PlannedMilestone[] Milestones)
    {
        /// <summary>How families shaped it; null where nothing is linked.</summary>
        public string? How { get; init; }

        public string? NotShapedBecause { get; init; }

        public bool IsComplete { get; init; }
    }

    private sealed record PlannedMilestone(string Text, DateOnly DueOn)
    {
        public DateOnly? AchievedOn { get; init; }

        public string? Evidence { get; init; }

        public DateOnly? MovedTo { get; init; }

        public DateOnly? MovedOn { get; init; }

        public string? Why { get; init; }

        public string? Progress { get; init; }
    }
}
