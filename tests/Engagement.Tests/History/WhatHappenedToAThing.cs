using Engagement.Consultations;
using Engagement.Feedback;
using Engagement.History;
using Engagement.Tests.Contracts;
using Engagement.Tests.Integration;

namespace Engagement.Tests.History;

public sealed class WhatHappenedToAThing : PlatformTest
{
    private static readonly Guid[] People = [EventSamples.PersonId, EventSamples.AnotherPersonId, EventSamples.SubjectId, EventSamples.ModeratorId];

    public static IEnumerable<object[]> EveryTypeOfEvent => EngagementModule.All.SelectMany(module => module.EventTypes).Select(type => new object[] { type });

    protected override bool RunsInBackground => false;

    [Theory]
    [MemberData(nameof(EveryTypeOfEvent))]
    public void Every_type_of_event_is_told_in_a_sentence_without_anybody_in_it(Type type)
    {
        Sentences.All.ShouldContainKey(type, "nobody has written how it is told");
        var samples = EventSamples.All.Where(one => one.GetType() == type).ToArray();
        samples.ShouldNotBeEmpty();

        foreach (var told in samples.Select(Sentences.Of))
        {
            told.What.ShouldMatch("^[A-Z0-9\"].*[^. ]$");
            foreach (var text in new[] { told.What, told.Why }.OfType<string>())
            {
                text.ShouldNotContain(EventSamples.Words.Cipher);
                People.ShouldAllBe(person => !text.Contains(person.ToString()), $"{type.Name}: {text}");
            }
        }
    }

    [Fact]
    public async Task A_consultation_says_who_moved_its_dates_and_why()
    {
        var (consultation, _) = await Platform.OpenAsync();
        await Platform.Consultations.ExtendClosingDateAsync(
            new ExtendClosingDate(consultation, Story.Today.AddDays(70), "The printed copies came late"), Story.Officer, default);

        var history = (await Platform.Get<HistoryReads>().FindAsync(consultation, default)).ShouldNotBeNull();

        history.Kind.ShouldBe(HistoryKind.Consultation);
        var last = history.Newest(null, 1).Items.ShouldHaveSingleItem();
        (last.What, last.Why, last.Role).ShouldBe(("More time was given to answer", "The printed copies came late", "participation-officer"));
        last.Dates.ShouldBe([new MovedDate("Closes on", Story.Today.AddDays(55), Story.Today.AddDays(70))]);
        history.Entries.Single(entry => entry.What == "It was opened for answers").Dates.ShouldBe(
            [new MovedDate("Opens on", null, Story.Today), new MovedDate("Closes on", null, Story.Today.AddDays(55))]);
    }

    [Fact]
    public async Task A_page_of_a_history_goes_on_where_the_last_one_ended()
    {
        var (consultation, _) = await Platform.OpenAsync();
        var history = (await Platform.Get<HistoryReads>().FindAsync(consultation, default)).ShouldNotBeNull();

        var first = history.Newest(null, 2);
        var next = history.Newest(first.Items[^1].Number, 100);

        (first.HasMore, next.HasMore).ShouldBe((true, false));
        first.Items.Concat(next.Items).Reverse().ShouldBe(history.Entries);
    }

    [Fact]
    public async Task What_was_entered_afterwards_says_when_it_happened_and_when_it_was_written_down()
    {
        var then = Story.NoonDaysAgo(20);
        var theme = await Platform.Feedback.OpenThemeAsync(new OpenTheme(null, "Trust", "People lost trust"), Story.Officer with { OccurredAt = then }, default);

        var entry = (await Platform.Get<HistoryReads>().FindAsync(theme, default)).ShouldNotBeNull().Entries.ShouldHaveSingleItem();

        entry.OccurredAt.ShouldBe(then);
        entry.RecordedAt.ShouldBeGreaterThan(then.AddDays(19));
    }

    [Fact]
    public async Task What_somebody_said_of_themselves_has_no_history_to_read()
    {
        (await Platform.Get<HistoryReads>().FindAsync(Guid.NewGuid(), default)).ShouldBeNull();
        HistoryReads.KindOf(EventSamples.All.Single(one => one is Engagement.Participants.ParticipantJoined)).ShouldBeNull();
        HistoryReads.KindOf(EventSamples.All.First(one => one is Engagement.Forums.SafeguardingRaised)).ShouldBeNull();
    }
}
