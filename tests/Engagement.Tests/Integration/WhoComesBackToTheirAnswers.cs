using System.Text;
using Engagement.Common;
using Engagement.Feedback;
using Engagement.Surveys;

namespace Engagement.Tests.Integration;

public sealed class WhoComesBackToTheirAnswers : PlatformTest
{
    protected override bool RunsInBackground => false;

    [Fact]
    public async Task Sees_them_in_their_own_words_and_changes_them()
    {
        var (_, wave) = await Platform.OpenAsync();
        var receipt = await Platform.SubmitAsync(wave, "a", "First words");
        var own = await FindAsync(receipt);
        own.Form.Answers.Single(a => a.QuestionKey == "change").Text.ShouldBe("First words");
        (own.IsWithdrawn, own.CanChangeUntil).ShouldBe((false, Story.Today.AddDays(55)));

        GivenAnswer[] answers = [.. own.Form.Answers.Where(a => a.QuestionKey != "change"), new("change", null, "Second words")];
        await Platform.Responses.AmendAsync(new AmendResponse(receipt.Reference, receipt.Secret, new FilledForm(answers)), Story.Parent, default);

        var changed = await FindAsync(receipt);
        changed.Form.Answers.Single(a => a.QuestionKey == "change").Text.ShouldBe("Second words");
        changed.Form.Answers.Single(a => a.QuestionKey == "P1").OptionKeys.ShouldBe(["agree"]);
        changed.AmendedAt.ShouldNotBeNull();
        (await ViewAsync(Story.ViewOf(receipt))).IsWithdrawn.ShouldBeTrue();
        (await ViewAsync(View.IdFor(receipt.ResponseId, "change 2"))).IsWithdrawn.ShouldBeFalse();
    }

    [Fact]
    public async Task Takes_them_back_with_every_view()
    {
        var (_, wave) = await Platform.OpenAsync();
        var receipt = await Platform.SubmitAsync(wave, "a");

        (await Platform.Responses.WithdrawAsync(new WithdrawResponse(receipt.Reference, receipt.Secret), Story.Parent, default)).ShouldBeFalse();

        var own = await FindAsync(receipt);
        (own.IsWithdrawn, own.CanChangeUntil).ShouldBe((true, null));
        (await ViewAsync(Story.ViewOf(receipt))).IsWithdrawn.ShouldBeTrue();
    }

    [Fact]
    public async Task Has_the_secret()
    {
        var (_, wave) = await Platform.OpenAsync();
        var receipt = await Platform.SubmitAsync(wave, "a");
        var other = await Platform.SubmitAsync(wave, "b");

        (await Platform.ResponseReads.FindOwnAsync(receipt.Reference, other.Secret, default)).ShouldBeNull();
        var refused = await Should.ThrowAsync<RuleRefusedException>(() => Platform.Responses.WithdrawAsync(
            new WithdrawResponse(receipt.Reference, other.Secret), Story.Parent, default));
        refused.Code.ShouldBe("RECEIPT_UNKNOWN");
    }

    [Fact]
    public async Task Answers_once_where_they_are_known_and_again_after_withdrawing()
    {
        var (_, wave) = await Platform.OpenAsync();
        var person = Guid.NewGuid();
        var first = await SubmitAsync(wave, "a", person);

        (await SubmitAsync(wave, "a", person)).ShouldBe(first);
        var refused = await Should.ThrowAsync<RuleRefusedException>(() => SubmitAsync(wave, "b", person));
        refused.Message.ShouldBe($"You have already answered. You can change your answers until {Story.Today.AddDays(55):d MMMM yyyy}");
        (await SubmitAsync(wave, "b", Guid.NewGuid())).ResponseId.ShouldNotBe(first.ResponseId);

        await Platform.Responses.WithdrawAsync(new WithdrawResponse(first.Reference, first.Secret), Story.Parent, default);
        (await SubmitAsync(wave, "c", person)).ResponseId.ShouldNotBe(first.ResponseId);
        (await SubmitAsync(wave, "a", person)).ShouldBe(first);
    }

    [Fact]
    public async Task Finds_what_they_had_begun_until_it_is_sent()
    {
        var (_, wave) = await Platform.OpenAsync();
        var form = new FilledForm([new GivenAnswer("change", null, "Zebra crossing")]);
        var draft = await Platform.Drafts.SaveAsync(new SaveDraft(wave, "key", form with { Answers = [] }), default);
        await Platform.Drafts.SaveAsync(new SaveDraft(wave, "key", form), default);

        var found = (await Platform.Drafts.FindAsync(draft.Reference, draft.Secret, default)).ShouldNotBeNull();
        found.Form.Answers.Single().Text.ShouldBe("Zebra crossing");
        (await Platform.Drafts.FindAsync(draft.Reference, "0000-0000-0000-0000", default)).ShouldBeNull();

        var receipt = await Platform.SubmitAsync(wave, found.IdempotencyKey);
        (receipt.Reference, receipt.Secret).ShouldBe((draft.Reference, draft.Secret));
        (await Platform.ScalarAsync<long>("select count(*) from engagement.response_drafts")).ShouldBe(0);
        var refused = await Should.ThrowAsync<RuleRefusedException>(() => Platform.Drafts.SaveAsync(new SaveDraft(wave, "key", form), default));
        refused.Code.ShouldBe("ALREADY_ANSWERED");
    }

