using Engagement.Common;
using Engagement.Feedback;

namespace Engagement.EvidencePacks.Parts;

/// <summary>What became of what families said: the loops, and for the whole partnership how long they take.</summary>
internal static class LoopPart
{
    public static PackSection Of(PackFacts known)
    {
        var loops = Loops(known);
        return Of(known, loops) with { InShort = loops.Rows.Count == 0 ? loops.Empty : InShort(known, loops) };
    }

    private static PackSection Of(PackFacts known, PackTable loops) => new(
        "loops",
        "You said, we did",
        [
            "A loop goes from a theme in what families said to a published decision, to telling them, and to asking whether it answers them. It is closed when it is published, families have been told, and what was promised is done; a “we cannot” with its reasons closes too. A reopened loop is not closed. It is due on the promised day, else after 84 days.",
            "A loop is confirmed when at least 10 people have answered and at least 60% of them say yes; where fewer have answered, when Kent PACT and a group of young people both say yes. Silence is not yes. How many people answered is not in this pack.",
            known.Activity is null
                ? "Days from a view to a published decision are the median by Kaplan and Meier: views that still wait count with the days they have waited, because leaving them out would reward ignoring them."
                : "Of the loops, those that a claim of this pack rests on.",
        ],
        known.Activity is null ? [Figures(known), loops] : [loops]);

    private static string InShort(PackFacts known, PackTable loops)
    {
        int Say(EntryState state) => loops.Count("answer", PackValue.Words(state));
        var due = known.Activity is null ? $"Of {known.LoopFigures.Closure.Due} that were due by that day, {known.LoopFigures.Closure.Closed} closed. " : "";
        return $"Of {PackValue.Count(loops.Rows.Count, "loop", "loops")}, the published answer is “we did” in {Say(EntryState.WeDid)}, “we will” in {Say(EntryState.WeWill)}, “we cannot” in {Say(EntryState.WeCannot)}; "
            + $"{loops.Rows.Count - loops.Count("answer")} without a published answer that stands. {due}Confirmed by those who raised it: {loops.Count("isConfirmed", true)}.";
    }

    private static PackTable Figures(PackFacts known)
    {
        var (loops, time) = (known.LoopFigures, known.TimeToDecision);
        return new PackTable(
            "loop-figures",
            "How loops stood",
            [new("figure", "Figure"), new("value", "Value")],
            [
                ["Loops", loops.Loops],
                ["With a decision that stands", loops.Decided],
                ["Published", loops.Published],
                ["Closed", loops.Closed],
                ["With a decision that is looked at again", loops.Reopened],
                ["Due by that day", loops.Closure.Due],
                ["Closed of those that were due", loops.Closure.Closed],
                ["Closed of those that were due, in percent", loops.Closure.Share is { } share ? Math.Round(100m * (decimal)share, 1, MidpointRounding.AwayFromZero) : "not applicable"],
                ["Confirmed", loops.Confirmation.ConfirmedLoops],
                ["Days from a view to a published decision, median", (object?)time.MedianDays ?? "fewer than half are answered"],
                ["Days that the oldest view without an answer has waited", (object?)time.OldestOpenDays ?? "none waits"],
            ]);
    }

    private static PackTable Loops(PackFacts known)
    {
        var evidence = known.Evidence;
        return new PackTable(
            "loops",
            "Loops",
            [
                new("loopId"), new("theme", "Theme"), new("consultationId"), new("openedOn", "Opened"), new("dueOn", "Due"), new("isDecided", "Decided"), new("answer", "Published answer"), new("publishedOn", "First published"),
                new("daysToPublish", "Days to that"), new("isClosed", "Closed"), new("isReopened", "Reopened"), new("isConfirmed", "Confirmed"),
            ],
            [
                .. from history in known.LoopHistories.Values
                   let last = history.Standings[^1]
                   let theme = known.Themes.GetValueOrDefault(history.ThemeId)
                   where last.PublishedOn is not null || theme?.MergedInto is null
                   where known.Activity is null || evidence.Contains(history.Id)
                   let opened = LondonCalendar.DayOf(history.Standings[0].RecordedAt)
                   let begun = theme is null ? opened : LondonCalendar.DayOf(theme.OpenedAt)
                   orderby begun, history.Id
                   select (IReadOnlyList<object?>)
                   [
                       history.Id, theme?.Title, history.ConsultationId, begun, last.DueOn, last.IsDecided, known.Loops[history.Id].Published is { } answer ? PackValue.Words(answer) : null, last.PublishedOn,
                       last.PublishedOn is { } published ? Math.Max(0, published.DayNumber - begun.DayNumber) : null, last.IsClosed, last.IsReopened, IsConfirmed(known.Loops[history.Id]),
                   ],
            ])
        {
            Note = "Days are from the opening of the theme.",
            Empty = "There was no loop.",
        };
    }

    private static bool IsConfirmed(Loop loop)
    {
        int Count(ConfirmationAnswer answer) => loop.Confirmations.Values.Count(given => given == answer);
        ConfirmationAnswer? By(FamilyReader reader) => loop.GroupConfirmations.TryGetValue(reader, out var given) ? given : null;
        return new LoopConfirmation(
            Count(ConfirmationAnswer.Yes), Count(ConfirmationAnswer.Partly), Count(ConfirmationAnswer.No), By(FamilyReader.ParentForum), By(FamilyReader.YoungPeople)).IsConfirmed;
    }
}
