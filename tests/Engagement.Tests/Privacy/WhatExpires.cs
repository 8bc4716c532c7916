using Engagement.Common;
using Engagement.LoggedFeedback;
using Engagement.Participants;
using Engagement.Privacy;
using Engagement.Surveys;
using Engagement.Tests.Integration;

namespace Engagement.Tests.Privacy;

public sealed class WhatExpires : PlatformTest
{
    private RetentionRun Run => Platform.Get<RetentionRun>();

    private SubjectKeys Keys => Platform.Get<SubjectKeys>();

    [Fact]
    public async Task What_was_said_is_kept_for_its_years_and_no_longer()
    {
        var (_, wave) = await Platform.OpenAsync();
        var receipt = await Platform.SubmitAsync(wave, "a", "We wait for zqx71");
        var subject = await Platform.Get<ReceiptReads>().SubjectOfAsync(receipt.ResponseId, default);
        await Platform.CatchUpAsync();
        var lastDay = Story.Today.AddYears(6);

        await Run.ExpireAsync(RecordClasses.WordsOfAnswers, lastDay.AddDays(-1), null, default);
        (await Keys.FindAsync(subject, default)).ShouldNotBeNull();
        (await Run.DueAsync(lastDay, default))[RecordClasses.WordsOfAnswers].ShouldBe(1);

        await Run.ExpireAsync(RecordClasses.WordsOfAnswers, lastDay, null, default);

        (await Keys.IsDestroyedAsync(subject, default)).ShouldBeTrue();
        await using var session = Platform.Store.QuerySession();
        (await session.Events.FetchStreamAsync(SubjectRecord.IdOf(subject))).Select(e => e.Data.GetType())
            .ShouldBe([typeof(RetentionExpired), typeof(SubjectKeyDestroyed)]);
        (await Platform.FindAsync("zqx71")).ShouldBeEmpty();
        (await Run.DueAsync(lastDay, default))[RecordClasses.WordsOfAnswers].ShouldBe(0);
    }

    [Fact]
    public async Task A_hold_keeps_it()
    {
        var person = await Platform.JoinAsync();
        await Platform.Get<PrivacyCommands>().SetHoldAsync(
            new SetSafeguardingHold(person, Story.Today.AddDays(9), "A worry"), ForumStories.SafeguardingLead, default);

        await Run.ExpireAsync(RecordClasses.Participants, Story.Today.AddYears(7), null, default);

        (await Keys.FindAsync(person, default)).ShouldNotBeNull();
    }

    [Fact]
    public async Task What_raised_a_safeguarding_item_is_kept_until_long_after_it_was_closed()
    {
        var (_, topic) = await Platform.PublishTopicAsync();
        var post = await Platform.PostAsync(topic, "My uncle hits me", ForumStories.Nobody);

        await Run.ExpireAsync(RecordClasses.WordsInForums, Story.Today.AddYears(7), null, default);

        (await Keys.FindAsync(post.AuthorId, default)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Each_class_takes_its_own_and_nobody_elses()
    {
        var (_, topic) = await Platform.PublishTopicAsync();
        var person = await Platform.JoinAsync();
        var nobody = await Platform.PostAsync(topic, "One", ForumStories.Nobody);
        var theirs = await Platform.PostAsync(topic, "Two", ErasureStory.As(person));
        var logged = await Platform.Get<LogCommands>().LogAsync(
            new LogFeedback(FeedbackKind.Complaint, "transport", "The bus is late", Story.Today, null), Story.Officer, default);
        theirs.AuthorId.ShouldBe(person);
        var later = Story.Today.AddYears(6);

        foreach (var (recordClass, subject) in new[]
        {
            (RecordClasses.WordsInForums, nobody.AuthorId), (RecordClasses.LoggedFeedback, logged), (RecordClasses.Participants, person),
        })
        {
            var before = await Platform.ScalarAsync<long>("select count(*) from engagement.subject_keys where destroyed_at is not null");
            await Run.ExpireAsync(recordClass, later, null, default);
            (await Keys.IsDestroyedAsync(subject, default)).ShouldBeTrue(recordClass);
            (await Platform.ScalarAsync<long>("select count(*) from engagement.subject_keys where destroyed_at is not null")).ShouldBe(before + 1, recordClass);
        }
    }

    [Fact]
    public async Task Rows_that_are_due_are_deleted_and_counted()
    {
        var person = await Platform.JoinAsync();
        var export = await Platform.Get<SubjectExports>().MakeAsync(new(person), Story.Parent, default);

        await Run.ExpireAsync(RecordClasses.SubjectExports, Story.Today.AddDays(13), null, default);
        (await Platform.Get<SubjectExports>().FindAsync(export, person, default)).ShouldNotBeNull();
        await Run.ExpireAsync(RecordClasses.SubjectExports, Story.Today.AddDays(14), null, default);

        (await Platform.ScalarAsync<long>("select count(*) from engagement.subject_exports")).ShouldBe(0);
        (await Platform.EventAsync<RecordsExpired>()).Data.ShouldBe(new RecordsExpired(RecordClasses.SubjectExports, 1, Story.Today, 1));
    }

    [Fact]
    public async Task Its_days_are_those_of_London()
    {
        // Half past midnight in London, while the day before goes on in universal time.
        await RestartAsync(runsInBackground: true, new SetClock(new DateTimeOffset(2040, 6, 30, 23, 30, 0, TimeSpan.Zero)));
        var person = await Platform.JoinAsync();
        await Platform.Get<SubjectExports>().MakeAsync(new(person), Story.Parent, default);
        await Platform.CatchUpAsync();

        await Run.ExpireAsync(RecordClasses.SubjectExports, new DateOnly(2040, 7, 14), null, default);
        await Run.ExpireAsync(RecordClasses.Participants, new DateOnly(2046, 6, 30), null, default);

        (await Platform.ScalarAsync<long>("select count(*) from engagement.subject_exports")).ShouldBe(1);
        (await Keys.FindAsync(person, default)).ShouldNotBeNull();
    }

    [Fact]
    public async Task The_rules_are_looked_at_by_themselves_at_midnight_in_London()
    {
        var person = await Platform.JoinAsync();
        var export = await Platform.Get<SubjectExports>().MakeAsync(new(person), Story.Parent, default);
        await Platform.CatchUpAsync();
        await UntilScheduledAsync();
        (await Platform.ScalarAsync<DateTime>("select due_at from messaging.envelopes where message_type = 'run_retention'"))
            .ShouldBe(LondonCalendar.StartOf(Story.Today.AddDays(1)).UtcDateTime);

        // Down for three weeks.
        await RestartAsync(runsInBackground: true, new SetClock(TimeProvider.System.GetUtcNow().AddDays(21)));

        var expired = await Platform.EventAsync<RecordsExpired>();
        expired.Data.ShouldBe(new RecordsExpired(RecordClasses.SubjectExports, 1, Story.Today.AddDays(21), 1));
        (await Platform.Get<SubjectExports>().FindAsync(export, person, default)).ShouldBeNull();
    }

    private async Task UntilScheduledAsync()
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await Platform.ScalarAsync<long>("select count(*) from messaging.envelopes where message_type = 'run_retention'") == 0)
            await Task.Delay(20, deadline.Token);
    }
}
