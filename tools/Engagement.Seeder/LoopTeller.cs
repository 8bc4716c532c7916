using Engagement.Feedback;

namespace Engagement.Seeder;

/// <summary>Tells how one loop went on.</summary>
internal sealed class LoopTeller(Storyteller teller, string name, Guid loop)
{
    public Task DecideAsync(int day, DecisionOutcome outcome, string reasons, string alternatives) =>
        DecideAsync(teller.Day(day), outcome, "Cabinet Member for Education and Skills", reasons, alternatives);

    public Task DecideAsync(DateOnly day, DecisionOutcome outcome, string maker, string reasons, string alternatives) =>
        teller.Feedback.RecordDecisionAsync(
            new RecordDecision(loop, outcome, day, maker, reasons, alternatives, "None declared"),
            Storyteller.OfficerOn(day, $"{name}:decide"),
            teller.CancellationToken);

    public Task CommitAsync(int day, string text, int dueOnDay) =>
        CommitAsync(teller.Day(day), text, "Assistant Director, SEND", teller.Day(dueOnDay));

    public Task CommitAsync(DateOnly day, string text, string owner, DateOnly due) => teller.Feedback.MakeCommitmentAsync(
        new MakeCommitment(loop, text, owner, due), Storyteller.OfficerOn(day, $"{name}:commit"), teller.CancellationToken);

    public Task ActAsync(int day, string whatChanged, string proofUrl) => ActAsync(teller.Day(day), whatChanged, proofUrl);

    public Task ActAsync(DateOnly day, string whatChanged, string proofUrl) => teller.Feedback.TakeActionAsync(
        new TakeAction(loop, whatChanged, proofUrl, day), Storyteller.OfficerOn(day, $"{name}:act"), teller.CancellationToken);

    public Task PublishAsync(int day, string youSaid, string weDid) => teller.Feedback.PublishEntryAsync(
        new PublishEntry(loop, youSaid, weDid), teller.OfficerOn(day, $"{name}:publish-{-day}"), teller.CancellationToken);

    public Task PublishAsync(DateOnly day, string youSaid, string weDid, bool again = false) => teller.Feedback.PublishEntryAsync(
        new PublishEntry(loop, youSaid, weDid), Storyteller.OfficerOn(day, $"{name}:publish{(again ? "-again" : "")}"), teller.CancellationToken);
}
