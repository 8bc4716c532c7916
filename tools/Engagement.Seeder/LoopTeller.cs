using Engagement.Feedback;

namespace Engagement.Seeder;

/// <summary>Tells how one loop went on.</summary>
internal sealed class LoopTeller(Storyteller teller, string name, Guid loop)
{
    public Task DecideAsync(int day, DecisionOutcome outcome, string reasons, string alternatives) => teller.Feedback.RecordDecisionAsync(
        new RecordDecision(
            loop, outcome, teller.Day(day), "Cabinet Member for Education and Skills", reasons, alternatives, "None declared"),
        teller.OfficerOn(day, $"{name}:decide"),
        teller.CancellationToken);

    public Task CommitAsync(int day, string text, int dueOnDay) => teller.Feedback.MakeCommitmentAsync(
        new MakeCommitment(loop, text, "Assistant Director, SEND", teller.Day(dueOnDay)),
        teller.OfficerOn(day, $"{name}:commit"),
        teller.CancellationToken);

    public Task ActAsync(int day, string whatChanged, string proofUrl) => teller.Feedback.TakeActionAsync(
        new TakeAction(loop, whatChanged, proofUrl, teller.Day(day)), teller.OfficerOn(day, $"{name}:act"), teller.CancellationToken);

    public async Task PublishAsync(int day, string youSaid, string weDid)
    {
        await teller.Feedback.DraftEntryAsync(
            new DraftEntry(loop, youSaid, weDid), teller.OfficerOn(day, $"{name}:draft-{-day}"), teller.CancellationToken);
        await teller.Feedback.ApproveEntryAsync(
            new ApproveEntry(loop, FamilyReader.ParentForum), teller.ReaderOn(day, $"{name}:approve-{-day}"), teller.CancellationToken);
        await teller.Feedback.PublishEntryAsync(
            new PublishEntry(loop, youSaid, weDid), teller.OfficerOn(day, $"{name}:publish-{-day}"), teller.CancellationToken);
    }
}
