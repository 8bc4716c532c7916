using Engagement.Common;
using Engagement.FeedbackPoints;
using Engagement.Releases;
using Engagement.SurveyResults;
using Engagement.Surveys;
using Engagement.Tests.Integration;
using FsCheck.Fluent;

namespace Engagement.Tests.Releases;

public sealed class FiguresThatAreReleased : PlatformTest
{
    private static readonly CommandContext Analyst = new("analyst", ActorId: ReleaseStory.Drafter);
    private static readonly CommandContext Colleague = new("analyst", ActorId: ReleaseStory.Colleague);

    private ReleaseCommands Releases => Platform.Get<ReleaseCommands>();

    private ReleaseReads Reads => Platform.Get<ReleaseReads>();

    [Fact]
    public async Task What_is_published_is_frozen_and_can_be_made_again_to_the_byte()
    {
        var (_, wave) = await Platform.OpenAsync();
        await SubmitAsync(wave, ("agree", 12), ("neither", 3), ("disagree", 25));

        var id = await PublishAsync(ReleaseSubject.OfWave(wave, new CrossedQuestion("P1", "Channel")));

        var release = (await Reads.FindAsync(id, default)).ShouldNotBeNull();
        release.Figures.ShouldNotBeNull().ShouldContain("\"rows\":[\"strongly-agree\",\"agree\",\"neither\",\"disagree\",");
        release.Figures.ShouldContain("\"counts\":[0,null,null,25,0,");
        release.Figures.ShouldContain("\"percentages\":[0,null,null,63,0,");
        FrozenFigures.HashOf(release.Figures).ShouldBe(release.Hash);
        await SubmitAsync(wave, ("agree", 30));
        await RestartAsync(runsInBackground: true);
        (await Reads.VerifyAsync(id, default)).ShouldBe(new ReleaseVerification(id, IsUntouched: true, IsReproduced: true));
    }

    [Fact]
    public async Task Somebody_who_changes_what_is_kept_or_what_was_recorded_is_found_out()
    {
        var (_, wave) = await Platform.OpenAsync();
        await SubmitAsync(wave, ("agree", 20), ("disagree", 25));
        var id = await PublishAsync(ReleaseSubject.OfWave(wave));

        await Platform.ScalarAsync<long>(
            "with changed as (update mt_events set data = jsonb_set(data, '{Content,Proxy}', 'true') where seq_id = (select max(seq_id) from mt_events where type = 'response_submitted_v2') returning 1) select count(*) from changed");
        (await Reads.VerifyAsync(id, default)).ShouldBe(new ReleaseVerification(id, IsUntouched: true, IsReproduced: false));

        await Platform.ScalarAsync<long>(
            "with changed as (update mt_doc_releasepage set data = jsonb_set(data, '{Figures}', '\"{}\"') returning 1) select count(*) from changed");
        (await Reads.VerifyAsync(id, default)).IsUntouched.ShouldBeFalse();
    }

    [Fact]
    public async Task A_revision_has_a_reason_and_leaves_the_earlier_readable()
    {
        var (_, wave) = await Platform.OpenAsync();
        await SubmitAsync(wave, ("agree", 20), ("disagree", 25));
        var subject = ReleaseSubject.OfWave(wave);
        var first = await PublishAsync(subject);
        var published = (await Reads.FindAsync(first, default)).ShouldNotBeNull().Figures;
        await SubmitAsync(wave, ("agree", 15));

        (await Should.ThrowAsync<RuleRefusedException>(() => PublishAsync(subject))).Code.ShouldBe("REASON_MISSING");
        var second = await PublishAsync(subject, "Forms on paper came late");

        var earlier = (await Reads.FindAsync(first, default)).ShouldNotBeNull();
        (earlier.State, earlier.RevisedBy, earlier.RevisionReason, earlier.Figures).ShouldBe(
            (ReleaseState.Revised, (Guid?)second, "Forms on paper came late", published));
        (await Reads.ListPublishedAsync(null, 10, default)).Items.Select(r => r.Id).ShouldBe([second, first]);
        (await Reads.VerifyAsync(first, default)).IsReproduced.ShouldBeTrue();
        (await Reads.VerifyAsync(second, default)).IsReproduced.ShouldBeTrue();
    }

    [Fact]
    public async Task Figures_that_differ_by_a_few_people_are_not_released_and_the_earlier_stand()
    {
        var (_, wave) = await Platform.OpenAsync();
        await SubmitAsync(wave, ("agree", 20), ("disagree", 25));
        var subject = ReleaseSubject.OfWave(wave);
        var first = await PublishAsync(subject);
        await SubmitAsync(wave, ("agree", 2));

        var second = await DraftAsync(subject, "Two came late");

        var refused = (await Reads.FindAsync(second, default)).ShouldNotBeNull();
        (refused.State, refused.Failure, refused.WhyFailed?.Message).ShouldBe(
            (ReleaseState.Failed, DisclosureFailure.ShowsDifference, "This table cannot be shown because it could identify someone. The earlier figures stand"));
        await Should.ThrowAsync<RuleRefusedException>(() => Releases.ApproveAsync(new ApproveRelease(second), Colleague, default));
        (await Reads.FindAsync(first, default)).ShouldNotBeNull().State.ShouldBe(ReleaseState.Published);
    }

