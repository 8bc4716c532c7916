using System.Globalization;
using Engagement.Common;
using Engagement.Feedback;
using Engagement.Participants;

namespace Engagement.LoggedFeedback;

/// <summary>What is to be learnt from it, in an officer's words. Only the lesson feeds a theme.</summary>
/// <param name="LogEntryId">The entry of the log.</param>
/// <param name="Lesson">What is to be learnt, without anything that points to a person.</param>
public sealed record DrawLesson(Guid LogEntryId, string Lesson)
{
    private const int LongestLesson = 5_000;

    /// <summary>The record of the lesson, then the view that it is.</summary>
    public static Decision Decide(DrawLesson command, LogEntry entry, DateTimeOffset at, Func<string, PersonalText> seal)
    {
        var lesson = CleanText.Of(command.Lesson);
        if (lesson.Length == 0)
            return Decision.Refuse("LESSON_MISSING", "Enter what is to be learnt, without anything that points to a person", "lesson");

        if (CleanText.TooLong(lesson, LongestLesson, "lesson") is { } tooLong)
            return Decision.Refuse(tooLong);

        var number = string.Create(CultureInfo.InvariantCulture, $"lesson-{entry.Lessons + 1}");
        return Decision.To(
            new LessonDrawn(View.IdFor(command.LogEntryId, number)),
            new ViewCaptured(
                new ViewSource(ViewSourceKind.Lesson, command.LogEntryId, null), null, seal(lesson), at, null, false, entry.District, null, null));
    }
}
