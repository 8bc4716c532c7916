using Engagement.Consultations;
using Engagement.Feedback;

namespace Engagement.Seeder;

/// <summary>Tells how one loop went on.</summary>
internal sealed class LoopTeller(Storyteller teller, string name, Guid loop)
{
    public Task DecideAsync(int day, DecisionOutcome outcome, string reasons, string alternatives) =>
        DecideAsync(teller.Day(day), outcome, "Cabinet Member for Education and Skills", reasons, alternatives);

    /// <param name="day">When it is made, and recorded.</param>
    /// <param name="outcome">What is decided.</param>
    /// <param name="maker">Who decides.</param>
    /// <param name="reasons">Why.</param>
    /// <param name="alternatives">What else was thought of.</param>
    /// <param name="reportRead">The version of the report that they read; null where there is none.</param>
    public Task DecideAsync(DateOnly day, DecisionOutcome outcome, string maker, string reasons, string alternatives, int? reportRead = null) =>
        teller.Feedback.RecordDecisionAsync(
            new RecordDecision(loop, outcome, day, maker, reasons, alternatives, "None declared", reportRead),
            Storyteller.OfficerOn(day, $"{name}:decide"),
            teller.CancellationToken);

    public Task CommitAsync(int day, string text, int dueOnDay) =>
        CommitAsync(teller.Day(day), text, "Assistant Director, SEND", teller.Day(dueOnDay));

    public Task CommitAsync(DateOnly day, string text, string owner, DateOnly due) => teller.Feedback.MakeCommitmentAsync(
        new MakeCommitment(loop, text, owner, due), Storyteller.OfficerOn(day, $"{name}:commit"), teller.CancellationToken);

    public Task ActAsync(int day, string whatChanged, string proofUrl) => ActAsync(teller.Day(day), whatChanged, proofUrl);

    public Task ActAsync(DateOnly day, string whatChanged, string proofUrl) => teller.Feedback.TakeActionAsync(
        new TakeAction(loop, whatChanged, proofUrl, day), Storyteller.OfficerOn(day, $"{name}:act"), teller.CancellationToken);

    public Task PublishAsync(int day, string youSaid, string weDid, string easyYouSaid, string easyWeDid) =>
        PublishAsync(teller.Day(day), $"{-day}", youSaid, weDid, easyYouSaid, easyWeDid);

    /// <summary>An officer writes it, a parent of the forum agrees to the words, and it is published.</summary>
    /// <param name="day">The day of all three.</param>
    /// <param name="edition">Names this edition among those of the loop.</param>
    /// <param name="youSaid">What people said.</param>
    /// <param name="weDid">What is done about it.</param>
    /// <param name="easyYouSaid">The first in Easy Read.</param>
    /// <param name="easyWeDid">The second in Easy Read.</param>
    public async Task PublishAsync(DateOnly day, string edition, string youSaid, string weDid, string easyYouSaid, string easyWeDid)
    {
        await teller.Feedback.DraftEntryAsync(
            new DraftEntry(loop, youSaid, weDid, [new EntryRendition(RenditionKind.EasyRead, "en", easyYouSaid, easyWeDid)]),
            Storyteller.OfficerOn(day, $"{name}:draft-{edition}"),
            teller.CancellationToken);
        await teller.Feedback.ApproveEntryAsync(
            new ApproveEntry(loop, FamilyReader.ParentForum), Storyteller.ReaderOn(day, $"{name}:approve-{edition}"), teller.CancellationToken);
        await teller.Feedback.PublishEntryAsync(
            new PublishEntry(loop, youSaid, weDid), Storyteller.OfficerOn(day, $"{name}:publish-{edition}"), teller.CancellationToken);
    }

    public Task TellAsync(DateOnly day) => teller.Feedback.RecordTellingAsync(
        new RecordTelling(loop, "Letters, schools' newsletters and the parents' forum", 40),
        Storyteller.OfficerOn(day, $"{name}:tell"),
        teller.CancellationToken);

    /// <summary>The parents' forum and a youth group both say that it answers them.</summary>
    public async Task ConfirmAsync(DateOnly day)
    {
        foreach (var group in Enum.GetValues<FamilyReader>())
        {
            await teller.Feedback.GiveGroupConfirmationAsync(
                new GiveGroupConfirmation(loop, group, ConfirmationAnswer.Yes), Storyteller.ReaderOn(day, $"{name}:confirm-{group}"), teller.CancellationToken);
        }
    }

    public Task ReopenAsync(DateOnly day, string reason) => teller.Feedback.ReopenDecisionAsync(
        new ReopenDecision(loop, reason), Storyteller.OfficerOn(day, $"{name}:reopen"), teller.CancellationToken);
}