    [Fact]
    public async Task What_was_drafted_twice_is_published_once()
    {
        var (_, wave) = await Platform.OpenAsync();
        await SubmitAsync(wave, ("agree", 20), ("disagree", 25));
        var first = await DraftAsync(ReleaseSubject.OfWave(wave));
        await Releases.ApproveAsync(new ApproveRelease(first), Colleague, default);
        await SubmitAsync(wave, ("agree", 1));
        var second = await DraftAsync(ReleaseSubject.OfWave(wave));

        (await Should.ThrowAsync<RuleRefusedException>(() => Releases.PublishAsync(new PublishRelease(first), Colleague, default))).Code.ShouldBe("RELEASE_REPLACED");
        await Releases.ApproveAsync(new ApproveRelease(second), Colleague, default);
        await Releases.PublishAsync(new PublishRelease(second), Colleague, default);
        (await Reads.ListPublishedAsync(null, 10, default)).Items.Single().Id.ShouldBe(second);
    }

    [Fact]
    public async Task Who_takes_answers_back_after_the_freeze_stays_in_the_totals_and_before_it_does_not()
    {
        var (_, wave) = await Platform.OpenAsync();
        var receipts = await SubmitAsync(wave, ("agree", 20), ("disagree", 25));
        (await WithdrawAsync(receipts[0])).ShouldBeFalse();
        await PublishAsync(ReleaseSubject.OfWave(wave));
        var later = await SubmitAsync(wave, ("agree", 1));

        (await WithdrawAsync(receipts[1])).ShouldBeTrue();
        (await WithdrawAsync(later[0])).ShouldBeFalse("it is in no totals that were published");
    }

    [Fact]
    public async Task Totals_of_a_consultation_keep_a_response_too()
    {
        var (consultation, wave) = await Platform.OpenAsync();
        var receipts = await SubmitAsync(wave, ("agree", 20));
        var id = await PublishAsync(ReleaseSubject.OfConsultation(consultation));

        (await WithdrawAsync(receipts[0])).ShouldBeTrue();
        (await Reads.VerifyAsync(id, default)).IsReproduced.ShouldBeTrue();
    }

    [Fact]
    public async Task Nobody_is_published_who_took_their_answers_back_while_the_figures_were_approved()
    {
        var (_, wave) = await Platform.OpenAsync();
        var receipts = await SubmitAsync(wave, ("agree", 20), ("disagree", 25));
        var id = await DraftAsync(ReleaseSubject.OfWave(wave));
        await Releases.ApproveAsync(new ApproveRelease(id), Colleague, default);
        (await WithdrawAsync(receipts[0])).ShouldBeFalse();

        (await Should.ThrowAsync<RuleRefusedException>(() => Releases.PublishAsync(new PublishRelease(id), Colleague, default))).Code.ShouldBe("ANSWERS_TAKEN_BACK");
    }

    [Fact]
    public async Task A_collated_month_is_released_as_it_was_collated()
    {
        var june = new DateOnly(2019, 6, 1);
        var then = Story.Officer with { OccurredAt = new DateTimeOffset(2019, 7, 3, 9, 0, 0, TimeSpan.Zero) };
        for (var i = 0; i < 32; i++)
        {
            await Platform.FeedbackPoints.RecordPointReachedAsync(new RecordPointReached($"A {i}", 5, june), then, default);
            if (i < 20)
                await Platform.FeedbackPoints.GiveSatisfactionAsync(new GiveSatisfaction($"A {i}", 5, Satisfaction.FullySatisfied), then, default);
        }

        (await Should.ThrowAsync<RuleRefusedException>(() => DraftAsync(ReleaseSubject.OfFeedbackPoints(june)))).Code.ShouldBe("FIGURES_NOT_THERE");
        await Platform.FeedbackPoints.CollateMonthAsync(new CollateMonth(june), then, default);
        var id = await PublishAsync(ReleaseSubject.OfFeedbackPoints(june));
        await Platform.FeedbackPoints.GiveSatisfactionAsync(new GiveSatisfaction("A 30", 5, Satisfaction.Neither), then, default);
        await Platform.FeedbackPoints.CorrectCollationAsync(new CorrectCollation(june, "A family answered late"), then, default);

        (await Reads.FindAsync(id, default)).ShouldNotBeNull().Figures.ShouldNotBeNull().ShouldContain("\"counts\":[20,0,0,0,0,0,10],");
        (await Reads.VerifyAsync(id, default)).IsReproduced.ShouldBeTrue();
        (await Reads.FindAsync(await DraftAsync(ReleaseSubject.OfFeedbackPoints(june), "A family answered late"), default)).ShouldNotBeNull()
            .Failure.ShouldBe(DisclosureFailure.ShowsDifference);
    }

