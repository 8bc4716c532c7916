using Engagement.Common;
using Engagement.Consultations;
using Engagement.Feedback;
using Engagement.Surveys;

namespace Engagement.Tests.Integration;

public sealed class WhatIsRefused : PlatformTest
{
    protected override bool RunsInBackground => false;

    [Fact]
    public async Task A_closed_survey_says_how_else_to_tell_us_and_keeps_nothing()
    {
        var (_, wave) = await Platform.OpenAsync(Story.Officer with { OccurredAt = TimeProvider.System.GetUtcNow().AddDays(-100) });
        var events = await Platform.CountEventsAsync();

        var refused = await Should.ThrowAsync<RuleRefusedException>(() => Platform.SubmitAsync(wave, "a"));

        refused.Code.ShouldBe("WAVE_CLOSED");
        refused.Message.ShouldBe("This survey has closed. You can still tell us by e-mail or post, shown on the consultation's page.");
        (await Platform.CountEventsAsync()).ShouldBe(events);
        (await Platform.ScalarAsync<long>("select count(*) from engagement.subject_keys")).ShouldBe(0);
    }

    [Fact]
    public async Task A_stale_version_changes_nothing()
    {
        var (consultation, _) = await Platform.PrepareAsync();
        var seen = Story.Officer with { ExpectedVersion = 4 };
        await Platform.Consultations.LinkEqualityAnalysisAsync(
            new LinkEqualityAnalysis(consultation, "https://council.example.test/newer"), Story.Officer, default);
        var events = await Platform.CountEventsAsync();

        var stale = await Should.ThrowAsync<StaleVersionException>(() => Platform.Consultations.LinkEqualityAnalysisAsync(
            new LinkEqualityAnalysis(consultation, "https://council.example.test/older"), seen, default));

        (stale.Code, stale.ExpectedVersion, stale.ActualVersion).ShouldBe(("STALE_VERSION", 4, 5));
        stale.Message.ShouldBe("Someone else changed this while you were working. Read it again and repeat your change.");
        (await Platform.CountEventsAsync()).ShouldBe(events);
    }

    [Fact]
    public async Task Without_a_version_officers_at_work_together_do_not_lose_each_others_changes()
    {
        var (consultation, _) = await Platform.PrepareAsync();

        await AddWhileAnotherIsAddedAsync(consultation, Story.Officer);

        (await Platform.ConsultationReads.FindAsync(consultation, default)).ShouldNotBeNull()
            .Renditions.Select(r => r.Language).ShouldBe(["en", "pa", "ne"]);
    }

    [Fact]
    public async Task With_a_version_the_slower_officer_is_told()
    {
        var (consultation, _) = await Platform.PrepareAsync();

        await Should.ThrowAsync<StaleVersionException>(
            () => AddWhileAnotherIsAddedAsync(consultation, Story.Officer with { ExpectedVersion = 4 }));

        (await Platform.ConsultationReads.FindAsync(consultation, default)).ShouldNotBeNull()
            .Renditions.Select(r => r.Language).ShouldBe(["en", "pa"]);
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        var nobody = Guid.NewGuid();

        (await Should.ThrowAsync<ThingNotFoundException>(() => Platform.SubmitAsync(nobody, "a"))).Code.ShouldBe("NOT_FOUND");
        await Should.ThrowAsync<ThingNotFoundException>(() => Platform.Feedback.CodeViewAsync(new CodeView(nobody, nobody), Story.Officer, default));
        await Should.ThrowAsync<ThingNotFoundException>(() => Platform.PublishAsync(nobody));
        await Should.ThrowAsync<ThingNotFoundException>(
            () => Platform.Consultations.CloseAsync(new CloseConsultation(nobody), Story.Officer, default));
        await Should.ThrowAsync<ThingNotFoundException>(
            () => Platform.Consultations.CloseAsync(new CloseConsultation(nobody), Story.Officer with { ExpectedVersion = 3 }, default));
        await Should.ThrowAsync<ThingNotFoundException>(() => Platform.Surveys.OpenWaveAsync(new OpenWave(nobody, nobody), Story.Officer, default));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a\0b")]
    [InlineData("a\nb")]
    public async Task A_key_that_could_not_be_kept_is_refused(string key)
    {
        var (_, wave) = await Platform.OpenAsync();

        (await Should.ThrowAsync<RuleRefusedException>(() => Platform.SubmitAsync(wave, key))).Code.ShouldBe("IDEMPOTENCY_KEY_INVALID");
        (await Should.ThrowAsync<RuleRefusedException>(() => Platform.SubmitAsync(wave, new string('k', 201)))).Field.ShouldBe("idempotencyKey");
        (await Should.ThrowAsync<RuleRefusedException>(() => Platform.Surveys.DraftInstrumentAsync(
            new DraftInstrument("Survey"), Story.Officer with { IdempotencyKey = key }, default))).Code.ShouldBe("IDEMPOTENCY_KEY_INVALID");
    }

    [Theory]
    [InlineData("no-such-thing")]
    [InlineData("nul\0")]
    [InlineData("' or true --")]
    public async Task An_address_that_leads_nowhere_leads_to_nothing(string slug)
    {
        (await Platform.ConsultationReads.BySlugAsync(slug, default)).ShouldBeNull();
        (await Platform.Entries.BySlugAsync(slug, default)).ShouldBeNull();
        (await Platform.Journeys.FindAsync(slug, slug, default)).ShouldBeNull();
    }

    [Fact]
    public async Task Text_that_no_database_holds_is_cleaned_not_failed_on()
    {
        var (_, wave) = await Platform.OpenAsync();

        var receipt = await Platform.SubmitAsync(wave, "a", "Null \0 and half \uD83C of one");

        (await Platform.FeedbackReads.FindViewAsync(Story.ViewOf(receipt), default)).ShouldNotBeNull().Text.ShouldBe("Null  and half  of one");
    }

    /// <summary>Adds Nepali, and lets another officer add Panjabi between its reading and its writing.</summary>
    private async Task AddWhileAnotherIsAddedAsync(Guid consultation, CommandContext context)
    {
        var nepali = new AddRendition(consultation, RenditionKind.Translation, "ne", "Officer", "https://council.example.test/ne");
        var panjabi = nepali with { Language = "pa" };
        var another = new Lazy<Task>(() => Task.Run(() => Platform.Consultations.AddRenditionAsync(panjabi, Story.Officer, default)));

        await Platform.Get<CommandRunner>().ChangeAsync<Consultation>(
            consultation,
            "consultation",
            nepali,
            context,
            state =>
            {
                another.Value.Wait(TimeSpan.FromSeconds(30)).ShouldBeTrue();
                return AddRendition.Decide(nepali, state);
            },
            default);
    }
}
