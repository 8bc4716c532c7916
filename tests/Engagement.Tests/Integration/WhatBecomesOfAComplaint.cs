using Engagement.LoggedFeedback;

namespace Engagement.Tests.Integration;

public sealed class WhatBecomesOfAComplaint : PlatformTest
{
    private LogCommands Log => Platform.Get<LogCommands>();

    private LogReads Reads => Platform.Get<LogReads>();

    [Fact]
    public async Task Its_words_are_for_whoever_answers_it_and_its_lesson_for_the_coding_board()
    {
        var id = await LoggedAsync(FeedbackKind.Complaint, Story.Today.AddDays(-3));
        await Log.AnswerAsync(new AnswerFeedback(id, "We are sorry"), Story.Officer, default);
        await Log.DrawLessonAsync(new DrawLesson(id, "Calls are returned within two days"), Story.Officer, default);
        await Platform.CatchUpAsync();

        (await Reads.WordsAsync(id, default)).ShouldBe(new LoggedWords("Nobody rang back", "We are sorry"));
        (await Platform.ScalarAsync<string>("select text from engagement.views where source = 'Lesson'")).ShouldBe("Calls are returned within two days");
        (await Platform.ScalarAsync<long>("select count(*) from mt_events where data::text like '%rang%' or data::text like '%sorry%'")).ShouldBe(0);
    }

    [Fact]
    public async Task What_has_waited_longest_is_first()
    {
        var second = await LoggedAsync(FeedbackKind.Comment, Story.Today.AddDays(-1));
        var first = await LoggedAsync(FeedbackKind.Complaint, Story.Today.AddDays(-9));
        var answered = await LoggedAsync(FeedbackKind.Complaint, Story.Today.AddDays(-20));
        await Log.AnswerAsync(new AnswerFeedback(answered, "Thank you"), Story.Officer, default);

        var page = await Reads.ListAsync(new LogFilter(OnlyUnanswered: true), LogOrder.Oldest, null, 1, default);
        var rest = await Reads.ListAsync(new LogFilter(OnlyUnanswered: true), LogOrder.Oldest, LogReads.PositionOf(page.Items[^1]), 1, default);

        page.Items.Concat(rest.Items).Select(entry => entry.Id).ShouldBe([first, second]);
        (await Reads.ListAsync(new LogFilter(FeedbackKind.Complaint), LogOrder.Oldest, null, 10, default)).Items.Select(entry => entry.Id).ShouldBe([answered, first]);
    }

    private Task<Guid> LoggedAsync(FeedbackKind kind, DateOnly on) =>
        Log.LogAsync(new LogFeedback(kind, "statutory-assessment", "Nobody rang back", on, null), Story.Officer, default);
}
