using Engagement.Common;
using Engagement.Consultations;
using Engagement.Feedback;
using Engagement.Surveys;

namespace Engagement.Tests.Integration;

/// <summary>What officers and families do, in their words.</summary>
internal static class Story
{
    public const string Words = "One named contact would help us most";

    public static readonly CommandContext Officer = new("participation-officer");
    public static readonly CommandContext Reader = new("pact-member");
    public static readonly CommandContext Parent = new("public");

    private static readonly CancellationToken Patient = CancellationToken.None;

    public static DateOnly Today => TimeProvider.System.LondonToday();

    /// <summary>All the work there is, for somebody who might do any of it.</summary>
    public static WorkQuery AllWork(DateOnly today) => new(new WorkAsker(AnyWork), today);

    /// <summary>What it takes to do any of it.</summary>
    public static readonly IReadOnlySet<string> AnyWork = new HashSet<string>
    {
        "views.code", "loops.decide", "entries.publish", "entries.sign-plain-language", "consultations.publish-report", "contributions.moderate",
        "safeguarding.open", "erasure.decide", "erasure.destroy-keys", "paper.check", "releases.approve", "surveys.edit", "logged-feedback.answer", "actions.run",
        "charter.verify", "charter.claim", "webhooks.manage", "messages.manage",
    };

    /// <summary>Noon of a day in London. So many times 24 hours ago may be another day there, where the clocks have changed since.</summary>
    public static DateTimeOffset NoonDaysAgo(int days) => LondonCalendar.StartOf(Today.AddDays(-days)).AddHours(12);

    /// <summary>A consultation with all that it takes to open, and its survey's questions.</summary>
    public static async Task<(Guid ConsultationId, Guid InstrumentId)> PrepareAsync(this Platform platform, CommandContext? officer = null)
    {
        var by = officer ?? Officer;
        var id = await platform.Consultations.DraftAsync(
            new DraftConsultation("SEND Strategy", "SEND Family Engagement Officer", "Cabinet Member", Today.AddDays(120), true), by, Patient);
        await platform.Consultations.PublishProposalAsync(
            new PublishProposal(id, "A strategy for three years", "Families wait too long", "Fewer moves of school"), by, Patient);
        await platform.Consultations.LinkEqualityAnalysisAsync(new LinkEqualityAnalysis(id, "https://council.example.test/equality"), by, Patient);
        await platform.Consultations.AddRenditionAsync(new AddRendition(id, RenditionKind.EasyRead, "en", "Youth reader", "https://council.example.test/easy-read"), by, Patient);

        var instrument = await platform.Surveys.DraftInstrumentAsync(new DraftInstrument("Strategy survey"), by, Patient);
        await platform.Surveys.AddStatementAsync(
            new AddStatement(instrument, "P1", "I am confident my child's school can meet their needs", null, false), by, Patient);
        await platform.Surveys.AddQuestionAsync(
            new AddQuestion(
                instrument,
                "phase",
                QuestionKind.SingleChoice,
                "Which phase is your child in?",
                null,
                true,
                [new QuestionOption("primary", "Primary"), new QuestionOption("secondary", "Secondary")])
            { Details = new QuestionDetails { Tags = [QuestionTags.Phase] } },
            by,
            Patient);
        await platform.Surveys.AddQuestionAsync(
            new AddQuestion(instrument, "change", QuestionKind.FreeText, "What would you change?", null, true, []), by, Patient);
        await platform.Surveys.PublishInstrumentVersionAsync(new PublishInstrumentVersion(instrument), by, Patient);
        return (id, instrument);
    }

    /// <summary>The same, open from today for eight weeks.</summary>
    public static async Task<(Guid ConsultationId, Guid WaveId)> OpenAsync(this Platform platform, CommandContext? officer = null)
    {
        var by = officer ?? Officer;
        var from = by.OccurredAt is { } at ? LondonCalendar.DayOf(at) : Today;
        var (consultation, instrument) = await platform.PrepareAsync(by);
        await platform.Consultations.OpenAsync(new OpenConsultation(consultation, from, from.AddDays(55), null), by, Patient);
        var wave = await platform.Surveys.OpenWaveAsync(new OpenWave(consultation, instrument), by, Patient);
        return (consultation, wave);
    }

    public static SubmitResponse Response(Guid waveId, string key, string words = Words) => new(
        waveId,
        key,
        [new GivenAnswer("P1", "agree", null), new GivenAnswer("phase", "primary", null), new GivenAnswer("change", null, words)],
        Proxy: false,
        Channel.Web);

    public static Task<IssuedReceipt> SubmitAsync(this Platform platform, Guid waveId, string key, string words = Words) =>
        platform.Surveys.SubmitAsync(Response(waveId, key, words), Parent, Patient);

    public static Guid ViewOf(IssuedReceipt receipt) => View.IdFor(receipt.ResponseId, "change");

    /// <summary>A theme with a view, decided "we will" with a promise.</summary>
    public static async Task<Guid> DecideAsync(this Platform platform, Guid consultationId, params Guid[] viewIds)
    {
        var theme = await platform.Feedback.OpenThemeAsync(
            new OpenTheme(consultationId, "Inconsistent messages", "People hear different things from each service"), Officer, Patient);
        foreach (var view in viewIds)
            await platform.Feedback.CodeViewAsync(new CodeView(view, theme), Officer, Patient);

        var loop = await platform.Feedback.OpenLoopAsync(new OpenLoop(theme), Officer, Patient);
        await platform.Feedback.RecordDecisionAsync(
            new RecordDecision(
                loop, DecisionOutcome.WeWill, Today, "Director of SEND", "Families asked for it", "A helpline, which would cost more", null),
            Officer,
            Patient);
        await platform.Feedback.MakeCommitmentAsync(
            new MakeCommitment(loop, "A named contact for each family", "Assistant director", Today.AddDays(90)), Officer, Patient);
        return loop;
    }

    /// <summary>Publishes an entry in words that a parent of the forum has read.</summary>
    public static async Task PublishAsync(this Platform platform, Guid loopId, string weDid = "We will give you one contact")
    {
        const string YouSaid = "You hear different things from each service";
        await platform.ApproveAsync(new DraftEntry(loopId, YouSaid, weDid));
        await platform.Feedback.PublishEntryAsync(new PublishEntry(loopId, YouSaid, weDid), Officer, Patient);
    }

    public static async Task ApproveAsync(this Platform platform, DraftEntry draft)
    {
        await platform.Feedback.DraftEntryAsync(draft, Officer, Patient);
        await platform.Feedback.ApproveEntryAsync(new ApproveEntry(draft.LoopId, FamilyReader.ParentForum), Reader, Patient);
    }

    public static Task ActAsync(this Platform platform, Guid loopId) =>
        platform.Feedback.TakeActionAsync(
            new TakeAction(loopId, "Each family has a named contact", "https://council.example.test/contacts", Today), Officer, Patient);
}
