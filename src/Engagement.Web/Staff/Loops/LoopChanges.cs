using Engagement.Web.YouSaidWeDid;

namespace Engagement.Web.Staff.Loops;

/// <summary>What has happened in a loop since somebody opened a form, in words. All of it from the beginning is in its history.</summary>
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

    // A draft takes the place of the one before with all its versions, so whoever saves another has to know of them.
    private static string Versions(LoopWords draft) => draft.Renditions.Count == 0
        ? ""
        : $" There are other versions of them: {string.Join(", ", draft.Renditions.Select(r => $"{r.Kind.Words()} ({r.Language})"))}. Saving your words takes their place.";
}
