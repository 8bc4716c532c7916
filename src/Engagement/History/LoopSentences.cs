using Engagement.Feedback;
using static Engagement.History.Sentences;

namespace Engagement.History;

internal static class LoopSentences
{
    public static void AddTo(Sentences sentences) => sentences
        .Tell<LoopOpened>("The loop was opened: somebody is to answer the theme")
        .Tell<DecisionRecorded>(e => new Told($"{e.Maker} decided: {Words(e.Outcome)}", e.Reasons).Setting("Decided on", e.DecidedOn))
        .Tell<DecisionReopened>(e => new Told("The decision was opened again; what had been confirmed no longer counts", e.Reason))
        .Tell<DecisionReplaced>(e => new Told($"{e.Maker} decided again: {Words(e.Outcome)}", e.Reasons).Setting("Decided on", e.DecidedOn))
        .Tell<CommitmentMade>(e => new Told($"Promise {e.Number} was made, looked after by {e.OwnerRole}: {e.Text}").Setting(Due(e.Number), e.DueOn))
        .Tell<CommitmentRescheduled>(e => new Told($"Promise {e.Number} was given another date", e.Reason).Setting(Due(e.Number), e.DueOn))
        .Tell<ActionTaken>(e => new Told(
            $"Something was done: {e.WhatChanged}{(e.Delivers.Count == 0 ? "" : $". It keeps {(e.Delivers.Count == 1 ? "promise" : "promises")} {string.Join(", ", e.Delivers)}")}")
            .Setting("Done on", e.TakenOn))
        .Tell<EntryDrafted>("Words for \"you said, we did\" were drafted, for a family reader to read first")
        .Tell<EntryApproved>(e => new Told($"A family reader found the words plain ({Words(e.Reader)})"))
        .Tell<EntryPublished>(e => new Told($"\"You said, we did\" was published: {Words(e.State)}"))
        .Tell<EntryCorrected>(e => new Told("The published words were put right", e.Reason))
        .Tell<EntryCountFrozen>(e => new Told(e.Views is { } views
            ? $"The number of views that is shown was fixed: {views}"
            : "The number of views is too small to be shown"))
        .Tell<ContributorsTold>(e => new Told($"{Count(e.Count, "response was", "responses were")} told what became of what they said: {e.Route}"))
        .Tell<ConfirmationAsked>(e => new Told($"Whether this answers them was asked of {Count(e.Count, "response", "responses")}"))
        .Tell<ConfirmationGiven>("Somebody who was told said whether this answers them")
        .Tell<GroupConfirmationGiven>(e => new Told($"A group said whether this answers its people ({Words(e.Group)}): {Words(e.Answer)}"))
        .Tell<ConfirmersTold>(e => new Told($"{Count(e.Count, "response that had confirmed it was", "responses that had confirmed it were")} told that it is looked at again: {e.Route}"))
        .Tell<LoopClosed>(e => new Told($"The loop closed, with this as the answer: {Words(e.State)}"))
        .Tell<LoopEscalated>(e => new Told($"It was overdue, and was taken to {e.To} (step {e.Step})").Setting("Overdue since", e.OverdueSince));

    private static string Due(int promise) => $"Promise {promise} due on";
}
