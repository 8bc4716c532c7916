using Engagement.Common;
using Engagement.Consultations;
using Engagement.Feedback;
using Engagement.Surveys;

namespace Engagement.Tests.Integration;

public sealed class WhatIsNotDoneTwice : PlatformTest
{
    protected override bool RunsInBackground => false;

    [Fact]
    public async Task A_submission_sent_again_gets_the_receipt_of_the_first()
    {
        var (_, wave) = await Platform.OpenAsync();
        var first = await Platform.SubmitAsync(wave, "a");
        var events = await Platform.CountEventsAsync();

        var again = await Platform.SubmitAsync(wave, "a");

        again.ShouldBe(first);
        (await Platform.CountEventsAsync()).ShouldBe(events);
    }

    [Fact]
    public async Task Sent_many_times_at_once_it_is_taken_once()
    {
        var (_, wave) = await Platform.OpenAsync();
        var before = await Platform.CountEventsAsync();

        var receipts = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Platform.SubmitAsync(wave, "a"))));

        receipts.Distinct().ShouldHaveSingleItem();
        (await Platform.CountEventsAsync()).ShouldBe(before + 2, "one response and its one view");
        (await Platform.ScalarAsync<long>("select count(*) from engagement.subject_keys")).ShouldBe(1);
    }

    [Fact]
    public async Task The_same_key_with_other_answers_is_not_a_repeat()
    {
        var (_, wave) = await Platform.OpenAsync();
        await Platform.SubmitAsync(wave, "a");
        var events = await Platform.CountEventsAsync();

        var refused = await Should.ThrowAsync<IdempotencyKeyReusedException>(() => Platform.SubmitAsync(wave, "a", "Something else"));

        refused.Code.ShouldBe("IDEMPOTENCY_KEY_REUSED");
        (await Platform.CountEventsAsync()).ShouldBe(events);
    }

    [Fact]
    public async Task The_same_key_in_another_survey_is_another_response()
    {
        var (_, wave) = await Platform.OpenAsync();
        var (_, otherWave) = await Platform.OpenAsync();

        var first = await Platform.SubmitAsync(wave, "a");
        var second = await Platform.SubmitAsync(otherWave, "a");

        second.Reference.ShouldNotBe(first.Reference);
    }

    [Fact]
    public async Task A_repeat_gets_its_receipt_even_after_the_survey_has_closed()
    {
        var then = TimeProvider.System.GetUtcNow().AddDays(-100);
        var (_, wave) = await Platform.OpenAsync(Story.Officer with { OccurredAt = then });
        var first = await Platform.Surveys.SubmitAsync(Story.Response(wave, "a"), Story.Parent with { OccurredAt = then.AddDays(1) }, default);

        (await Platform.SubmitAsync(wave, "a")).ShouldBe(first);
    }

    [Fact]
    public async Task An_officers_command_sent_again_gives_the_same_thing()
    {
        var context = Story.Officer with { IdempotencyKey = "draft-1" };
        var command = new DraftConsultation("SEND Strategy", "Officer", "Cabinet Member", Story.Today, false);

        var first = await Platform.Consultations.DraftAsync(command, context, default);
        var again = await Platform.Consultations.DraftAsync(command, context, default);

        again.ShouldBe(first);
        (await Platform.CountEventsAsync()).ShouldBe(1);
        await Should.ThrowAsync<IdempotencyKeyReusedException>(
            () => Platform.Consultations.DraftAsync(command with { Title = "Another" }, context, default));
    }

    [Fact]
    public async Task A_repeat_succeeds_although_the_rule_would_now_refuse_it()
    {
        var (consultation, _) = await Platform.PrepareAsync();
        var open = new OpenConsultation(consultation, Story.Today, Story.Today.AddDays(55), null);
        var context = Story.Officer with { IdempotencyKey = "open-1", ExpectedVersion = 4 };
        await Platform.Consultations.OpenAsync(open, context, default);
        var events = await Platform.CountEventsAsync();

        await Platform.Consultations.OpenAsync(open, context, default);

        (await Platform.CountEventsAsync()).ShouldBe(events);
        (await Should.ThrowAsync<RuleRefusedException>(() => Platform.Consultations.OpenAsync(open, Story.Officer, default)))
            .Code.ShouldBe("ALREADY_OPEN");
    }

    [Fact]
    public async Task A_theme_gets_one_loop_and_a_consultation_one_survey()
    {
        var (consultation, instrument) = await Platform.PrepareAsync();
        await Platform.Consultations.OpenAsync(
            new OpenConsultation(consultation, Story.Today, Story.Today.AddDays(55), null), Story.Officer, default);
        var theme = await Platform.Feedback.OpenThemeAsync(new OpenTheme(consultation, "Trust", "People lost trust"), Story.Officer, default);
        await Platform.Surveys.OpenWaveAsync(new OpenWave(consultation, instrument), Story.Officer, default);
        await Platform.Feedback.OpenLoopAsync(new OpenLoop(theme), Story.Officer, default);

        (await Should.ThrowAsync<RuleRefusedException>(
            () => Platform.Surveys.OpenWaveAsync(new OpenWave(consultation, instrument), Story.Officer, default))).Code.ShouldBe("WAVE_ALREADY_OPEN");
        (await Should.ThrowAsync<RuleRefusedException>(
            () => Platform.Feedback.OpenLoopAsync(new OpenLoop(theme), Story.Officer, default))).Code.ShouldBe("LOOP_ALREADY_OPEN");
    }
}
