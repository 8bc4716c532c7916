using Engagement.Activities;
using Engagement.Feedback;
using Engagement.Forums;
using Engagement.Journeys;
using static Engagement.Tests.Activities.ActivityStory;

namespace Engagement.Tests.Integration;

/// <summary>From where something was said to the answer, and back.</summary>
public sealed class WhatCameOfIt : PlatformTest
{
    private OutcomeReads Outcomes => Platform.Get<OutcomeReads>();

    [Fact]
    public async Task A_topic_leads_to_the_answers_to_what_is_shown_in_it_and_an_answer_to_its_topics()
    {
        var (consultation, _) = await Platform.OpenAsync();
        var (forum, _) = await Platform.PublishTopicAsync();
        var topic = await Platform.Get<ForumCommands>().PublishTopicAsync(
            new PublishTopic(forum, "What would help?", null, Story.Today, Story.Today.AddDays(30), consultation), ForumStories.Officer, default);
        var (_, silent) = await Platform.PublishTopicAsync();
        var posted = await Platform.PostShownAsync(topic, "Each service says something else");
        await Platform.CatchUpAsync();
        var loop = await Platform.DecideAsync(consultation, Contribution.ViewIdFor(posted.Id, 1));
        await Platform.CatchUpAsync();

        // Decided is not published.
        (await Outcomes.OfTopicsAsync([topic], default)).ShouldBeEmpty();

        await Platform.PublishAsync(loop);
        await Platform.CatchUpAsync();
        var found = await Outcomes.OfTopicsAsync([topic, silent], default);
        found[topic].ShouldBe([loop]);
        found[silent].ShouldBeEmpty();
        (await Outcomes.TopicsOfEntriesAsync([loop], default))[loop].ShouldBe([topic]);

        // What its author took back leads nowhere.
        await Platform.Get<ContributionCommands>().WithdrawAsync(new WithdrawContribution(posted.Id), ForumStories.Parent, default);
        await Platform.CatchUpAsync();
        (await Outcomes.OfTopicsAsync([topic], default)).ShouldBeEmpty();
        (await Outcomes.TopicsOfEntriesAsync([loop], default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_activity_leads_to_the_answers_to_what_was_noted_there()
    {
        var (consultation, _) = await Platform.OpenAsync();
        var activities = Platform.Get<ActivityCommands>();
        var id = await activities.PlanAsync(Plan with { OnDay = Story.Today, ConsultationId = consultation }, Story.Officer, default);
        await activities.HoldAsync(new HoldActivity(id, Story.Today), Story.Officer, default);
        await activities.RecordNotesAsync(new RecordNotes(id, [new ActivityNote("We want fewer forms", false, null, null, null)]), Story.Officer, default);
        await Platform.CatchUpAsync();
        var view = (await Platform.Views.ListAsync(new CodingBoardFilter(consultation), ViewOrder.Newest, null, 10, default)).Items.ShouldHaveSingleItem();

        var loop = await Platform.DecideAsync(consultation, view.Id);
        await Platform.PublishAsync(loop);
        await Platform.CatchUpAsync();

        (await Outcomes.OfActivitiesAsync([id], default))[id].ShouldBe([loop]);
    }
}
