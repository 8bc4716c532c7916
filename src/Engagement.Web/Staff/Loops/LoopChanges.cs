using Engagement.Web.YouSaidWeDid;

namespace Engagement.Web.Staff.Loops;

/// <summary>What has happened in a loop, in words: since somebody opened a form, and from its beginning.</summary>
internal static class LoopChanges
{
    /// <summary>What is so now and was not before, for somebody whose step was refused because of it.</summary>
    public static IReadOnlyList<string> Between(LoopDetails before, LoopDetails now) =>
    [
        .. now.Reopened.Skip(before.Reopened.Count).Select(again => $"The decision is looked at again: {again.Reason}"),
        .. now.Decision is { } decision && now.Conditions.IsDecided && decision != before.Decision
            ? new[] { $"The decision was recorded: {decision.Outcome.Words()}. {decision.Reasons}" }
            : [],
        .. now.Commitments.Skip(before.Commitments.Count).Select(made => $"A promise was made: {made.Text} {made.OwnerRole}, by {Dates.Text(made.DueOn)}."),
        .. now.Commitments.Zip(before.Commitments).Where(pair => pair.First.DueOn != pair.Second.DueOn)
            .Select(pair => $"Promise {pair.First.Number} was moved from {Dates.Text(pair.Second.DueOn)} to {Dates.Text(pair.First.DueOn)}."),
        .. now.Action is { } action && action != before.Action ? new[] { $"What changed was recorded: {action.WhatChanged}" } : [],
        .. now.Draft is { } draft && (before.Draft?.YouSaid != draft.YouSaid || before.Draft.WeDid != draft.WeDid)
            ? new[] { $"New words were drafted: {draft.WeDid}{Versions(draft)}" }
            : [],
        .. now.DraftApprovedBy is { } reader && before.DraftApprovedBy is null ? new[] { $"The drafted words were found plain by {reader.Words()}." } : [],
        .. now.Entry is { } entry && entry.UpdatedAt != before.Entry?.UpdatedAt ? new[] { $"It was published as “{entry.State.Words()}”: {now.Words?.WeDid}" } : [],
        .. now.Told is { } told && told != before.Told ? new[] { $"{LoopWording.Count(told.Count, "person was", "people were")} told: {told.Route}." } : [],
        .. now.IsClosed && !before.IsClosed ? new[] { "The loop was closed." } : [],
        .. now.Confirmation != before.Confirmation ? new[] { "Families or their groups said whether it answers them." } : [],
    ];

    /// <summary>What happened and when, oldest first, as far as a moment is kept of it.</summary>
    public static IReadOnlyList<LoopMoment> Of(LoopDetails loop) => [.. All(loop).OrderBy(moment => moment.At)];

    private static IEnumerable<LoopMoment> All(LoopDetails loop)
    {
        yield return new(loop.OpenedAt, "The loop was opened", $"{LoopWording.Count(loop.Theme.ViewCount, "view makes", "views make")} the point today.");
        if (loop.Theme is { Disposition: { } disposition, DisposedAt: { } disposedAt })
            yield return new(disposedAt, $"The theme was answered: {disposition.Disposition.Words()}", disposition.Reason);
        foreach (var again in loop.Reopened)
        {
            yield return Decided(again.Decision);
            yield return new(again.ReopenedAt, "The decision was opened again", $"{again.Reason}\n{Answers(again.Confirmation)}");
        }

        if (loop.Decision is { } decision && loop.Reopened.All(again => again.Decision.RecordedAt != decision.RecordedAt))
            yield return Decided(decision);
        if (loop.Action is { } action)
            yield return new(action.RecordedAt, "What changed was recorded", action.WhatChanged);
        if (loop.Entry is { } entry)
        {
            yield return new(entry.PublishedAt, "First published", null);
            if (entry.UpdatedAt != entry.PublishedAt)
                yield return new(entry.UpdatedAt, $"Last published or corrected, as “{entry.State.Words()}”", null);
        }

        if (loop.Told is { } told)
            yield return new(told.At, $"{LoopWording.Count(told.Count, "person was", "people were")} told", told.Route);
        if (loop.ConfirmationAskedAt is { } asked)
            yield return new(asked, "They were asked whether it answers them", Answers(loop.Confirmation));
        if (loop.ClosedAt is { } closed)
            yield return new(closed, "The loop was closed", null);
        if (loop.ConfirmedAt is { } confirmed)
            yield return new(confirmed, "Families confirmed the answer", null);
        foreach (var escalation in loop.Escalations)
            yield return new(escalation.At, $"Overdue, so it was taken to {escalation.To}", null);
    }

    // A draft takes the place of the one before with all its versions, so whoever saves another has to know of them.
    private static string Versions(LoopWords draft) => draft.Renditions.Count == 0
        ? ""
        : $" There are other versions of them: {string.Join(", ", draft.Renditions.Select(r => $"{r.Kind.Words()} ({r.Language})"))}. Saving your words takes their place.";

    private static LoopMoment Decided(LoopDecision decision) =>
        new(decision.RecordedAt, $"Decision recorded: {decision.Outcome.Words()}", $"{decision.Maker} decided on {Dates.Text(decision.DecidedOn)}. {decision.Reasons}");

    private static string Answers(LoopConfirmation said) => said.Answers == 0
        ? "Nobody has said whether it answers them."
        : $"{said.Yes:N0} said yes, {said.Partly:N0} in part, {said.No:N0} no.";
}

public sealed record LoopMoment(DateTimeOffset At, string Title, string? Text);
