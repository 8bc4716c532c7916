using System.Text;
using Engagement.Feedback;

namespace Engagement.Tests.Integration;

public sealed class WhatIsKeptSecret : PlatformTest
{
    [Fact]
    public async Task The_log_holds_nobodys_words_and_no_secret()
    {
        var (_, wave) = await Platform.OpenAsync();
        var receipt = await Platform.SubmitAsync(wave, "a");

        var log = await Platform.ScalarAsync<string>(
            "select string_agg(e::text, ' ') || (select string_agg(k::text, ' ') from mt_idempotency_keys k) from mt_events e");

        await using var session = Platform.Store.QuerySession();
        var captured = (ViewCaptured)(await session.Events.FetchStreamAsync(Story.ViewOf(receipt)))[0].Data;

        Encoding.UTF8.GetString(Convert.FromBase64String(captured.Words.Cipher)).ShouldNotContain("named contact would");
        log.ShouldContain(receipt.Reference);
        log.ShouldNotContain("named contact would");
        log.ShouldNotContain(receipt.Secret);
        log.ShouldNotContain(receipt.Secret.Replace("-", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task When_the_key_is_gone_the_words_are_gone_and_the_history_stays()
    {
        var (consultation, wave) = await Platform.OpenAsync();
        var receipt = await Platform.SubmitAsync(wave, "a");
        await Platform.CatchUpAsync();

        await Platform.ScalarAsync<long>("with erased as (delete from engagement.subject_keys returning 1) select count(*) from erased");

        var view = (await Platform.FeedbackReads.FindViewAsync(Story.ViewOf(receipt), default)).ShouldNotBeNull();
        view.Text.ShouldBeNull();
        view.State.ShouldBe(ViewState.Unread);
        (await Platform.Journeys.FindAsync(receipt.Reference, receipt.Secret, default)).ShouldNotBeNull().ConsultationId.ShouldBe(consultation);
    }
}