    [Fact]
    public async Task As_at_any_moment_results_are_what_the_live_table_showed_then()
    {
        var (_, wave) = await Platform.OpenAsync();
        var acts = Gen.Choose(0, 5).ArrayOf(30).Sample(1, 1)[0];
        var options = new[] { "agree", "neither", "disagree" };
        var standing = new List<IssuedReceipt>();
        var moments = new List<(LogMoment Moment, string Live)>();
        for (var i = 0; i < acts.Length; i++)
        {
            var form = Form(options[i % options.Length]);
            var someone = standing.FirstOrDefault();
            switch (acts[i])
            {
                case 3 when someone is not null:
                    await Platform.Responses.AmendAsync(new AmendResponse(someone.Reference, someone.Secret, form), Story.Parent, default);
                    break;
                case 4 when someone is not null:
                    await WithdrawAsync(someone);
                    standing.Remove(someone);
                    break;
                case 5 when someone is not null:
                    await Platform.Responses.VoidAsync(new VoidResponse(someone.ResponseId, VoidReason.Test), Story.Officer, default);
                    standing.Remove(someone);
                    break;
                default:
                    standing.Add(await SubmitAsync(wave, form, proxy: acts[i] == 1));
                    break;
            }

            await Platform.CatchUpAsync();
            moments.Add((await MomentAsync(), Text(await Platform.Results.ExactAsync(wave, default))));
        }

        foreach (var (moment, live) in moments)
            Text(await Platform.Results.ExactAsAtAsync(wave, null, moment, default)).ShouldBe(live, string.Join(' ', acts));

        var channels = await Platform.Results.ExactAsAtAsync(wave, Breakdown.Channel, moments[^1].Moment, default);
        channels.Sum(v => v.Responses).ShouldBe(standing.Count);
        channels.SelectMany(v => v.Counts).ShouldAllBe(c => c.Value == "Web");
    }

    [Fact]
    public async Task Built_again_from_the_log_releases_are_the_same()
    {
        const string Pages = "select jsonb_agg(data order by id)::text from mt_doc_releasepage";
        var (_, wave) = await Platform.OpenAsync();
        await SubmitAsync(wave, ("agree", 20), ("disagree", 25));
        await PublishAsync(ReleaseSubject.OfWave(wave));
        await SubmitAsync(wave, ("agree", 15));
        await PublishAsync(ReleaseSubject.OfWave(wave), "Late");
        await DraftAsync(ReleaseSubject.OfWave(wave), "Later");
        var live = await Platform.ScalarAsync<string>(Pages);

        await Platform.ScalarAsync<long>("with gone as (delete from mt_doc_releasepage returning 1) select count(*) from gone");
        await Platform.Daemon.RebuildProjectionAsync("ReleasePage");

        (await Platform.ScalarAsync<string>(Pages)).ShouldBe(live);
    }

    private static FilledForm Form(string option) => new([new GivenAnswer("P1", option, null), new GivenAnswer("phase", "primary", null)]);

    private static string Text(IReadOnlyList<VoiceCounts> voices) => string.Join(
        '\n', voices.SelectMany(v => v.Counts.Select(c => $"{v.Voice} {c}")).Order(StringComparer.Ordinal));

    private async Task<LogMoment> MomentAsync()
    {
        var last = await Platform.ScalarAsync<long>("select max(seq_id) from mt_events");
        return new LogMoment(TimeProvider.System.GetUtcNow().AddMinutes(1), last);
    }

    private async Task<Guid> DraftAsync(ReleaseSubject subject, string? reason = null)
    {
        // The log's mark is behind what has just been written by a moment, as it may be.
        await Platform.CatchUpAsync();
        return await Releases.DraftAsync(new DraftRelease("What parents said", subject, null, reason), Analyst, default);
    }

    private async Task<Guid> PublishAsync(ReleaseSubject subject, string? reason = null)
    {
        var id = await DraftAsync(subject, reason);
        await Releases.ApproveAsync(new ApproveRelease(id), Colleague, default);
        await Releases.PublishAsync(new PublishRelease(id), Analyst, default);
        return id;
    }

    private async Task<List<IssuedReceipt>> SubmitAsync(Guid wave, params (string Option, int Times)[] answers)
    {
        var receipts = new List<IssuedReceipt>();
        foreach (var (option, times) in answers)
        {
            for (var i = 0; i < times; i++)
                receipts.Add(await SubmitAsync(wave, Form(option)));
        }

        return receipts;
    }

    private Task<IssuedReceipt> SubmitAsync(Guid wave, FilledForm form, bool proxy = false) => Platform.Responses.SubmitAsync(
        new SubmitResponse(wave, Guid.NewGuid().ToString("N"), form.Answers, proxy, Channel.Web), Story.Parent, default);

    private Task<bool> WithdrawAsync(IssuedReceipt receipt) =>
        Platform.Responses.WithdrawAsync(new WithdrawResponse(receipt.Reference, receipt.Secret), Story.Parent, default);
}
