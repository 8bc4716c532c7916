using Engagement.Common;
using Engagement.Surveys;

namespace Engagement.Tests.Integration;

public sealed class WhatIsRecordedOfAnEvent : PlatformTest
{
    protected override bool RunsInBackground => false;

    [Fact]
    public async Task Who_did_it_and_in_which_version_of_its_shape()
    {
        var (consultation, _) = await Platform.PrepareAsync(Story.Officer with { CorrelationId = "visit-1", CausationId = "form-2" });

        await using var session = Platform.Store.QuerySession();
        var drafted = (await session.Events.FetchStreamAsync(consultation))[0];

        drafted.UserName.ShouldBe("participation-officer");
        drafted.CorrelationId.ShouldBe("visit-1");
        drafted.CausationId.ShouldBe("form-2");
        drafted.EventTypeName.ShouldBe("consultation_drafted");
        (drafted.Headers?.ContainsKey(EventMetadata.OccurredAtHeader) ?? false).ShouldBeFalse();
    }

    [Fact]
    public async Task When_it_happened_if_that_was_not_when_it_was_recorded()
    {
        var then = new DateTimeOffset(2024, 9, 23, 9, 0, 0, TimeSpan.Zero);
        var before = TimeProvider.System.GetUtcNow().AddMinutes(-5);
        var (consultation, wave) = await Platform.OpenAsync(Story.Officer with { OccurredAt = then });
        var receipt = await Platform.Surveys.SubmitAsync(
            Story.Response(wave, "a") with { Channel = Channel.Paper }, Story.Officer with { OccurredAt = then.AddDays(3) }, default);

        await using var session = Platform.Store.QuerySession();
        var submitted = (await session.Events.FetchStreamAsync(receipt.ResponseId))[0];

        submitted.OccurredAt().ShouldBe(then.AddDays(3));
        submitted.Timestamp.ShouldBeGreaterThan(before);
        receipt.SubmittedAt.ShouldBe(then.AddDays(3));
        (await Platform.ConsultationReads.FindAsync(consultation, default)).ShouldNotBeNull().Proposal.ShouldNotBeNull().PublishedAt.ShouldBe(then);
    }

    [Fact]
    public async Task The_tables_can_be_applied_again_and_by_several_nodes_at_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Platform.Get<EngagementSchema>().ApplyAsync())));

        (await Platform.ScalarAsync<long>("select count(*) from engagement.views")).ShouldBe(0);
    }
}