    [Fact]
    public async Task Finds_what_they_wrote_last_although_an_earlier_save_came_through_later()
    {
        var (_, wave) = await Platform.OpenAsync();
        SaveDraft Draft(string words) => new(wave, "key", new FilledForm([new GivenAnswer("change", null, words)]));
        await RestartAsync(runsInBackground: false, new SetClock(TimeProvider.System.GetUtcNow().AddMinutes(1)));
        var receipt = await Platform.Drafts.SaveAsync(Draft("The last words"), default);

        await RestartAsync(runsInBackground: false);
        (await Platform.Drafts.SaveAsync(Draft("Earlier words"), default)).Reference.ShouldBe(receipt.Reference);

        (await Platform.Drafts.FindAsync(receipt.Reference, receipt.Secret, default)).ShouldNotBeNull().Form.Answers.Single().Text.ShouldBe("The last words");
    }

    [Fact]
    public async Task Finds_what_they_wrote_after_the_platform_got_another_key()
    {
        var (_, wave) = await Platform.OpenAsync();
        var draft = new SaveDraft(wave, "key", new FilledForm([new GivenAnswer("change", null, "Zebra crossing")]));
        await Platform.Drafts.SaveAsync(draft, default);
        // As it would be, had another key made the first receipt.
        await Platform.ScalarAsync<string>("update engagement.response_drafts set reference = 'OTHER', secret_hash = 'other' returning reference");

        var receipt = await Platform.Drafts.SaveAsync(draft, default);

        (await Platform.Drafts.FindAsync(receipt.Reference, receipt.Secret, default)).ShouldNotBeNull().Form.Answers.Single().Text.ShouldBe("Zebra crossing");
    }

    [Fact]
    public async Task Finds_what_they_had_begun_until_the_survey_closes()
    {
        var (_, instrument) = await Platform.PrepareAsync();
        var waves = Platform.Get<WaveCommands>();
        var wave = await waves.ScheduleAsync(
            new ScheduleWave(instrument, "Parents", Audience.ParentsAndCarers, null, WaveFrequency.Once, Story.Today, Story.Today.AddDays(13)),
            Story.Officer,
            default);
        await waves.OpenAsync(new OpenScheduledWave(wave, null), Story.Officer, default);
        var later = Story.Officer with { OccurredAt = new DateTimeOffset(Story.Today.AddDays(14), new TimeOnly(12, 0), TimeSpan.Zero) };
        await Platform.Drafts.SaveAsync(new SaveDraft(wave, "before", new FilledForm([])), default);

        await Platform.Surveys.CloseWaveAsync(new CloseWave(wave), later, default);
        (await Platform.ScalarAsync<long>("select count(*) from engagement.response_drafts")).ShouldBe(0);

        await waves.ReopenAsync(new ReopenWave(wave, Story.Today.AddDays(20), "The link did not work"), later, default);
        var draft = await Platform.Drafts.SaveAsync(new SaveDraft(wave, "after", new FilledForm([])), default);
        await RestartAsync(runsInBackground: false);
        await Platform.ScalarAsync<string>("update engagement.read_models set version = 'an older one' returning version");
        await Platform.Get<EngagementSchema>().ApplyAsync();

        (await Platform.Drafts.FindAsync(draft.Reference, draft.Secret, default)).ShouldNotBeNull("what is not in the log is not made anew");
    }

    [Fact]
    public async Task Left_nothing_readable_behind_that_was_not_sent()
    {
        var (_, wave) = await Platform.OpenAsync();
        var events = await Platform.CountEventsAsync();
        await Platform.Drafts.SaveAsync(new SaveDraft(wave, "key", new FilledForm([new GivenAnswer("change", null, "Zebra crossing")])), default);

        (await Platform.CountEventsAsync()).ShouldBe(events);
        var kept = await Platform.ScalarAsync<byte[]>("select content from engagement.response_drafts");
        Encoding.UTF8.GetString(kept).ShouldNotContain("Zebra");
    }

    [Fact]
    public async Task Has_said_of_themselves_what_nobody_reads_with_the_answers()
    {
        var (_, wave) = await Platform.OpenAsync();
        var receipt = await Platform.SubmitAsync(wave, "a");
        await using (var session = Platform.Store.LightweightSession())
        {
            var key = (await Platform.Get<Engagement.Participants.SubjectKeys>().FindAsync(
                (await session.Events.AggregateStreamAsync<Response>(receipt.ResponseId)).ShouldNotBeNull().SubjectId, default)).ShouldNotBeNull();
            session.Events.Append(
                receipt.ResponseId,
                new AboutYouGiven(key.Seal(AboutYouAnswer.ToJson([new AboutYouAnswer("describe", [], null, null, "Zebra keeper")]))));
            await session.SaveChangesAsync();
        }

        (await FindAsync(receipt)).Form.Answers.Single(a => a.QuestionKey == "describe").Text.ShouldBe("Zebra keeper");
        (await Platform.ScalarAsync<string>("select string_agg(data::text, '') from mt_events")).ShouldNotContain("Zebra");
    }

    private Task<IssuedReceipt> SubmitAsync(Guid wave, string key, Guid person) =>
        Platform.Responses.SubmitAsync(Story.Response(wave, key) with { ParticipantId = person }, Story.Parent, default);

    private async Task<OwnResponse> FindAsync(IssuedReceipt receipt) =>
        (await Platform.ResponseReads.FindOwnAsync(receipt.Reference, receipt.Secret, default)).ShouldNotBeNull();

    private async Task<View> ViewAsync(Guid id)
    {
        await using var session = Platform.Store.QuerySession();
        return (await session.Events.AggregateStreamAsync<View>(id)).ShouldNotBeNull();
    }
}
