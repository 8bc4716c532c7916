using Engagement.Common;
using Engagement.Feedback;
using Engagement.Participants;
using Engagement.Privacy;
using Engagement.Releases;
using Engagement.Surveys;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Seeder;

/// <summary>
/// What came of the records of people who had answered the strategy consultation, once its figures were frozen: one took their answers back, one was
/// erased whose words were the only quote, and one asks for erasure while a hold is on their record.
/// </summary>
internal sealed class StrategyRecords(Storyteller teller, Func<int, Task<(PlannedResponse Response, IssuedReceipt Receipt)>> receiptOf)
{
    /// <summary>The online response that was withdrawn when the figures were frozen.</summary>
    public const int TakenBack = 44;

    /// <summary>The online response of somebody who was erased, and whose words were quoted.</summary>
    public const int Erased = 57;

    /// <summary>The online response whose record is on hold.</summary>
    public const int Held = 63;

    private static readonly DateOnly Frozen = new(2025, 1, 14);
    private static readonly DateOnly Quoted = new(2025, 1, 20);
    private static readonly DateOnly Asked = new(2025, 2, 3);

    private readonly PrivacyCommands _privacy = teller.Services.GetRequiredService<PrivacyCommands>();

    public static ReleaseSubject Subject => ReleaseSubject.OfConsultation(Storyteller.IdOf("consultation", StrategyStory.Name));

    public async Task TellAsync()
    {
        await FreezeAsync();

        var (_, back) = await receiptOf(TakenBack);
        await teller.Responses.WithdrawAsync(
            new WithdrawResponse(back.Reference, back.Secret), Named(Asked, "take-back", "public"), teller.CancellationToken);
        await EraseAsync();
        await HoldAsync();
    }

    private async Task FreezeAsync()
    {
        var releases = teller.Services.GetRequiredService<ReleaseCommands>();
        var reads = teller.Services.GetRequiredService<ReleaseReads>();
        var earlier = await reads.OfAsync(Subject, teller.CancellationToken);
        var release = earlier is [.., var last]
            ? last.Id
            : await releases.DraftAsync(
                new DraftRelease("Who answered the consultation on the SEND Strategy", Subject), Staff(Frozen, "analyst", "draft-figures"), teller.CancellationToken);
        await releases.ApproveAsync(new ApproveRelease(release), Staff(Frozen, "decision-maker", "approve-figures"), teller.CancellationToken);
        await releases.PublishAsync(new PublishRelease(release), Staff(Frozen, "decision-maker", "publish-figures"), teller.CancellationToken);
    }

    private async Task EraseAsync()
    {
        var (response, receipt) = await receiptOf(Erased);
        if (await teller.Services.GetRequiredService<SubjectKeys>().IsDestroyedAsync(await SubjectOfAsync(response), teller.CancellationToken))
            return;

        // An officer has asked them on the telephone.
        var (view, theme, words) = await WordsOfAsync(response);
        await teller.Coding.QuoteViewAsync(
            new QuoteView(view, theme, words), mayQuote: true, Staff(Quoted, "participation-officer", "quote"), teller.CancellationToken);
        await _privacy.RequestErasureByReceiptAsync(receipt.Reference, receipt.Secret, Named(Asked, "ask-for-erasure", "public"), teller.CancellationToken);
        var subject = await SubjectOfAsync(response);
        await _privacy.DecideErasureAsync(
            new DecideErasure(subject, ErasureOutcome.Granted, ErasureGround.Objection),
            Staff(Asked.AddDays(8), "privacy-officer", "grant-erasure"),
            teller.CancellationToken);
        await _privacy.DestroyKeyAsync(new DestroySubjectKey(subject), Staff(Asked.AddDays(9), "administrator", "destroy-key"), teller.CancellationToken);
    }

    private async Task HoldAsync()
    {
        var (response, receipt) = await receiptOf(Held);
        await _privacy.SetHoldAsync(
            new SetSafeguardingHold(await SubjectOfAsync(response), Asked.AddMonths(6), "What was said may be needed in a case that is open"),
            Staff(Asked, "safeguarding-lead", "hold"),
            teller.CancellationToken);
        await _privacy.RequestErasureByReceiptAsync(
            receipt.Reference, receipt.Secret, Named(Asked.AddDays(2), "ask-in-spite-of-hold", "public"), teller.CancellationToken);
    }

    private async Task<(Guid View, Guid Theme, string Words)> WordsOfAsync(PlannedResponse response)
    {
        var reads = teller.Services.GetRequiredService<FeedbackReads>();
        foreach (var written in response.Form.Views)
        {
            var id = View.IdFor(StrategyStory.ResponseIdOf(response), written.QuestionKey);
            var view = await reads.FindViewStateAsync(id, teller.CancellationToken);
            if (view is { Codes: [var code, ..] })
                return (id, code.ThemeId, CleanText.Of(written.Written.Text));
        }

        throw new InvalidOperationException($"The response {response.Name} has no view that carries a theme, so nothing of it can be quoted.");
    }

    private Task<Guid> SubjectOfAsync(PlannedResponse response) =>
        teller.Services.GetRequiredService<ReceiptReads>().SubjectOfAsync(StrategyStory.ResponseIdOf(response), teller.CancellationToken);

    /// <summary>One person for each role: those who check are not those who did.</summary>
    private static CommandContext Staff(DateOnly day, string role, string name) =>
        Named(day, name, role) with { ActorId = Storyteller.IdOf("person", $"{StrategyStory.Name}:{role}") };

    private static CommandContext Named(DateOnly day, string name, string role) =>
        Storyteller.OfficerOn(day, $"{StrategyStory.Name}:{name}") with { ActorRole = role };
}
